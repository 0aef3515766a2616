import ArticleModel
import Testing

@Suite struct InlineTests {
  let content: [Inline] = [
    .text("See "),
    .code(InlineCode(id: "1", position: .opening, kind: .link, data: "<a>")),
    .text("the "), .text(""), .text("report"),
    .code(InlineCode(id: "1", position: .closing, kind: .link, data: "</a>")),
    .code(InlineCode(id: "2", position: .standalone, kind: .lineBreak, data: "<br>")),
    .text("now"),
  ]

  @Test("a line break is a line feed in the plain text, and nothing in the text alone")
  func texts() {
    #expect(content.plainText == "See the report\nnow")
    #expect(content.textOnly == "See the reportnow")
  }

  @Test("the dump shows codes by their identifiers")
  func dump() {
    #expect(content.dump == "See <1>the report</1><2/>now")
  }

  @Test("normalised content has no empty and no neighbouring runs of text")
  func normalized() {
    #expect(content.normalized.count == 6)
    #expect(content.normalized.dump == content.dump)
  }
}
