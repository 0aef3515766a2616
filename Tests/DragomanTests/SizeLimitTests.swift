import ArticleModel
import Foundation
import Testing

@testable import Dragoman

@Suite struct SizeLimitTests {
  private static let page = """
    <html lang="en"><head><title>Talks in Athens</title></head><body><h1>Talks in Athens</h1>
    <p>The President met the Prime Minister in Athens. They spoke of trade and of the sea.</p>
    <p>A plain sentence without codes stands here for the tools of this world.</p></body></html>
    """

  private func project(format: String) async throws -> ExampleProject {
    let project = try ExampleProject()
    let sites = project.folder.appendingPathComponent("Sites")
    try FileManager.default.createDirectory(at: sites, withIntermediateDirectories: true)
    try "name: example\nhosts: [example.org]\nlimits: {title: 20}\n".write(
      to: sites.appendingPathComponent("example.yaml"), atomically: true, encoding: .utf8)
    let page = project.folder.appendingPathComponent("returned-page.html")
    try Self.page.write(to: page, atomically: true, encoding: .utf8)
    let opened = try Project(folder: project.folder, create: true, languages: [.greek])
    try await ExtractWorkflow(project: opened, format: format).run(
      pages: [page.path], address: "https://www.example.org/talks.html", jobs: 1
    ) { #expect($0.failure == nil) }
    return project
  }

  private func bundle(_ project: ExampleProject) throws -> String {
    let folder = project.folder.appendingPathComponent("bundles/el")
    let name = try #require(Project.names(in: folder, suffix: ".xlf").first)
    return try project.text("bundles/el/\(name).xlf")
  }

  @Test(
    "a bundle says how long the site lets a title be",
    arguments: [
      ("2.0", "slr:sizeRestriction=\"20\""), ("2.2", "slr:sizeRestriction=\"20\""),
      ("1.2", "maxwidth=\"20\""),
    ])
  func written(format: String, attribute: String) async throws {
    let text = try bundle(try await project(format: format))
    #expect(text.ranges(of: attribute).count == 1)
  }

  /// Imports the bundle with a title of 30 characters.
  private func longTitle(in project: ExampleProject) throws -> [UnitVerdict] {
    let text = try bundle(project).replacing(
      "</source>", with: "</source><target>Συνομιλίες στην Αθήνα για όλα</target>",
      maxReplacements: 1)
    let file = project.folder.appendingPathComponent("returned.xlf")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try project.import([file.path]).verdicts
  }

  @Test("a title that is too long is taken, and named")
  func tooLong() async throws {
    let verdicts = try longTitle(in: try await project(format: "2.0"))
    let title = try #require(verdicts.first { $0.kind == .accepted })
    #expect(title.findings.contains { $0.rule == "too-long" && $0.severity == .warning })
  }

  @Test("a project says what a long title is to it", arguments: ["refuse", "waive", "severity"])
  func configured(how: String) async throws {
    let project = try await project(format: "2.0")
    let id = try #require(try bundle(project).firstMatch(of: /<unit id="([^"]+)"/)?.1)
    let settings = [
      "refuse": "refuse: [too-long]\n", "severity": "severity: {too-long: error}\n",
      "waive": "waivers:\n  - {rule: too-long, unit: \(id), reason: there is room}\n",
    ]
    try ("languages: [el]\n" + (settings[how] ?? "")).write(
      to: project.folder.appendingPathComponent("dragoman.yaml"), atomically: true, encoding: .utf8)
    let title = try #require(try longTitle(in: project).first { $0.unit == id })
    #expect(title.kind == (how == "refuse" ? .refused : .accepted))
    #expect(
      title.findings.filter { $0.rule == "too-long" }.map(\.severity)
        == (how == "waive" ? [] : how == "severity" ? [.error] : [.warning]))
  }
}
