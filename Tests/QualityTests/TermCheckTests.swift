import ArticleModel
import Quality
import Terminology
import Testing

/// The glossary on both sides: what is reported, how severely, and what is let pass.
@Suite struct TermCheckTests {
  private func findings(
    _ source: String, _ target: String, from: LocaleTag = .english, to: LocaleTag = .greek
  ) throws -> [Finding] {
    try CheckSuite(glossary: .builtIn(), sourceLocale: from, targetLocale: to).findings(
      for: SegmentPair(
        unit: "u", segment: nil, sourceLocale: from, targetLocale: to, source: [.text(source)],
        target: [.text(target)]))
  }

  /// `rule severity`, so that a case is one line.
  private func summary(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.rule) \($0.severity)" }
  }

  @Test("a term that is lost is missing")
  func missing() throws {
    let findings = try findings(
      "The State Council met.", "Η κυβέρνηση συνεδρίασε.")
    #expect(summary(findings) == ["term-missing warning"])
    #expect(findings.first?.message.contains("Κρατικό Συμβούλιο") == true)
  }

  @Test(
    "a term that is said in other words is no warning",
    arguments: [
      ("They established diplomatic relations.", "Συνήψαν διπλωματικές σχέσεις."),
      ("the establishment of diplomatic relations", "Συνήψαν διπλωματικές σχέσεις"),
      ("The Greek Parliament voted.", "Η Βουλή ψήφισε."),
      ("He likes Crete.", "Του αρέσει το κρητικό κρασί."),
      ("China and Greece agree.", "Οι δύο χώρες συμφωνούν."),
    ])
  func otherWords(source: String, target: String) throws {
    #expect(try findings(source, target).allSatisfy { $0.severity == .information })
  }

  @Test(
    "a term that lacks what it is about is missing",
    arguments: [
      ("The comprehensive strategic partnership grows.", "Η στρατηγική εταιρική σχέση μεγαλώνει."),
      ("He left Athens.", "Έφυγε από την πόλη."),
      ("Mutual respect is the key.", "Ο σεβασμός είναι το κλειδί."),
    ])
  func halfSaid(source: String, target: String) throws {
    #expect(try summary(findings(source, target)).contains("term-missing warning"))
  }

  @Test("a Chinese term may lack a character that the sentence has said")
  func chinese() throws {
    #expect(
      try findings("The two heads of state met.", "两国元首会面。", to: .simplifiedChinese)
        .allSatisfy { $0.severity == .information })
  }

  @Test("what the source says in a forbidden form asks for nothing")
  func forbiddenSource() throws {
    #expect(
      try findings("He spoke of Peking.", "Μίλησε για την πόλη.").isEmpty)
  }

  @Test("a form that two concepts share is answered by one of them")
  func sharedForm() throws {
    #expect(
      try findings(
        "Το Υπουργείο Εξωτερικών απάντησε.", "The Ministry of Foreign Affairs replied.",
        from: .greek, to: .english
      ).isEmpty)
  }

  @Test("another term of the field is told beside the one that is missing")
  func unjustified() throws {
    let findings = try findings(
      "The European Council met.", "Η Ευρωπαϊκή Επιτροπή συνεδρίασε.")
    #expect(summary(findings) == ["term-missing warning", "term-unjustified information"])
    let place = try #require(findings.last?.range)
    #expect(place == 2..<20)
  }

  @Test("a person has the office that the source or the glossary gives")
  func title() throws {
    let findings = try findings(
      "Xi Jinping arrived in Athens.",
      "Ο Πρωθυπουργός της Κίνας Σι Τζινπίνγκ έφθασε στην Αθήνα.")
    #expect(summary(findings) == ["person-title warning"])
    #expect(findings.first?.range == 2..<24)
    for target in [
      "Ο Πρόεδρος Σι Τζινπίνγκ έφθασε στην Αθήνα.", "Ο Σι Τζινπίνγκ έφθασε στην Αθήνα.",
    ] {
      #expect(try self.findings("Xi Jinping arrived in Athens.", target).isEmpty)
    }
  }

  @Test(
    "a rule of the house holds whatever the source says, and is let pass in quotation marks",
    arguments: [
      ("The island’s president spoke.", "Ο Πρόεδρος της Ταϊβάν μίλησε.", "forbidden-term warning"),
      (
        "The “island’s president” spoke.", "Ο «Πρόεδρος της Ταϊβάν» μίλησε.",
        "forbidden-term information"
      ),
    ])
  func houseRule(source: String, target: String, expected: String) throws {
    #expect(try summary(findings(source, target)).contains(expected))
  }

  @Test("a forbidden form of another row counts only where the source has the concept")
  func forbidden() throws {
    #expect(
      try summary(findings("The European Council met.", "Το Συμβούλιο της Ευρώπης συνεδρίασε."))
        == ["forbidden-term error"])
    #expect(
      try findings("The Council of Europe met.", "Το Συμβούλιο της Ευρώπης συνεδρίασε.").isEmpty)
  }
}
