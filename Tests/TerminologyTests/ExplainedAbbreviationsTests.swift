import ArticleModel
import Terminology
import Testing

@Suite struct ExplainedAbbreviationsTests {
  private func found(_ text: String, _ locale: LocaleTag) throws -> [String] {
    try TermMatcher(glossary: .builtIn(), locale: locale).hits(in: text).map(\.concept)
  }

  @Test(
    "an abbreviation that the text explains as another's does not count, anywhere in it",
    arguments: [
      ("a power purchase agreement (PPA); the PPA expires", LocaleTag.english),
      ("the Caspian Pipeline Consortium (CPC)", .english),
      ("the Communist Party of Cuba (CPC)", .english),
      ("η Εθνική Λυρική Σκηνή (ΕΛΣ)", .greek), ("η Διδασκαλική Ομοσπονδία (ΔΟΕ)", .greek),
    ])
  func another(text: String, locale: LocaleTag) throws {
    #expect(try found(text, locale).isEmpty)
  }

  @Test(
    "one that is explained as the concept's, in whatever words, does",
    arguments: [
      ("the Piraeus Port Authority (PPA)", LocaleTag.english, "T070"),
      ("η Παγκόσμια Οργάνωση Υγείας (ΠΟΥ)", .greek, "T197"),
      ("spoke at length (PPA)", .english, "T070"),
    ])
  func own(text: String, locale: LocaleTag, concept: String) throws {
    #expect(try found(text, locale).contains(concept))
  }
}
