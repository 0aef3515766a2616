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
    "notes, captions and subheads are told from paragraphs",
    arguments: [
      ("<p><b>What comes next</b></p>", .heading), ("<p><b>It is over.</b></p>", .paragraph),
      ("<h3>Next</h3>", .heading), ("<div class=footnotes><p>1. See there.</p></div>", .footnote),
      ("<p id=_ftn1><a href=#_ftnref1>[1]</a> See there.</p>", .footnote),
      ("<ol><li id='fn:1'>See there.</ol>", .footnote),
      ("<p><a href=#reference>See there</a>, and read.</p>", .paragraph),
      ("<p>See <a href=#_ftn1>[1]</a> there.</p>", .paragraph),
      ("<figure><figcaption>A flag</figcaption></figure>", .caption),
      ("<blockquote><p>I said so.</p></blockquote>", .quote),
      ("<blockquote><h4>Said</h4></blockquote>", .heading), ("<pre>a = b</pre>", .preformatted),
    ] as [(String, BlockRole)])
  func role(html: String, role: BlockRole) throws {
    #expect(try body(html).map(\.role) == [role])
  }

  @Test(
    "a table of layout is dissolved, one of content keeps its cells",
    arguments: [
      ("<table><tr><td><p>One.</p><p>Two.</p></table>", [.paragraph, .paragraph]),
      ("<table><tr><td>One.<tr><td>Two.</table>", [.paragraph, .paragraph]),
      (
        "<table><tr><td>\(String(repeating: "A long text. ", count: 40))<td>Two."
          + "<tr><td>\(String(repeating: "Another text. ", count: 40))<td>Four.</table>",
        [.paragraph, .paragraph, .paragraph, .paragraph]
      ),
      (
        "<table><tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table><td>x<tr><td>y<td>z</table>",
        [.tableCell, .tableCell, .tableCell, .tableCell, .paragraph, .paragraph, .paragraph]
      ),
    ] as [(String, [BlockRole])])
  func tables(html: String, roles: [BlockRole]) throws {
    #expect(try body(html).map(\.role) == roles)
  }

  @Test(
    "drop caps and letters set apart are joined",
    arguments: [
      ("<p><span class=dropcap>T</span>he council met.</p>", "The council met."),
      ("<p><span class='drop-cap'> Τ</span> ο συμβούλιο.</p>", "Το συμβούλιο."),
      ("<h2>N E W S   R O O M</h2>", "NEWSROOM"), ("<h2>衞 生 署 呼 籲</h2>", "衞生署呼籲"),
      ("<p>I a m</p>", "I a m"), ("<p>A B C of law</p>", "A B C of law"),
    ])
  func letters(html: String, text: String) throws {
    #expect(try body(html).map(\.content.plainText) == [text])
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

  @Test(
    "who signs a notice, and the day, close its text; a credit does not",
    arguments: [("City of Riverton", 6), ("Editor: Jane Doe", 4)])
  func signature(signer: String, count: Int) throws {
    let sentence = "The road along the river is closed, and traffic goes over the old bridge. "
    let page =
      "<title>Road closed</title><ul><li><a href=/>Home</a></ul><h1>Road closed</h1><div class=text>"
      + String(repeating: "<p>\(sentence)\(sentence)</p>", count: 3)
      + "<p>\(signer)</p><p>27 January 2022</p></div><div class=footer>© City of Riverton</div>"
    let extractor = try ArticleExtractor(sites: .builtIn())
    let blocks = try extractor.extract(Array(page.utf8), file: "p.html", url: nil).article.blocks
    #expect(blocks.count == count)
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
