import ArticleModel
import Extraction
import Foundation
import Testing

@Suite("Pages of the embassy")
struct EmbassyPageTests {
  struct Gold: Decodable {
    var file: String
    var url: String
    var encoding: String
    var title: String
    var date: String?
    var blocks: [String]
  }

  static let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures/embassy")

  static func gold() throws -> [Gold] {
    try String(contentsOf: folder.appendingPathComponent("gold.jsonl"), encoding: .utf8)
      .split(separator: "\n").map { try JSONDecoder().decode(Gold.self, from: Data($0.utf8)) }
  }

  private func bytes(_ gold: Gold) throws -> [UInt8] {
    let name = gold.file.split(separator: "/").last.map(String.init) ?? ""
    return [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name)))
  }

  @Test("title, date, encoding and every block are exact", arguments: [true, false])
  func exact(withAddress: Bool) throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let pages = try Self.gold()
    #expect(pages.count == 5)
    for gold in pages {
      let page = try extractor.extract(
        bytes(gold), file: gold.file, url: withAddress ? gold.url : nil)
      let article = page.article
      #expect(article.title?.content == [.text(gold.title)])
      #expect(article.blocks.dropFirst().map(\.content) == gold.blocks.map { [.text($0)] })
      #expect(article.blocks.dropFirst().allSatisfy { $0.role == .paragraph })
      #expect(article.date == gold.date)
      #expect(article.encoding == gold.encoding)
      #expect(article.language == .english)
      #expect(article.breadcrumbs.first == "Home")
      #expect(article.url == (withAddress ? gold.url : nil))
      #expect(page.findings.isEmpty)
      #expect(Set(article.blocks.map(\.id)).count == article.blocks.count)
    }
  }

  @Test("a page cut at any place is an article or a clear error")
  func truncated() throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let gold = try #require(try Self.gold().first)
    let whole = try bytes(gold)
    for length in stride(from: 0, to: whole.count, by: 37) {
      do {
        let page = try extractor.extract(Array(whole.prefix(length)), file: "cut.html", url: nil)
        #expect(!page.article.blocks.isEmpty)
      } catch {
        #expect(error.description.hasPrefix("cut.html: "))
      }
    }
  }
}
