import ArticleModel
import Foundation
import Interchange
import Testing

@testable import Dragoman

@Suite struct BrokenBundleTests {
  /// A page with a link, so that a bundle has codes to lose.
  private func project() async throws -> ExampleProject {
    let project = try ExampleProject()
    let page = project.folder.appendingPathComponent("page.html")
    let html = try String(
      contentsOf: ExampleProject.fixture("embassy/seed-utf8.html"), encoding: .utf8)
    try html.replacing(
      "President Donald Trump of the United States",
      with: "President <a href=\"http://example.org/\">Donald Trump</a> of the United States"
    ).write(to: page, atomically: true, encoding: .utf8)
    try await project.extract(page)
    return project
  }

  private func expectUnchanged(
    _ project: ExampleProject, _ files: [String], exitCode: Int32
  ) throws -> ImportWorkflow.Report {
    let before = try project.snapshot()
    let report = try project.import(files)
    #expect(report.exitCode == exitCode)
    #expect(try project.snapshot() == before)
    return report
  }

  @Test("a lost, doubled, foreign or crossing code refuses its unit alone")
  func codes() async throws {
    let project = try await project()
    let good = try project.translated(.greek) { $0.source }
    let place = try #require(good.units.firstIndex { !$0.source.codes.isEmpty })
    let codes = good.units[place].source.codes
    let broken: [[Inline]] = [
      [.text("α"), .code(codes[0])], [.text("α")],
      [.code(codes[0]), .text("α"), .code(codes[1]), .code(codes[0]), .text("β"), .code(codes[1])],
      [
        .code(codes[0]), .text("α"), .code(codes[1]),
        .code(InlineCode(id: "9", position: .standalone, kind: .lineBreak, data: "<br>")),
      ],
    ]
    for target in broken {
      var bundle = good
      bundle.units[place].updateSegments { _, segment in segment.target = target }
      let report = try project.import([project.returned(bundle)])
      #expect(report.verdicts[place].kind == .refused)
      #expect(report.verdicts[place].reason != nil)
      #expect(report.verdicts.count { $0.kind.isAccepted } == good.units.count - 1)
      #expect(report.exitCode == 1)
    }
    let stored = try Project(folder: project.folder).translation(
      of: ExampleProject.id, in: .greek)
    #expect(stored?.units.count == good.units.count - 1)
  }

  @Test("a link's address in a bundle is not believed")
  func address() async throws {
    let project = try await project()
    let bundle = try project.translated(.greek) { $0.source }
    let file = try project.returned(bundle)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("http://example.org/"))
    try text.replacing("http://example.org/", with: "http://evil.example/")
      .write(toFile: file, atomically: true, encoding: .utf8)
    _ = try project.import([file])
    _ = try project.generate()
    let page = try project.text("site/el/\(ExampleProject.id).html")
    #expect(page.contains("<a href=\"http://example.org/\">") && !page.contains("evil"))
  }

  @Test("a changed source refuses the unit")
  func changedSource() async throws {
    let project = try await project()
    var bundle = try project.translated(.greek) { $0.source }
    bundle.units[0].updateSegments { _, segment in segment.source = [.text("Something else")] }
    let report = try project.import([project.returned(bundle)])
    #expect(report.verdicts[0].kind == .refused)
    #expect(report.verdicts.dropFirst().allSatisfy { $0.kind == .accepted })
  }

  @Test("unknown and missing units are named, and a unit that is there twice is refused")
  func units() async throws {
    let project = try await project()
    var bundle = try project.translated(.greek) { $0.source }
    bundle.units[0].id = "unknown"
    let report = try project.import([project.returned(bundle)])
    #expect(report.verdicts.first?.kind == .unknown)
    #expect(report.verdicts.last?.kind == .missing)
  }

  @Test("a locale that the project lacks changes nothing")
  func locale() async throws {
    let project = try await project()
    var bundle = try project.translated(.greek) { $0.source }
    bundle.targetLocale = LocaleTag("fr")
    let report = try expectUnchanged(project, [project.returned(bundle)], exitCode: 1)
    #expect(report.failures[0].message.contains("fr is no edition"))
  }

  @Test("a bundle without a translation changes nothing")
  func untranslated() async throws {
    let project = try await project()
    let report = try expectUnchanged(
      project, [project.returned(project.bundle(.greek))], exitCode: 1)
    #expect(report.failures[0].message.contains("no unit"))
  }

  @Test(
    "what is no bundle changes nothing",
    arguments: [
      "", "not XML", "<html></html>",
      "<!DOCTYPE xliff [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><xliff>&x;</xliff>",
    ])
  func noBundle(text: String) async throws {
    let project = try await project()
    let file = project.folder.appendingPathComponent("returned-x.xlf").path
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    _ = try expectUnchanged(project, [file], exitCode: 3)
  }

  @Test("a dry run gives the verdicts and changes nothing")
  func dryRun() async throws {
    let project = try await project()
    let file = try project.returned(project.translated(.greek) { $0.source })
    let before = try project.snapshot()
    let report = try project.import([file], isDryRun: true)
    #expect(report.verdicts.allSatisfy { $0.kind == .accepted })
    #expect(try project.snapshot() == before)
  }

  @Test("a bad file does not stop the good one beside it")
  func batch() async throws {
    let project = try await project()
    let good = try project.returned(project.translated(.greek) { $0.source })
    let report = try project.import(["/no/such/file.xlf", good])
    #expect(report.exitCode == 3)
    #expect(report.verdicts.count { $0.kind == .accepted } == 5)
  }
}
