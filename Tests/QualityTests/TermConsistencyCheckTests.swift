import ArticleModel
import Quality
import Terminology
import Testing

@Suite struct TermConsistencyCheckTests {
  private func findings(_ pairs: [(String, String, file: String)]) throws -> [Finding] {
    let suite = try CheckSuite(
      glossary: .builtIn(), sourceLocale: .english, targetLocale: .greek)
    var check = TermConsistencyCheck()
    for (index, pair) in pairs.enumerated() {
      let pair = (
        SegmentPair(
          unit: "u\(index)", segment: nil, sourceLocale: .english, targetLocale: .greek,
          source: [.text(pair.0)], target: [.text(pair.1)]), pair.file
      )
      check.add(pair.0, choices: suite.termChoices(in: pair.0), file: pair.1)
    }
    return check.findings
  }

  @Test("a term that is said in another way later in the article is told with both")
  func changed() throws {
    let findings = try findings([
      ("the core interests", "τα ζωτικά συμφέροντα", "a"),
      ("core interests again", "ξανά τα βασικά συμφέροντα", "a"),
    ])
    #expect(
      findings.map(\.message) == [
        "core interests (T104) is βασικά συμφέροντα here and ζωτικά συμφέροντα in u0; "
          + "say it in one way"
      ])
    #expect(findings.first?.severity == .information)
    #expect(findings.first?.range == 8..<25)
  }

  @Test("other articles, other source terms and short forms are no matter")
  func unchanged() throws {
    #expect(
      try findings([
        ("the core interests", "τα ζωτικά συμφέροντα", "a"),
        ("the core interests", "τα βασικά συμφέροντα", "b"),
        ("the Communist Party of China", "το Κομμουνιστικό Κόμμα Κίνας", "a"),
        ("the Communist Party of China", "το ΚΚΚ", "a"),
        ("the UN General Assembly", "η Γενική Συνέλευση του ΟΗΕ", "a"),
        (
          "the United Nations General Assembly", "η Γενική Συνέλευση των Ηνωμένων Εθνών", "a"
        ),
      ]).isEmpty)
  }
}
