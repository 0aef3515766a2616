import ArticleModel
import Testing

@testable import Dragoman

@Suite struct SourceAlignerTests {
  private func unit(_ sources: [String]) -> TranslationUnit {
    TranslationUnit(
      id: "u",
      parts: sources.enumerated().map { number, text in
        .segment(Segment(id: "s\(number)", source: [.text(text)]))
      })
  }

  @Test(
    "what came home is found in the article's text, with its white space",
    arguments: [
      ("One. Two.", ["One.", "Two."], ["One.", " ", "Two."], 0),
      ("A\u{A0}b", ["A b"], ["A\u{A0}b"], 0),
      ("One. Two. Three.", ["One.", "Three."], ["One.", " ", "Two.", " ", "Three."], 1),
      ("aaab", ["aab"], ["a", "aab"], 1),
      ("abababc", ["ababc"], ["ab", "ababc"], 1),
    ])
  func aligned(text: String, sources: [String], parts: [String], missing: Int) throws {
    let aligner = SourceAligner(content: [.text(text)])
    let alignment = try #require(aligner.align(unit(sources)))
    #expect(alignment.unit.parts.map { $0.source.textOnly } == parts)
    #expect(alignment.missing == missing)
  }

  @Test("a source that is not a part of the text is not aligned")
  func strange() {
    let aligner = SourceAligner(content: [.text("One. Two.")])
    #expect(aligner.align(unit(["Two.", "One."])) == nil)
    #expect(aligner.align(unit(["One. Too."])) == nil)
  }

  /// Searched place by place this would compare 10¹⁰ times.
  @Test("a long text that repeats itself is searched once")
  func repetition() {
    let aligner = SourceAligner(content: [.text(String(repeating: "a", count: 200_000))])
    #expect(aligner.align(unit([String(repeating: "a", count: 100_000) + "b"])) == nil)
  }
}
