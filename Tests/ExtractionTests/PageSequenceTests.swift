import ArticleModel
import Testing

@testable import Extraction

@Suite("Pages of one article")
struct PageSequenceTests {
  @Test(
    "the next page has the next number behind the same address",
    arguments: [
      ("http://a.cn/n/12345_2.html", "http://a.cn/n/12345.html", true),
      ("http://a.cn/n/12345_3.html", "http://a.cn/n/12345_2.html", true),
      ("http://a.cn/n/12346.html", "http://a.cn/n/12345.html", false),
      ("http://a.org/story?page=2", "http://a.org/story", true),
      ("http://a.org/story/page/2/", "https://a.org/story/", true),
      ("http://a.org/story/3", "http://a.org/story", false),
      ("http://a.org/other/2", "http://a.org/story", false),
    ])
  func follows(next: String, page: String, expected: Bool) {
    #expect(PageSequence.follows(next, page) == expected)
  }

  @Test("the link below the text leads to the next page, and the text is joined")
  func joined() throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    func page(_ text: String, _ link: String) -> [UInt8] {
      Array(
        ("<div id=News_Body_Title>T</div><div id=News_Body_Txt_A><p>\(text)</p></div>"
          + "<div><a href='\(link)'>2</a></div>").utf8)
    }
    let first = try extractor.extract(
      page("One.", "t1_2.htm"), file: "t1.htm", url: "http://h.org/t1.htm")
    #expect(first.nextAddress == "http://h.org/t1_2.htm")
    let second = try extractor.extract(
      page("Two.", "t9.htm"), file: "t1_2.htm", url: "http://h.org/t1_2.htm")
    #expect(second.nextAddress == nil)
    let whole = first.continued(by: second).article
    #expect(whole.blocks.map(\.content.plainText) == ["T", "One.", "Two."])
    #expect(Set(whole.blocks.map(\.id)).count == 3)
  }
}
