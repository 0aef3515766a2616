import Testing

@testable import Markup

@Suite("HTML")
struct HTMLTests {
  @Test("the numbers of the tags are those of the shim's table")
  func tags() {
    for tag in HTMLTag.allCases where tag != .other {
      let name = HTMLTag.shimName(Int(tag.rawValue))
      #expect(name == tag.name)
    }
    #expect(HTMLTag.shimName(HTMLTag.allCases.count) == nil)
  }

  private func text(_ page: String) -> String {
    let prepared = HTMLPreparation(Array(page.utf8))
    let document = HTMLDocument(utf8: prepared.utf8)
    return withExtendedLifetime(document) { document?.root?.text ?? "" }
  }

  @Test("text after the end of the page is read, scripts and comments are not")
  func preparation() {
    let page =
      "<html><body><p>one</p><script>var a='</p><b>no</b>';</script><!-- no <p>no</p> -->"
      + "<!--[if IE]>no<![endif]--></body></html><p>two</p>"
    #expect(text(page) == "one two")
  }

  @Test("references without a semicolon are resolved")
  func references() {
    #expect(text("<p>a&nbspb &copy 2017 &amp c</p>") == "a b © 2017 & c")
  }

  @Test("deep nesting loses no text", arguments: ["div", "span", "font", "table"])
  func depth(tag: String) {
    for depth in [300, 2_000] {
      #expect(text(String(repeating: "<\(tag)>", count: depth) + "deep").contains("deep"))
    }
  }

  @Test("a page of 100,000 nested elements keeps its text")
  func deepest() {
    #expect(text(String(repeating: "<div>", count: 100_000) + "deep").contains("deep"))
  }

  @Test("text and values are escaped")
  func escapes() {
    #expect(HTMLEscape.text("a<b & \"c\">") == "a&lt;b &amp; \"c\"&gt;")
    #expect(HTMLEscape.attribute("\"<'>\"") == "&quot;&lt;'&gt;&quot;")
  }
}
