import ArticleModel
import Testing

@testable import Dragoman

@Suite struct CodeRepairTests {
  /// `<1>`, `</1>` and `<1/>` in a text as codes.
  static func content(_ text: String) -> [Inline] {
    var result: [Inline] = []
    var rest = text[...]
    while let match = rest.firstMatch(of: /<(\/?)([0-9])(\/?)>/) {
      result.append(.text(String(rest[..<match.range.lowerBound])))
      let position: InlineCode.Position =
        match.1 == "/" ? .closing : match.3 == "/" ? .standalone : .opening
      result.append(
        .code(InlineCode(id: String(match.2), position: position, kind: .bold, data: "")))
      rest = rest[match.range.upperBound...]
    }
    return (result + [.text(String(rest))]).normalized
  }

  @Test(
    "the only way is found",
    arguments: [
      ("<1>all of it</1>", "όλα", "<1>όλα</1>"),
      ("<1><2>all</2></1>", "όλα", "<1><2>όλα</2></1>"),
      ("see <1>G20</1> now", "δες G20 τώρα", "δες <1>G20</1> τώρα"),
      ("<1/>start", "αρχή", "<1/>αρχή"),
      ("end<1/>", "τέλος", "τέλος<1/>"),
      ("a <1>b</1>", "α <1>β", "α <1>β</1>"),
      ("<1>a</1> b", "α</1> β", "<1>α</1> β"),
      ("a<1/>b", "α<1/><1/>β", "α<1/>β"),
      ("a<1/>b", "α<1/>β<7/>", "α<1/>β"),
      ("<1><2>a</2></1>", "<1><2>α</1></2>", "<1><2>α</2></1>"),
    ])
  func repaired(source: String, target: String, wanted: String) {
    let result = CodeRepair.repaired(Self.content(target), source: Self.content(source))
    #expect(result?.dump == wanted)
  }

  @Test(
    "where there is a choice there is no repair",
    arguments: [
      ("see <1>this</1> now", "δες αυτό τώρα"), ("a<1/>b", "αβ"),
      ("see <1>G20</1> now", "G20 και G20"), ("a<1/>b", "<1/>α<1/>β"),
      ("<1>a</1><2>b</2>", "<1>α<2>β</1>γ</2>"),
    ])
  func choice(source: String, target: String) {
    #expect(CodeRepair.repaired(Self.content(target), source: Self.content(source)) == nil)
  }
}
