import ArticleModel
import Terminology
import Testing

@Suite struct OtherNameTreeTests {
  private func found(_ text: String, _ locale: LocaleTag) throws -> [String] {
    try TermMatcher(glossary: .builtIn(), locale: locale).hits(in: text).map(\.concept)
  }

  @Test(
    "a term at one end of another thing's name does not count",
    arguments: [
      ("the Premier League", LocaleTag.english), ("the Special Olympics", .english),
      ("the European Commission for Democracy through Law", .english),
      ("the head of state television", .english),
      ("της Ευρωπαϊκής Ένωσης Ραδιοτηλεόρασης", .greek),
      ("τον ειδικό απεσταλμένο της εφημερίδας", .greek),
      ("την Επιτροπή Ανταγωνισμού", .greek),
    ])
  func others(text: String, locale: LocaleTag) throws {
    #expect(try found(text, locale).isEmpty)
  }

  @Test("the term counts elsewhere in the same text")
  func elsewhere() throws {
    #expect(try found("The Premier saw a Premier League match.", .english) == ["T043"])
  }

  @Test("a glossary's own term counts though it is such a name, and so does another part of it")
  func own() throws {
    let concepts = ["Premier League", "League"].enumerated().map { index, term in
      Concept(
        id: "\(index)", terms: [.english: ConceptTerms(preferred: term)], file: "test", line: 1)
    }
    let both = TermMatcher(glossary: Glossary(concepts: concepts), locale: .english)
    #expect(both.hits(in: "the Premier League").map(\.concept) == ["0"])
    let part = TermMatcher(glossary: Glossary(concepts: [concepts[1]]), locale: .english)
    #expect(part.hits(in: "the Premier League").map(\.concept) == ["1"])
  }
}
