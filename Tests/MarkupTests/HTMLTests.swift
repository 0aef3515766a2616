import Testing

@testable import Markup

@Suite("HTML")
struct HTMLTests {
  /// A tree in one line: elements as `name(…)` in order, texts in quotation marks.
  private func dump(_ page: String) -> String { dump(Array(page.utf8)) }

  private func dump(_ page: [UInt8]) -> String {
    let document = HTMLDocument(utf8: page)
    func dump(_ node: HTMLNode) -> String {
      if node.isText {
        return node.withText { "'" + String(decoding: $0, as: UTF8.self) + "'" } ?? ""
      }
      var children: [String] = []
      var child = node.firstChild
      while let inner = child {
        children.append(dump(inner))
        child = inner.nextSibling
      }
      return node.name + (children.isEmpty ? "" : "(" + children.joined(separator: " ") + ")")
    }
    return withExtendedLifetime(document) { dump(document.root) }
  }

  private func text(_ page: String) -> String {
    let document = HTMLDocument(utf8: Array(page.utf8))
    return withExtendedLifetime(document) { document.root.text }
  }

  @Test(
    "the body's tree is that of HTML 5",
    arguments: [
      // A block begins anew inside a paragraph, and formatting goes on in it.
      ("<p>one<div>two</div>", "p('one') div('two')"),
      ("<p><b>one<section>two</section>three", "p(b('one')) section(b('two')) b('three')"),
      ("<a href=1>one<a href=2>two", "a('one') a('two')"),
      ("<p>one<section>two</section>three", "p('one') section('two') 'three'"),
      // A named place is no link around what follows.
      ("<a name=top><p>one", "a p('one')"),
      // Cells outside rows, rows outside sections, tables inside cells.
      ("<table><td>1<td>2<tr><td>3", "table(tr(td('1') td('2')) tr(td('3')))"),
      ("<td>one<td>two", "td('one') td('two')"),
      (
        "<table><tr><td><table><tr><td>1</table>2</table>3",
        "table(tr(td(table(tr(td('1'))) '2'))) '3'"
      ),
      // End tags that may be left out.
      ("<ul><li>1<li>2<ul><li>3</ul></ul>", "ul(li('1') li('2' ul(li('3'))))"),
      ("<dl><dt>1<dd>2<dt>3", "dl(dt('1') dd('2') dt('3'))"),
      ("<h1>1<h2>2", "h1('1') h2('2')"),
      // End tags without a beginning.
      ("<br>one</div></td>two</x-y>three", "br 'onetwothree'"),
      // What is no markup is text.
      ("<p>1 < 2 <3 & 4", "p('1 < 2 <3 & 4')"),
      ("<p>one</p></body></html><p>two", "p('one') p('two')"),
      ("<x-y>one</x-z>two</x-y>", "x-y('onetwo')"),
      ("<svg><path/><title>no</title></svg>one", "svg(path title('no')) 'one'"),
    ])
  func tree(page: String, expected: String) {
    #expect(dump(page) == "html(body(\(expected)))")
  }

  @Test(
    "where libxml2 ends formatting earlier than HTML 5, the text is whole",
    arguments: [
      "<p><b>one <p>two</b> three", "<a href=x><div>one </a>two</div> three",
      "one </div>two<p>three",
    ])
  func formatting(page: String) {
    #expect(text(page) == "one two three")
  }

  @Test("the title and <meta> stand in the head, wherever the body begins")
  func head() {
    #expect(
      dump("<!DOCTYPE html><title>A &amp; B</title><meta name=a><p>text")
        == "html(head(title('A & B') meta) body(p('text')))")
    #expect(
      dump("<title>never closed<p>text") == "html(head(title('never closed')) body(p('text')))")
  }

  @Test("text after the end of the page is read, scripts and comments are not")
  func skipped() {
    let page =
      "<html><body><p>one</p><script>var a='</p><b>no</b>';</script><!-- no <p>no</p> -->"
      + "<!--[if IE]>no<![endif]--><![if !IE]><noscript>no</noscript><style>no</style>"
      + "<iframe>no</iframe></body></html><p>two</p>"
    #expect(text(page) == "one two")
  }

  @Test("JSON-LD is kept, other scripts are not")
  func structuredData() {
    let page = "<script>1</script><script type='application/ld+json'>{\"a\":1}</script>"
    let data = HTMLDocument(utf8: Array(page.utf8)).structuredData
    #expect(data.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\":1}"])
  }

  @Test(
    "references are resolved, with a semicolon and without",
    arguments: [
      ("a&nbspb &copy 2017 &amp c", "a b © 2017 & c"), ("&Alpha;&hellip;&#8211;&#x3B1", "Α…–α"),
      ("&#147;x&#148;", "“x”"), ("a&#0;&#xD800;&#9999999;b", "ab"),
      ("&unknown; &", "&unknown; &"), ("AT&T", "AT&T"),
    ])
  func references(page: String, expected: String) {
    #expect(text(page) == expected)
  }

  @Test("an address keeps what only looks like a reference")
  func addresses() {
    let document = HTMLDocument(utf8: Array("<a href='?a=1&copy=2&amp;b' HREF=no>x".utf8))
    let address = withExtendedLifetime(document) {
      document.root.firstChild?.firstChild?.attribute("href")
    }
    #expect(address == "?a=1&copy=2&b")
  }

  @Test(
    "deep nesting loses no text",
    arguments: ["div", "span", "font", "table", "blockquote", "x-y", "b", "li"])
  func depth(tag: String) {
    for depth in [300, 20_000] {
      #expect(text(String(repeating: "<\(tag)>", count: depth) + "deep").contains("deep"))
    }
  }

  @Test("a page cut anywhere, or with any byte changed, has a tree")
  func cuts() {
    let page = Array(
      "<!DOCTYPE html><title>t</title><!-- c --><body a='1' b=\"2\"><table><td>x&copy;<b><p>y</b></table>"
        .utf8)
    for end in 0...page.count {
      #expect(dump(Array(page[..<end])).hasPrefix("html"))
    }
    for index in page.indices {
      for byte: UInt8 in [0, 0x22, 0x26, 0x27, 0x2F, 0x3C, 0x3E, 0xFF] {
        var changed = page
        changed[index] = byte
        #expect(dump(changed).hasPrefix("html"))
      }
    }
  }

  @Test("NUL bytes are dropped")
  func zeros() {
    #expect(text("<p>o\0ne</p>\0<p cl\0ass=x>two") == "one two")
  }

  @Test("text and values are escaped")
  func escapes() {
    #expect(HTMLEscape.text("a<b & \"c\">") == "a&lt;b &amp; \"c\"&gt;")
    #expect(HTMLEscape.attribute("\"<'>\"") == "&quot;&lt;'&gt;&quot;")
  }
}
