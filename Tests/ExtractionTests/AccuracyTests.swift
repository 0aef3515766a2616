import ArticleModel
import Extraction
import Foundation
import Testing

@Suite("Accuracy")
struct AccuracyTests {
  struct Gold: Decodable {
    var file: String
    var lang: String
    var encoding: String
    var title: String
    var date: String?
    var blocks: [String]
  }

  /// The development pages, which may not be copied into the package.
  static var folder: URL? {
    let named = ProcessInfo.processInfo.environment["DRAGOMAN_SHARED"]
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      named.map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    let pages = shared.appendingPathComponent("data/pages")
    return FileManager.default.fileExists(atPath: pages.path) ? pages : nil
  }

  @Test(
    "the development pages stay above the floor",
    .enabled(if: folder != nil, "the shared development pages are not there"))
  func floor() throws {
    let folder = try #require(Self.folder)
    let extractor = try ArticleExtractor(sites: .builtIn())
    let lines = try String(contentsOf: folder.appendingPathComponent("gold.jsonl"), encoding: .utf8)
    var counts = (pages: 0, exact: 0, titles: 0, dates: 0, dated: 0, languages: 0, encodings: 0)
    var blocks = (right: 0, found: 0, wanted: 0)
    for line in lines.split(separator: "\n") {
      let gold = try JSONDecoder().decode(Gold.self, from: Data(line.utf8))
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(gold.file)))
      let article = try extractor.extract(bytes, file: gold.file, url: nil).article
      let found = article.blocks.filter { ![.title, .caption, .image].contains($0.role) }
        .map { Self.flat($0.content.plainText) }
      let wanted = gold.blocks.map(Self.flat)
      counts.pages += 1
      if found == wanted { counts.exact += 1 }
      if article.title.map({ Self.flat($0.content.plainText) }) == Self.flat(gold.title) {
        counts.titles += 1
      }
      if let date = gold.date {
        counts.dated += 1
        if article.date?.hasPrefix(date) == true { counts.dates += 1 }
      }
      if article.language.language == gold.lang { counts.languages += 1 }
      if article.encoding == gold.encoding { counts.encodings += 1 }
      blocks.right += Set(found).intersection(wanted).count
      blocks.found += found.count
      blocks.wanted += wanted.count
    }
    #expect(counts.exact * 100 >= counts.pages * 60)
    #expect(counts.titles * 100 >= counts.pages * 97)
    #expect(counts.dates * 100 >= counts.dated * 97)
    #expect(counts.languages == counts.pages)
    #expect(counts.encodings == counts.pages)
    #expect(blocks.right * 100 >= blocks.found * 96)
    #expect(blocks.right * 100 >= blocks.wanted * 96)
  }

  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
