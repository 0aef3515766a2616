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
    let pairs = [
      ("The deep water port opened.", "Το λιμάνι βαθέων υδάτων άνοιξε."),
      ("They want green energy now.", "Θέλουν πράσινη ενέργεια τώρα."),
      ("A deep water port is costly.", "Ένα λιμάνι βαθέων υδάτων κοστίζει."),
      ("Nobody saw green energy there.", "Κανείς δεν είδε πράσινη ενέργεια εκεί."),
      ("He left the deep water port.", "Έφυγε από το λιμάνι βαθέων υδάτων."),
      ("Is green energy cheap?", "Είναι φθηνή η πράσινη ενέργεια;"),
      ("Our deep water port, finally!", "Επιτέλους, λιμάνι βαθέων υδάτων!"),
    ]
    for (source, target) in pairs {
      english.add(source)
      greek.add(target)
    }
    let found = english.candidates(least: 3, limit: 10, translations: greek)
    #expect(found.first?.term == "deep water port")
    #expect(!found.contains { $0.term == "green energy" || $0.term == "deep water" })
    #expect(found.first?.count == 4)
    #expect(found.first?.contexts.count == 3)
    #expect(found.first?.translations.first == "λιμάνι βαθέων υδάτων")
  }

  @Test("a long Chinese run keeps its last words")
  func longRun() throws {
    var miner = TermMiner(locale: .simplifiedChinese, glossary: Glossary(concepts: []))
    for text in ["出席国际能源技术创新中心主任会议。", "国际能源技术创新中心主任会议闭幕。", "他没有参加国际能源技术创新中心主任会议。"] {
      miner.add(text)
    }
    let found = miner.candidates(least: 3, limit: 10, translations: nil)
    #expect(found.first?.term == "国际能源技术创新中心主任会议")
  }
}
