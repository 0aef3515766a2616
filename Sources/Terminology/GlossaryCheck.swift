public import ArticleModel
public import Foundation

/// Looks for mistakes in glossary files: each finding has its file and line.
public enum GlossaryCheck {
  /// What is wrong with the files, in their order.
  ///
  /// Several rows may share a form: an official visit and a state visit are one phrase in Greek.
  ///
  /// - Throws: ``GlossaryError`` when a file cannot be read.
  public static func findings(in files: [URL]) throws(GlossaryError) -> [Finding] {
    var findings: [Finding] = []
    var concepts: [Concept] = []
    for url in files {
      guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: url.path) }
      let file = url.lastPathComponent
      let table = GlossaryTable(bytes: [UInt8](data), file: file)
      findings += table.problems.map {
        Finding(
          rule: "glossary-row", severity: .error, message: $0.text, file: file, line: $0.line)
      }
      findings += table.concepts.flatMap { gaps(in: $0, locales: table.locales) }
      concepts += table.concepts
    }
    return findings + self.findings(in: concepts)
  }

  /// What the concepts contradict each other in.
  public static func findings(in concepts: [Concept]) -> [Finding] {
    let accepted = acceptedForms(concepts)
    return repeatedIdentifiers(concepts) + repeatedConcepts(concepts)
      + concepts.flatMap { contradictions(in: $0, accepted: accepted) }
  }

  private static func finding(
    _ rule: String, _ severity: Finding.Severity, _ concept: Concept, _ message: String
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, message: "\(concept.id): " + message, file: concept.file,
      line: concept.line)
  }

  private static func repeatedIdentifiers(_ concepts: [Concept]) -> [Finding] {
    var first: [String: Concept] = [:]
    return concepts.compactMap { concept in
      guard let other = first[concept.id] else {
        first[concept.id] = concept
        return nil
      }
      return finding(
        "glossary-duplicate", .error, concept,
        "the identifier of \(place(other)) too; give this row another")
    }
  }

  /// Rows with the same preferred term in two languages or more, and in all that both have.
  private static func repeatedConcepts(_ concepts: [Concept]) -> [Finding] {
    var byForm: [String: [Int]] = [:]
    var findings: [Finding] = []
    for (index, concept) in concepts.enumerated() {
      let forms = concept.terms.sorted { $0.key < $1.key }.compactMap { locale, terms in
        terms.preferred.map { "\(locale) \(folded($0))" }
      }
      var shared: [Int: Int] = [:]
      for form in forms {
        for other in byForm[form] ?? [] { shared[other, default: 0] += 1 }
        // A form that hundreds of rows share says nothing, and would cost the square of them.
        if byForm[form, default: []].count < 20 { byForm[form, default: []].append(index) }
      }
      let twin = shared.filter { other, count in
        let both = concepts[other].terms.filter {
          $0.value.preferred != nil && concept.terms[$0.key]?.preferred != nil
        }.count
        return count == both && count > 1
      }.keys.min()
      if let twin {
        findings.append(
          finding(
            "glossary-duplicate", .warning, concept,
            "the same terms as \(concepts[twin].id) (\(place(concepts[twin]))); join the rows"))
      }
    }
    return findings
  }

  private static func contradictions(
    in concept: Concept, accepted: [String: [(concept: Concept, isPreferred: Bool)]]
  ) -> [Finding] {
    var findings: [Finding] = []
    for (locale, terms) in concept.terms.sorted(by: { $0.key < $1.key }) {
      let own = terms.accepted.map(folded)
      for (index, form) in own.enumerated() where own[..<index].contains(form) {
        findings.append(
          finding(
            "glossary-duplicate", .warning, concept,
            "\(terms.accepted[index]) stands twice under \(locale); take one out"))
      }
      for form in terms.forbidden {
        if own.contains(folded(form)) {
          findings.append(
            finding(
              "glossary-contradiction", .error, concept,
              "\(form) is accepted and forbidden under \(locale); take one out"))
        }
        for other in accepted["\(locale) \(folded(form))"] ?? []
        where other.concept.id != concept.id {
          findings.append(
            finding(
              "glossary-contradiction", other.isPreferred ? .error : .warning, concept,
              "the forbidden form \(form) is \(other.isPreferred ? "the preferred" : "an admitted") "
                + "one of \(other.concept.id) (\(place(other.concept))) under \(locale); "
                + "settle which holds"))
        }
      }
    }
    return findings
  }

  private static func acceptedForms(
    _ concepts: [Concept]
  ) -> [String: [(concept: Concept, isPreferred: Bool)]] {
    let forbidden = Set(
      concepts.flatMap { concept in
        concept.terms.flatMap { locale, terms in
          terms.forbidden.map { "\(locale) \(folded($0))" }
        }
      })
    var forms: [String: [(concept: Concept, isPreferred: Bool)]] = [:]
    for concept in concepts {
      for (locale, terms) in concept.terms {
        for form in terms.accepted {
          let key = "\(locale) \(folded(form))"
          guard forbidden.contains(key) else { continue }
          forms[key, default: []].append((concept, form == terms.preferred))
        }
      }
    }
    return forms
  }

  /// Cells that are empty although the row has others of the language, or the file the column.
  private static func gaps(in concept: Concept, locales: [LocaleTag]) -> [Finding] {
    locales.filter { concept.terms[$0]?.preferred == nil }.map { locale in
      let hasOthers = concept.terms[locale] != nil
      return finding(
        "glossary-empty", hasOthers ? .warning : .information, concept,
        hasOthers
          ? "other forms under \(locale), but no preferred term; fill the cell"
          : "no term under \(locale): it is not checked there")
    }
  }

  private static func place(_ concept: Concept) -> String { "\(concept.file):\(concept.line)" }

  private static func folded(_ form: String) -> String {
    form.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
