import ArticleModel
import Foundation
import Testing

@testable import Dragoman

/// Files as translation tools have written them, made of our own page by `Scripts/clients`.
@Suite struct ClientTests {
  /// A tool's file, and how many of the four units come home.
  struct Returned: CustomTestStringConvertible, Sendable {
    var name: String
    var verdicts: [UnitVerdict.Kind: Int]

    var testDescription: String { name }
  }

  private static let returned = [
    Returned(name: "omegat-1.2-prefilled", verdicts: [.accepted: 4]),
    Returned(name: "omegat-1.2", verdicts: [.notTranslated: 4]),
    Returned(name: "poedit-2.0", verdicts: [.accepted: 4]),
    Returned(name: "poedit-1.2", verdicts: [.accepted: 4]),
    Returned(name: "lokalize-1.2", verdicts: [.accepted: 4]),
    Returned(name: "translate-toolkit-plain-1.2", verdicts: [.accepted: 4]),
    Returned(name: "translate-toolkit-rich-1.2", verdicts: [.accepted: 4]),
    Returned(name: "weblate-plainxliff-1.2", verdicts: [.accepted: 4]),
    Returned(name: "weblate-xliff-1.2", verdicts: [.accepted: 4]),
    // These lose codes, or all text before one: what they lost is refused.
    Returned(name: "translate-toolkit-xliff-2-2.0", verdicts: [.accepted: 2, .refused: 2]),
    Returned(name: "qt-lconvert-1.2", verdicts: [.accepted: 2, .refused: 2]),
  ]

  private func project() async throws -> ExampleProject {
    let project = try ExampleProject()
    try await project.extract(ExampleProject.fixture("clients/page.html"), locales: [.greek])
    return project
  }

  @Test("every unit that a tool has translated is accepted, with its codes", arguments: returned)
  func verdicts(returned: Returned) async throws {
    let project = try await project()
    let file = try ExampleProject.fixture("clients/\(returned.name).xlf")
    let report = try project.import([file.path])
    #expect(report.counts == returned.verdicts)
    guard returned.verdicts[.accepted] == 4 else { return }
    let kept = try project.text("translations/el/talks-in-athens.xlf")
    #expect(kept.ranges(of: "<pc id=").count == 6)
    #expect(kept.ranges(of: "<ph id=").count == 1)
  }

  @Test(
    "what a tool destroys is named",
    arguments: ["translate-toolkit-xliff-2-2.0", "qt-lconvert-1.2"])
  func losses(name: String) async throws {
    let project = try await project()
    let report = try project.import([ExampleProject.fixture("clients/\(name).xlf").path])
    let refused = report.verdicts.filter { $0.kind == .refused }
    #expect(refused.count == 2)
    #expect(refused.allSatisfy { $0.reason?.isEmpty == false })
  }

  @Test("a word that a tool puts between two segments is left out, and named")
  func filledGap() async throws {
    let project = try await project()
    let report = try project.import(
      [ExampleProject.fixture("clients/weblate-xliff-1.2.xlf").path])
    let rules = report.verdicts.flatMap(\.findings).map(\.rule)
    #expect(rules.contains("gap-filled"))
    let kept = try project.text("translations/el/talks-in-athens.xlf")
    #expect(!kept.contains("<target>Λοιπόν <ph"))
  }

  @Test("OmegaT's memory fills the bundle that is made next, codes and all")
  func memory() async throws {
    let project = try await project()
    do {
      let workflow = MemoryWorkflow(project: try Project(folder: project.folder))
      let result = try workflow.importFile(ExampleProject.fixture("clients/omegat.tmx").path)
      #expect(result.count == 7)
      #expect(result.findings.isEmpty)
      #expect(try workflow.rebuild() == 7)
    }
    try await project.extract(ExampleProject.fixture("clients/page.html"), locales: [.greek])
    let bundle = try project.text("bundles/el/talks-in-athens.xlf")
    #expect(bundle.ranges(of: "Λοιπόν").count >= 7)
    let filled = try #require(
      bundle.split(separator: "\n").first { $0.contains("<target>Λοιπόν The President met") })
    #expect(filled.contains("<pc id=\"1\""))
    #expect(filled.contains("the Prime Minister</pc> in Athens."))
  }
}
