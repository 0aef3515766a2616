import ArticleModel
import Extraction
import Foundation
import Testing

@Suite("Site profiles")
struct SiteProfilesTests {
  /// The profiles with one of a project's own.
  private func extractor(_ profile: String) throws -> ArticleExtractor {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragoman-sites-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try profile.write(
      to: folder.appendingPathComponent("own.yaml"), atomically: true, encoding: .utf8)
    return try ArticleExtractor(sites: SiteProfiles(override: folder))
  }

  private let page =
    "<h1>A title of its own</h1><p id=who>Jane Doe</p><div class=text><p>One.</p>"
    + "<p class=ad>Buy this!</p><p class=cap>A flag</p></div><a class=more href=p_2.html>More</a>"

  @Test("a project's own profile says where everything stands")
  func own() throws {
    let extractor = try extractor(
      """
      name: own
      hosts: [own.org]
      title: h1
      author: "#who"
      body: .text
      drop: .ad
      captions: .cap
      next-page: a.more
      """)
    let result = try extractor.extract(
      Array(page.utf8), file: "p.html", url: "http://www.own.org/p.html")
    #expect(result.article.author == "Jane Doe")
    #expect(result.article.blocks.map(\.role) == [.title, .paragraph, .caption])
    #expect(result.nextAddress == "http://www.own.org/p_2.html")
    #expect(result.explanation.contains("site profile own: 2 lines of its body"))
    #expect(result.explanation.contains("cut by drop: Buy this!"))
  }

  @Test("a profile that matches nothing gives way, with a warning")
  func withoutMatch() throws {
    let extractor = try extractor("name: own\nhosts: [own.org]\nbody: .gone\n")
    extractor.explains = true
    let text = String(
      repeating: "<p>The council met on Tuesday, and the mayor spoke, at length.</p>", count: 5)
    let result = try extractor.extract(
      Array("<div class=share>Share this</div><div>\(text)</div>".utf8), file: "p.html",
      url: "http://own.org/p.html")
    #expect(result.findings.map(\.rule) == ["profile-without-match"])
    #expect(result.article.blocks.count { $0.role == .paragraph } == 5)
    #expect(result.explanation.contains { $0.hasPrefix("generic extractor: 5 of 6 lines") })
  }

  @Test("a selector that cannot be read is an error with the file's name")
  func unreadable() {
    #expect(throws: ExtractionError.self) { try extractor("name: own\nbody: \"a > b\"\n") }
  }

  @Test(
    "a profile with a mistake is an error with its line",
    arguments: [
      ("name: own\nboddy: .text\n", "line 2: the key boddy is unknown"),
      ("name: own\nhosts: own.org\n", "line 2: hosts is a list"),
      ("name: own\nbody: [a, b]\n", "line 2: body is a text"),
      ("name: own\nlimits:\n  titel: 80\n", "line 3: no block has this role"),
      ("name: own\nlimits:\n  title: long\n", "line 3: a limit is a number of characters"),
      ("body: .text\n", "a profile is a mapping with a name"),
    ])
  func mistakes(profile: String, message: String) throws {
    let error = try #require(throws: ExtractionError.self) { try extractor(profile) }
    #expect("\(error)".hasPrefix("own.yaml: " + message))
  }
}
