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
      // A verb for the noun of a term.
      ("They had a telephone conversation.", "Μίλησαν τηλεφωνικά."),
      ("He sent a message of congratulations.", "Τον συνεχάρη."),
      // Words that say the same.
      ("Bilateral relations grow.", "Οι σχέσεις των δύο χωρών αναπτύσσονται."),
      ("They signed a memorandum of understanding.", "Υπέγραψαν μνημόνιο."),
      // A capital that stands for its country.
      ("Beijing and Tokyo agree.", "Η Κίνα και το Τόκιο συμφωνούν."),
      // A place in the name of a body.
      ("He landed at Athens International Airport.", "Προσγειώθηκε στο «Ελευθέριος Βενιζέλος»."),
      ("He studied at the University of Crete.", "Σπούδασε στο Ρέθυμνο."),
      // Words that many mean.
      ("The summit is over.", "Η συνάντηση τελείωσε."),
      // The person says the office that has the name in it.
      ("President Xi Jinping spoke.", "Ο Σι Τζινπίνγκ μίλησε."),
      ("Xi Jinping spoke.", "Ο Σι μίλησε."),
      // A phrase of which the half that says which is meant is there.
      ("Developing countries need it.", "Τα αναπτυσσόμενα κράτη το χρειάζονται."),
      ("Foreign direct investment grew.", "Αυξήθηκαν οι άμεσες επενδύσεις από το εξωτερικό."),
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
      ("Chinese teams arrived in Beijing.", "Κινεζικές ομάδες έφθασαν στην Κίνα."),
      ("He saw a museum in Athens.", "Είδε ένα μουσείο στην πόλη."),
      ("They issued a joint communiqué.", "Εξέδωσαν ένα κείμενο."),
    ])
  func halfSaid(source: String, target: String) throws {
    #expect(try summary(findings(source, target)).contains("term-missing warning"))
  }

  @Test(
    "a Chinese term may lack a character that the sentence has said, or have others in between",
    arguments: [
      ("The two heads of state met.", "两国元首会面。"),
      ("They discussed issues of common concern.", "他们讨论了共同关心的国际问题。"),
      ("The CPC's 18th National Congress opened a new page.", "党的十八大揭开新的一页。"),
      ("The two talked on the phone; it was their first telephone conversation.", "两人首次通电话。"),
    ])
  func chinese(source: String, target: String) throws {
    #expect(
      try findings(source, target, to: .simplifiedChinese)
        .allSatisfy { $0.severity == .information })
  }

  @Test("a place in the name of a Chinese body asks for nothing, one beside it does")
  func chineseBody() throws {
    let from = LocaleTag.simplifiedChinese
    #expect(
      try findings("他参观了雅典卫城博物馆。", "Επισκέφθηκε το Μουσείο της Ακρόπολης.", from: from)
        .allSatisfy { $0.severity == .information })
    #expect(
      try summary(findings("他在雅典参观了博物馆。", "Επισκέφθηκε το μουσείο.", from: from))
        == ["term-missing warning"])
  }

  @Test("an unconfirmed term has to be said in some way, however it is worded")
  func unconfirmed() throws {
    let source = "The Central Military Commission met."
    #expect(
      try summary(findings(source, "Το στρατιωτικό όργανο συνεδρίασε.")) == [
        "term-missing information"
      ])
    #expect(try summary(findings(source, "Το όργανο συνεδρίασε.")) == ["term-missing warning"])
    let aim = "High-quality development is the aim."
    #expect(
      try summary(findings(aim, "Στόχος είναι η ανάπτυξη.")) == ["term-missing information"])
    #expect(try summary(findings(aim, "Αυτός είναι ο στόχος.")) == ["term-missing warning"])
    // One word may be of ordinary language.
    #expect(
      try summary(
        findings(
          "Το άνοιγμα της γέφυρας είναι 560 μέτρα.", "The bridge spans 560 metres.", from: .greek,
          to: .english)) == ["term-missing information"])
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
    "an office that the glossary's note gives to a person is right, any other is wrong on either side",
    arguments: [
      ("王毅抵达雅典。", "Foreign Minister Wang Yi arrived in Athens.", []),
      ("王毅抵达雅典。", "Ambassador Wang Yi arrived in Athens.", ["person-title warning"]),
      ("王毅大使抵达雅典。", "Ambassador Wang Yi arrived in Athens.", []),
      // The right office is not missing a second time.
      ("外交部长王毅抵达雅典。", "Ambassador Wang Yi arrived in Athens.", ["person-title warning"]),
    ])
  func linkedOffice(source: String, target: String, expected: [String]) throws {
    #expect(
      try summary(findings(source, target, from: .simplifiedChinese, to: .english)) == expected)
    let chinese = ["外长王毅到访。", "王毅大使到访。"].map { target in
      (try? summary(findings("Wang Yi came.", target, to: .simplifiedChinese))) ?? []
    }
    #expect(chinese == [[], ["person-title warning"]])
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

  @Test(
    "a place in the name of a body keeps its old form",
    arguments: [
      ("他在北京大学学习。", "He studies at Peking University.", "information"),
      ("他在北京学习。", "He studies in Peking.", "error"),
    ])
  func oldName(source: String, target: String, severity: String) throws {
    #expect(
      try summary(findings(source, target, from: .simplifiedChinese, to: .english))
        == ["forbidden-term \(severity)"])
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
