import ArticleModel
import Terminology
import Testing

@Suite struct TermMinerTests {
  @Test("a run that comes back is a candidate, its parts and known terms are none")
  func candidates() throws {
    let glossary = Glossary(concepts: [
      Concept(
        id: "A", terms: [.english: ConceptTerms(preferred: "green energy")], file: "test", line: 1)
    ])
    var english = TermMiner(locale: .english, glossary: glossary)
    var greek = TermMiner(locale: .greek, glossary: glossary)
    for number in 1...4 {
      english.add("The deep water port opened in year \(number), with green energy for all.")
      greek.add("Το λιμάνι βαθέων υδάτων άνοιξε το έτος \(number).")
      english.add("Nothing of note happened on day \(number).")
      greek.add("Τίποτα σπουδαίο την ημέρα \(number).")
    }
    let found = english.candidates(least: 3, limit: 10, translations: greek)
    #expect(found.first?.term == "deep water port opened")
    #expect(!found.contains { $0.term == "green energy" || $0.term == "deep water" })
    #expect(found.first?.count == 4)
    #expect(found.first?.contexts.count == 3)
    #expect(found.first?.translations.first?.contains("λιμάνι βαθέων υδάτων") == true)
  }
}
