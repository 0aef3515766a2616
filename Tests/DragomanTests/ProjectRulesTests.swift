import ArticleModel
import Foundation
import Interchange
import Synchronization
import Testing

@testable import Dragoman

/// The sentence rules that a project has of its own.
@Suite struct ProjectRulesTests {
  private func segments(_ project: ExampleProject) throws -> [String] {
    try project.bundle(.greek).units.flatMap(\.segments).map(\.source.plainText)
  }

  private func write(_ text: String, to path: String, in project: ExampleProject) throws {
    let file = project.folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private static let srx = """
    <?xml version="1.0" encoding="UTF-8"?>
    <srx xmlns="http://www.lisa.org/srx20" version="2.0">
    <header segmentsubflows="yes" cascade="no"/>
    <body><languagerules><languagerule languagerulename="Commas">
    <rule break="yes"><beforebreak>,</beforebreak><afterbreak>\\s</afterbreak></rule>
    </languagerule></languagerules>
    <maprules><languagemap languagepattern=".*" languagerulename="Commas"/></maprules></body>
    </srx>
    """

  @Test("the rules of Locales/segmentation.srx cut what extract writes")
  func srx() async throws {
    let project = try ExampleProject()
    try await project.extract()
    let before = try segments(project)
    #expect(before.contains { $0.contains(", ") })

    let other = try ExampleProject()
    try write(Self.srx, to: "Locales/segmentation.srx", in: other)
    try await other.extract()
    let after = try segments(other)
    #expect(after.allSatisfy { !$0.contains(", ") })
    #expect(after.contains { $0.hasSuffix(",") })
    #expect(after.contains { $0.contains(". ") })
  }

  @Test("a broken Locales/segmentation.srx is named beside the page that it stops")
  func brokenRules() async throws {
    let project = try ExampleProject()
    try write("<srx", to: "Locales/segmentation.srx", in: project)
    let failures = Mutex<[String]>([])
    try await ExtractWorkflow(
      project: Project(folder: project.folder, create: true, languages: [.greek]), locales: []
    ).run(pages: [ExampleProject.fixture("example/page.html").path], address: nil, jobs: 1) {
      report in
      failures.withLock { $0.append(report.failure.map { "\($0)" } ?? "none") }
    }
    let all = failures.withLock { $0 }
    #expect(all.count == 1 && all[0].contains("Locales/segmentation.srx:1"), "\(all)")
  }

  @Test("a project's own words take the place of the built-in ones")
  func words() async throws {
    let page = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragoman-\(UUID()).html")
    defer { try? FileManager.default.removeItem(at: page) }
    try Data(
      """
      <html lang="en"><head><title>A visit to Athens</title></head><body><article>
      <h1>A visit to Athens</h1>
      <p>The delegation met Xyz. Wu and Mr. Li in the old town on Monday. They talked about trade,
      ships and schools for two hours.</p>
      <p>Later the guests went to the port and saw the new cranes. The day ended with a dinner.</p>
      </article></body></html>
      """.utf8
    ).write(to: page)

    func sentences(_ words: String?) async throws -> [String] {
      let project = try ExampleProject()
      if let words { try write(words, to: "Locales/en/abbreviations.txt", in: project) }
      try await project.extract(page, locales: [.greek])
      let folder = project.folder.appendingPathComponent("bundles/el")
      let name = try #require(
        FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".xlf") })
      let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
      return try XLIFFReader().read(bytes, file: name).bundles.flatMap(\.units)
        .flatMap(\.segments).map(\.source.plainText)
    }
    func isWhole(_ sentences: [String], _ part: String) -> Bool {
      sentences.contains { $0.contains(part) }
    }
    let own = try await sentences(nil)
    #expect(!isWhole(own, "Xyz. Wu") && isWhole(own, "Mr. Li"))
    let other = try await sentences("[never]\nXyz.\n")
    #expect(isWhole(other, "Xyz. Wu") && !isWhole(other, "Mr. Li"))
    // With `@en` a file in the project has those words as well.
    let both = try await sentences("@en\n[never]\nXyz.\n")
    #expect(isWhole(both, "Xyz. Wu") && isWhole(both, "Mr. Li"))
  }
}
