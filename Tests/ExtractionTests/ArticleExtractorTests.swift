import ArticleModel
import Extraction
import Testing

@Suite("Articles")
struct ArticleExtractorTests {
  /// A page that the china-embassy profile cuts, so that only what is in the body matters.
  private func body(_ html: String, url: String? = nil) throws -> [Block] {
    let page =
      "<html><body><div id=News_Body_Title>Title</div><div id=News_Body_Txt_A>\(html)</div></body></html>"
    let extractor = try ArticleExtractor(sites: .builtIn())
    let result = try extractor.extract(Array(page.utf8), file: "page.html", url: url)
    return Array(result.article.blocks.dropFirst())
  }

  @Test(
    "inline markup becomes codes, white space is collapsed",
    arguments: [
      (
        "<p>See <a href='/r'>the  report</a> of <b>May</b>.</p>",
        "See <1>the report</1> of <2>May</2>."
      ),
      ("<p>one<br>two</p>", "one<1/>two"),
      ("<p><b>all of this is bold and ends so.</b></p>", "all of this is bold and ends so."),
      ("<p>a <a href='javascript:x()'>link</a> <b></b>here</p>", "a link here"),
      ("<p>&nbsp;&nbsp; <font color=red>x</font>\u{3000}y &nbsp; z</p>", "x y z"),
      ("<p>H<sub>2</sub>O <span style='display: none'>no</span></p>", "H<1>2</1>O"),
    ])
  func inline(html: String, expected: String) throws {
    #expect(try body(html).map(\.content.dump) == [expected])
  }

  @Test("blocks are split at two line breaks, and at one before an indent")
  func splits() throws {
    let html = "one<br><br>two<br>\u{3000}\u{3000}three<p>four<div>five</div></p>"
    #expect(try body(html).map(\.content.plainText) == ["one", "two", "three", "four", "five"])
  }

  @Test("links are resolved against the address of the page")
  func links() throws {
    let blocks = try body("<p>a <a href='../x.htm'>b</a></p>", url: "http://host.org/eng/d/p.htm")
    #expect(blocks.first?.content.codes.first?.attributes == ["href": "http://host.org/eng/x.htm"])
  }

  @Test("lists, quotes, headings and pictures have their roles")
  func roles() throws {
    let blocks = try body(
      "<h2>Head</h2><ol><li>one<li>two</ol><blockquote>said</blockquote>"
        + "<img src=a.jpg alt='A flag'><table><tr><th>a<th>b<tr><td>c<td>d</table>")
    #expect(
      blocks.map(\.role) == [
        .heading, .listItem, .listItem, .quote, .image, .tableCell, .tableCell, .tableCell,
        .tableCell,
      ])
    #expect(blocks[1].place == Block.Place(group: 1, marked: true, row: 1))
    #expect(blocks[4].imageAddress == "a.jpg")
    #expect(blocks[8].place == Block.Place(group: 2, row: 2, column: 2))
  }

  @Test(
    "a file that is no page is refused with a remedy",
    arguments: [
      ([], "p.html: the file is empty; save the page again"),
      (
        Array("%PDF-1.4".utf8), "p.html: this is a PDF, not a web page; save the page as HTML"
      ),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], message: String) throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let error = #expect(throws: ExtractionError.self) {
      try extractor.extract(bytes, file: "p.html", url: nil)
    }
    #expect(error?.description == message)
  }

  @Test("random bytes, NUL bytes and deep nesting crash nothing")
  func hostile() throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    var seed: UInt64 = 7
    var pages: [[UInt8]] = (0..<40).map { _ in
      (0..<3000).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1
        return UInt8(truncatingIfNeeded: seed >> 40)
      }
    }
    pages.append(Array("<p>a\0b\0c</p>".utf8) + [0, 0, 0])
    pages.append(Array((String(repeating: "<div>", count: 100_000) + "text.").utf8))
    pages.append(Array((String(repeating: "<b><p>", count: 3_000) + "text.").utf8))
    for page in pages { _ = try? extractor.extract(page, file: "x.html", url: nil) }
  }

  @Test("a Greek page in UTF-16 without a mark is a page, not a binary file")
  func greekUTF16() throws {
    let sentence =
      "Ο Πρόεδρος της Κίνας μίλησε τηλεφωνικά με τον Πρόεδρο των ΗΠΑ, είπε η πρεσβεία. "
    let page =
      "<html><body><div id=News_Body_Title>Τίτλος</div><div id=News_Body_Txt_A>"
      + String(repeating: "<p>\(sentence)</p>", count: 20) + "</div></body></html>"
    let bytes = page.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let extractor = try ArticleExtractor(sites: .builtIn())
    let article = try extractor.extract(bytes, file: "p.html", url: nil).article
    #expect(article.encoding == "utf-16le")
    #expect(article.language == .greek)
    #expect(article.blocks.count == 21)
  }
}
