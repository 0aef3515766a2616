import ArticleModel
import Quality
import Terminology
import Testing

@Suite struct CheckSuiteTests {
  private func rules(_ source: String, _ target: String, to locale: LocaleTag = .greek) throws
    -> [String]
  {
    let suite = try CheckSuite(
      glossary: try .builtIn(), sourceLocale: .english, targetLocale: locale)
    return suite.findings(
      for: SegmentPair(
        unit: "u", segment: nil, sourceLocale: .english, targetLocale: locale,
        source: [.text(source)], target: target.isEmpty ? [] : [.text(target)])
    ).map(\.rule)
  }

  @Test(
    "a good translation has no finding",
    arguments: [
      ("The CPC met on October 25, 2017.", "Το ΚΚΚ συνεδρίασε στις 25 Οκτωβρίου 2017."),
      ("He pays a state visit to China.", "Πραγματοποιεί επίσημη επίσκεψη στην Κίνα."),
      ("“Really?” he asked.", "Ρώτησε: «Αλήθεια;»"),
      ("The turtle (Caretta caretta).", "Η χελώνα (Caretta caretta)."),
      ("One by one, as night fell.", "Ένα ένα, ένα ένα καθώς νύχτωνε."),
      ("He did what he could.", "Έκανε ό,τι μπορούσε. Ό,τι κι αν πεις."),
      ("1,000.5 euros", "1.000,5 ευρώ"), ("Reuters", "Reuters"),
      ("His daughter phoned him at once.", "Η κόρη του του τηλεφώνησε αμέσως."),
    ])
  func clean(source: String, target: String) throws {
    #expect(try rules(source, target) == [])
  }

  @Test(
    "each defect is found by its rule",
    arguments: [
      ("The CPC met.", "Το κόμμα συνεδρίασε.", "term-missing"),
      ("The CPC met.", "Το Κινεζικό Κομμουνιστικό Κόμμα συνεδρίασε.", "forbidden-term"),
      ("They met in 2017.", "Συναντήθηκαν το 2018.", "number-mismatch"),
      ("They met.", "", "empty-target"), ("They met.", "Συναντήθηκαν  χθες.", "double-space"),
      ("They met.", "Συναντήθηκαν. ", "edge-space"), ("Gate: ", "Πύλη:", "edge-space"),
      ("They met there last year.", "They met there last year.", "same-as-source"),
      ("His daughter came.", "Ήρθε η κόρη του του Υπουργού.", "repeated-word"),
      ("Our country grows.", "Η χώρα μας μας αναπτύσσεται.", "repeated-word"),
      ("A <b>new</b> day.", "Μια νέα</b> ημέρα.", "tag-mismatch"),
    ])
  func defects(source: String, target: String, rule: String) throws {
    #expect(try rules(source, target) == [rule])
  }

  @Test("a lost code is named")
  func codes() throws {
    let code = InlineCode(id: "1", position: .standalone, kind: .lineBreak, data: "<br>")
    let suite = try CheckSuite(
      glossary: Glossary(concepts: []), sourceLocale: .english, targetLocale: .greek)
    let findings = suite.findings(
      for: TranslationUnit(
        id: "u",
        parts: [
          .segment(
            Segment(id: "s1", source: [.text("a"), .code(code)], target: [.text("α")]))
        ]))
    #expect(findings.map(\.message) == ["<1/> of the source is missing; put it back"])
  }

  @Test("a term may stand in another sentence of the unit")
  func movedTerm() throws {
    let suite = try CheckSuite(
      glossary: try .builtIn(), sourceLocale: .english, targetLocale: .greek)
    let unit = TranslationUnit(
      id: "u",
      parts: [
        .segment(Segment(id: "s1", source: [.text("He left Beijing.")], target: [.text("Έφυγε.")])),
        .segment(
          Segment(id: "s2", source: [.text("It rained.")], target: [.text("Έβρεχε στο Πεκίνο.")])),
      ])
    #expect(suite.findings(for: unit).isEmpty)
  }

  @Test("a forbidden form is placed and has its remedy")
  func place() throws {
    let suite = try CheckSuite(
      glossary: try .builtIn(), sourceLocale: .english, targetLocale: .greek)
    let finding = suite.findings(
      for: SegmentPair(
        unit: nil, segment: nil, sourceLocale: .english, targetLocale: .greek,
        source: [.text("Xi Jinping left")], target: [.text("Ο Ξι Τζινπίνγκ έφυγε")])
    ).first
    #expect(finding?.range == 2..<14)
    #expect(finding?.suggestion == "Σι Τζινπίνγκ")
  }
}
