import ArticleModel
import Terminology
import Testing

@Suite struct TermMatcherTests {
  private func found(_ text: String, _ locale: LocaleTag) throws -> [String] {
    let bytes = Array(text.utf8)
    return try TermMatcher(glossary: .builtIn(), locale: locale).hits(in: text)
      .filter { $0.status != .forbidden }
      .map { "\($0.concept) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
  }

  @Test("the longest term counts, and none inside of it")
  func longest() throws {
    #expect(
      try found("the 19th National Congress of the Communist Party of China (CPC)", .english)
        == ["T002 19th National Congress of the Communist Party of China", "T001 CPC"])
    #expect(
      try found("the People's Republic of China", .english) == ["T153 People's Republic of China"])
  }

  @Test("an abbreviation is told from a word by its case")
  func abbreviation() throws {
    #expect(try found("cpc and PLA", .english) == ["T031 PLA"])
  }

  @Test("terms in an address do not count", arguments: ["gr.china-embassy.gov.cn", "a@china.cn"])
  func address(text: String) throws {
    #expect(try found("Write to \(text) today", .english).isEmpty)
  }

  @Test(
    "Greek terms are found in any case",
    arguments: [
      ("του 19ου Εθνικού Συνεδρίου του Κομμουνιστικού Κόμματος της Κίνας", "T002"),
      ("ΤΗΣ ΛΑΪΚΗΣ ΔΗΜΟΚΡΑΤΙΑΣ ΤΗΣ ΚΙΝΑΣ", "T153"), ("των διμερών σχέσεων", "T101"),
      ("του αμοιβαίου σεβασμού", "T092"),
      ("τον Γενικό Γραμματέα της Κεντρικής Επιτροπής του ΚΚΚ", "T006"),
    ])
  func greek(text: String, concept: String) throws {
    #expect(try found(text, .greek).map { String($0.prefix(4)) } == [concept])
  }

  @Test(
    "a pronoun may stand between an adjective and its noun", arguments: ["τις", "αυτές", "μας"])
  func pronoun(word: String) throws {
    #expect(
      try found("οι αναπτυσσόμενες \(word) χώρες", .greek) == [
        "T145 αναπτυσσόμενες \(word) χώρες"
      ])
  }

  @Test("an article makes another thing of an English term, but before a name")
  func article() throws {
    #expect(try found("the head of the state school", .english).isEmpty)
    #expect(try found("at invitation of the mayor", .english) == ["T100 at invitation of"])
    #expect(try found("Port of the Piraeus", .english) == ["T168 Port of the Piraeus"])
  }

  @Test("a short Chinese term counts only where the dictionary sees a word")
  func chinese() throws {
    #expect(try found("发展中共同", .simplifiedChinese).isEmpty)
    #expect(try found("中国共产党", .traditionalChinese) == ["T001 中国共产党"])
    #expect(try found("中國共產黨", .traditionalChinese) == ["T001 中國共產黨"])
  }

  @Test("a term inside a longer one counts as used")
  func nested() throws {
    let matcher = TermMatcher(glossary: try .builtIn(), locale: .simplifiedChinese)
    #expect(matcher.concepts(in: "中国共产党第十九次全国代表大会").isSuperset(of: ["T001", "T002"]))
  }
}
