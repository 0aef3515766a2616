import ArticleModel
import Foundation
import Interchange
import Testing

@testable import Dragoman

/// `check` without files: what is accepted, and what lies in the bundles.
@Suite struct ProjectCheckTests {
  private static let partnership = """
    <html lang="en"><head><title>Talks in Athens</title></head><body><article><h1>Talks in Athens</h1>
    <p>The comprehensive strategic partnership was set up in 2006, and both sides value it highly.</p>
    <p>They agreed to deepen the comprehensive strategic partnership in the years to come.</p>
    </article></body></html>
    """

  private func project(
    page: String = partnership
  ) async throws -> (project: ExampleProject, bundle: TranslationBundle) {
    let project = try ExampleProject()
    let file = project.folder.appendingPathComponent("talks.html")
    try Data(page.utf8).write(to: file)
    try await project.extract(file, locales: [.english, .greek])
    let id = try #require(
      try Project(folder: project.folder, readOnly: true).articleIdentifiers().first)
    let path = project.folder.appendingPathComponent("bundles/el/\(id).xlf")
    let bundle = try XLIFFReader().read([UInt8](Data(contentsOf: path)), file: "b").bundles.first
    return (project, try #require(bundle))
  }

  private func fill(_ bundle: TranslationBundle, _ targets: [String?]) -> TranslationBundle {
    var bundle = bundle
    for (index, target) in targets.enumerated() where bundle.units.indices.contains(index) {
      bundle.units[index].updateSegments { _, segment in
        segment.target = target.map { [.text($0)] }
        segment.state = target == nil ? .initial : .translated
      }
    }
    return bundle
  }

  private func report(_ project: ExampleProject) throws -> CheckWorkflow.Report {
    try CheckWorkflow(folder: project.folder).run(files: []) { [] }
  }

  @Test("a term that an article says in two ways is told, with the unit that says it first")
  func inconsistentTerm() async throws {
    let (project, bundle) = try await project()
    let home = fill(
      bundle,
      [
        "Συνομιλίες στην Αθήνα",
        "Η συνολική στρατηγική εταιρική σχέση ξεκίνησε το 2006 και οι δύο πλευρές την εκτιμούν.",
        "Συμφώνησαν να εμβαθύνουν την ολοκληρωμένη στρατηγική εταιρική σχέση τα επόμενα χρόνια.",
      ])
    _ = try project.import([try project.returned(home)])
    let findings = try report(project).findings.filter { $0.rule == "term-inconsistent" }
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.unit == bundle.units[2].id)
    #expect(finding.file?.hasPrefix("translations/el/") == true)
    #expect(finding.message.contains("in \(bundle.units[1].id)"))
  }

  @Test("units that are filled in the bundle and not accepted yet are checked there")
  func bundleUnits() async throws {
    let (project, bundle) = try await project()
    _ = try project.import([
      try project.returned(fill(bundle, ["Συνομιλίες  στην Αθήνα", nil, nil]))
    ])
    let filled = fill(
      bundle,
      ["Συνομιλίες στην Αθήνα", "Η συνολική στρατηγική εταιρική σχέση ξεκίνησε το 2007.", nil])
    let id = bundle.articleID
    try Data(XLIFFWriter().bytes(for: [filled])).write(
      to: project.folder.appendingPathComponent("bundles/el/\(id).xlf"))
    let report = try report(project)
    #expect(report.findings.map(\.rule) == ["double-space", "number-mismatch"])
    #expect(
      report.findings.map(\.file) == ["translations/el/\(id).xlf", "bundles/el/\(id).xlf"])
  }

  @Test("a file that cannot be read is told, and the rest of the project is checked")
  func brokenTranslation() async throws {
    let (project, bundle) = try await project()
    _ = try project.import([
      try project.returned(fill(bundle, ["Συνομιλίες  στην Αθήνα", nil, nil]))
    ])
    let folder = project.folder.appendingPathComponent("translations/en")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("<xliff".utf8).write(to: folder.appendingPathComponent("\(bundle.articleID).xlf"))
    let report = try report(project)
    #expect(report.findings.map(\.rule) == ["double-space"])
    #expect(report.failures.count == 1)
  }
}
