import ArticleModel
import Terminology

/// `term-missing`, `forbidden-term`, `term-unjustified` and `person-title`: the glossary's terms on
/// both sides.
struct TermCheck: Check {
  private let glossary: Glossary
  private let target: LocaleTag
  private let sourceTerms: TermMatcher
  private let targetTerms: TermMatcher
  private let titles: PersonTitles
  private let source: LocaleTag
  private let trace: TermTrace
  private let sourceTrace: TermTrace
  private let institutions: InstitutionNames
  private let targetInstitutions: InstitutionNames

  init(
    glossary: Glossary, sourceLocale: LocaleTag, targetLocale: LocaleTag,
    source sourceRules: TextRules, target rules: TextRules
  ) {
    self.glossary = glossary
    source = sourceLocale
    target = targetLocale
    trace = TermTrace(rules: rules, locale: targetLocale)
    sourceTrace = TermTrace(rules: sourceRules, locale: sourceLocale)
    institutions = InstitutionNames(rules: sourceRules, language: sourceLocale.language)
    targetInstitutions = InstitutionNames(rules: rules, language: targetLocale.language)
    sourceTerms = TermMatcher(glossary: glossary, locale: sourceLocale)
    targetTerms = TermMatcher(glossary: glossary, locale: targetLocale)
    titles = PersonTitles(glossary: glossary)
  }

  /// The terms of a pair, as all parts of the check need them.
  private struct Terms {
    var pair: SegmentPair
    var text: String
    /// The concepts that the source names, by the longest terms.
    var used: Set<String>
    var found: [TermHit]
    var offsets: ScalarOffsets

    mutating func place(_ range: Range<Int>) -> Range<Int> {
      let lower = offsets.scalars(before: range.lowerBound)
      return lower..<offsets.scalars(before: range.upperBound)
    }
  }

  func findings(in pair: SegmentPair) -> [Finding] {
    guard pair.sourceLocale != pair.targetLocale else { return [] }
    let text = pair.target.textOnly
    let sourceHits = sourceTerms.hits(in: pair.source.textOnly)
    var terms = Terms(
      pair: pair, text: text, used: Set(sourceHits.map(\.concept)),
      found: targetTerms.hits(in: text), offsets: ScalarOffsets(text))
    let forbidden = forbidden(&terms)
    let wrongTitles = wrongTitles(&terms)
    // A wrong title stands where the right one is missing.
    let replaced = forbidden.map(\.concept) + wrongTitles.flatMap(\.offices)
    let missing = missing(terms, sourceHits, replaced: Set(replaced))
    var findings = forbidden.map(\.finding) + missing
    if !missing.isEmpty { findings += unjustified(&terms) }
    return findings + wrongTitles.map(\.finding)
  }

  /// How the target says the terms of the source, where both sides have one form of a concept.
  func choices(in pair: SegmentPair) -> [TermConsistencyCheck.Choice] {
    guard pair.sourceLocale != pair.targetLocale else { return [] }
    let text = pair.target.textOnly
    var offsets = ScalarOffsets(text)
    let sources = Dictionary(grouping: sourceTerms.hits(in: pair.source.textOnly), by: \.concept)
    guard !sources.isEmpty else { return [] }
    var seen: Set<String> = []
    let hits = targetTerms.hits(in: text).filter { $0.status != .forbidden }
    let targets = Dictionary(grouping: hits, by: \.concept)
    return hits.compactMap { hit in
      guard seen.insert(hit.concept).inserted, let terms = targets[hit.concept],
        let source = sources[hit.concept]?.first?.term,
        terms.allSatisfy({ $0.term == hit.term }),
        sources[hit.concept]?.allSatisfy({ $0.term == source }) == true
      else { return nil }
      let lower = offsets.scalars(before: hit.range.lowerBound)
      return TermConsistencyCheck.Choice(
        concept: hit.concept, source: source, target: hit.term,
        range: lower..<offsets.scalars(before: hit.range.upperBound))
    }
  }

  private func forbidden(_ terms: inout Terms) -> [(concept: String, finding: Finding)] {
    var findings: [(String, Finding)] = []
    for hit in terms.found where hit.status == .forbidden {
      guard let concept = glossary.concept(hit.concept),
        terms.used.contains(hit.concept) || concept.isHouseRule,
        !terms.found.contains(where: { $0.range == hit.range && $0.status != .forbidden })
      else { continue }
      let preferred = concept.terms[target]?.preferred
      // The name of a body keeps what it has: Peking University.
      let isExempt =
        concept.isHouseRule && Self.isQuoted(hit.range, in: terms.text)
        || concept.isName && targetInstitutions.contain(hit.range, in: terms.text)
      let severity: Finding.Severity =
        isExempt ? .information : concept.isUnconfirmed ? .warning : .error
      findings.append(
        (
          hit.concept,
          terms.pair.finding(
            "forbidden-term", severity,
            "\(hit.term) is not to be used (\(hit.concept))"
              + (preferred.map { "; write \($0)" } ?? ""),
            at: terms.place(hit.range), suggestion: preferred)
        ))
    }
    return findings
  }

  private func missing(
    _ terms: Terms, _ hits: [TermHit], replaced: Set<String>
  ) -> [Finding] {
    guard terms.text != terms.pair.source.textOnly else { return [] }
    let there = targetTerms.concepts(in: terms.text).union(replaced)
    // Forms that several concepts share are answered by one of them.
    let answered = Set(hits.filter { there.contains($0.concept) }.map(\.range))
    // What the source says in a form that is forbidden is no measure for the translation.
    let open = hits.filter {
      $0.status != .forbidden && !there.contains($0.concept) && !answered.contains($0.range)
    }
    guard !open.isEmpty else { return [] }
    let others = terms.found.filter { !terms.used.contains($0.concept) }.map(\.range)
    let texts = Texts(
      source: terms.pair.source.textOnly, target: trace.text(terms.text, without: others),
      withOthers: others.isEmpty ? nil : trace.text(terms.text, without: []))
    let byConcept = Dictionary(grouping: open, by: \.concept)
    return byConcept.keys.sorted().compactMap { id -> Finding? in
      guard let concept = glossary.concept(id), let forms = concept.terms[target],
        let preferred = forms.preferred, let hits = byConcept[id]
      else { return nil }
      let isDue = hits.allSatisfy { self.isDue($0, concept, forms, in: texts) }
      return terms.pair.finding(
        "term-missing", isDue ? .warning : .information,
        "the term for \(id) is missing; write \(preferred)"
          + (forms.admitted.isEmpty ? "" : ", or \(forms.admitted.joined(separator: ", "))"))
    }
  }

  private struct Texts {
    var source: String
    /// Without the terms that the source does not have.
    var target: TermTrace.Text
    /// With them, where that is another text.
    var withOthers: TermTrace.Text?
    var wholeTarget: TermTrace.Text { withOthers ?? target }
  }

  /// Whether the term has to be there, and nothing else says what it means.
  private func isDue(
    _ hit: TermHit, _ concept: Concept, _ forms: ConceptTerms, in texts: Texts
  ) -> Bool {
    if concept.isCommonNoun || isSaid(hit, concept, forms, in: texts) { return false }
    guard concept.isUnconfirmed else { return true }
    // How an unconfirmed term is to be said is open; that it is said at all is not, but for one word,
    // which may be of ordinary language: το άνοιγμα της γέφυρας.
    if concept.isPhrase, source.language != "zh", !hit.term.contains(" ") { return false }
    let target = concept.isBody ? texts.target : texts.wholeTarget
    return !trace.isTouched(forms.accepted, in: target)
  }

  /// Whether the translation has the concept, in words that are not the term's.
  private func isSaid(
    _ hit: TermHit, _ concept: Concept, _ forms: ConceptTerms, in texts: Texts
  ) -> Bool {
    let terms = concept.terms[source]
    let preferred = terms?.preferred ?? hit.term
    let isOneWord = !hit.term.contains(" ")
    let isPlace = concept.domain == "geography" || concept.domain == "greece" && isOneWord
    if isPlace || concept.domain == "international",
      institutions.contain(hit.range, in: texts.source)
    {
      return true
    }
    if isPlace {
      // A country has a long name, and where it is not named the text says “both”, “here”, “ours”.
      if hit.term != preferred { return true }
      if isOneWord, trace.isNamed(forms.accepted, in: texts.target) { return true }
      if trace.hasCountry(of: forms.accepted, in: texts.wholeTarget),
        !sourceTrace.hasCountry(
          of: terms?.accepted ?? [], in: sourceTrace.text(texts.source, without: []))
      {
        return true
      }
    }
    if concept.domain == "person", trace.hasFamilyName(of: forms.accepted, in: texts.wholeTarget) {
      return true
    }
    if let person = titles.person(namedBy: hit.term, in: source),
      let names = glossary.concept(person)?.terms[target],
      trace.isSaid(names.accepted, in: texts.wholeTarget, isShort: false)
    {
      return true
    }
    if concept.isPhrase, trace.isHalfSaid(forms.accepted, in: texts.target) { return true }
    let isShort =
      hit.term.unicodeScalars.count * 2 <= preferred.unicodeScalars.count
      && !hit.term.unicodeScalars.allSatisfy(\.properties.isUppercase)
    return trace.isSaid(forms.accepted, in: texts.target, isShort: isShort)
      || trace.isWhole(forms.accepted, in: texts.wholeTarget)
  }

  /// Terms of the target that the source has not, where one of its own is missing: the likely
  /// mistake is one for the other.
  private func unjustified(_ terms: inout Terms) -> [Finding] {
    let wanted = Set(terms.used.compactMap { glossary.concept($0)?.domain })
    var findings: [Finding] = []
    for hit in terms.found where hit.status != .forbidden && !terms.used.contains(hit.concept) {
      let sharesPlace = terms.found.contains {
        $0.range == hit.range && terms.used.contains($0.concept)
      }
      guard !sharesPlace, let domain = glossary.concept(hit.concept)?.domain,
        wanted.contains(domain)
      else { continue }
      findings.append(
        terms.pair.finding(
          "term-unjustified", .information,
          "\(hit.term) (\(hit.concept)) has no counterpart in the source; check which is meant",
          at: terms.place(hit.range)))
    }
    return findings
  }

  /// Offices beside a person's name that the glossary does not give the person, nor the source.
  private func wrongTitles(_ terms: inout Terms) -> [(offices: Set<String>, finding: Finding)] {
    var findings: [(Set<String>, Finding)] = []
    for (first, second) in zip(terms.found, terms.found.dropFirst()) {
      // 外交部长王毅 and 王毅外长, Premier Li Qiang.
      guard second.range.lowerBound - first.range.upperBound <= 1 else { continue }
      let isBefore = titles.offices[second.concept] != nil
      let (office, person) = isBefore ? (first, second) : (second, first)
      guard let offices = titles.offices[person.concept], !offices.contains(office.concept),
        glossary.concept(office.concept)?.domain == "office", !terms.used.contains(office.concept),
        terms.used.contains(person.concept)
      else { continue }
      findings.append(
        (
          offices,
          terms.pair.finding(
            "person-title", .warning,
            "\(office.term) (\(office.concept)) is not the title of \(person.term); "
              + "write that of the source",
            at: terms.place(office.range))
        ))
    }
    return findings
  }

  /// Whether quotation marks stand right around a place.
  private static func isQuoted(_ range: Range<Int>, in text: String) -> Bool {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    guard let before = text[..<start].last, let after = text[end...].first else { return false }
    return "«“\"「『《‘".contains(before) && "»”\"」』》’".contains(after)
  }
}

extension Concept {
  /// Whether it is the name of a body or an office.
  fileprivate var isBody: Bool {
    ["party", "state", "office", "greece", "international"].contains(domain)
  }

  /// Whether it is an expression that has no capitals, so that no words of it are a must.
  fileprivate var isPhrase: Bool { domain == "phrase" && isInSmallLetters }

  /// Whether it is what many words may say: summit, head of state.
  fileprivate var isCommonNoun: Bool {
    domain != "phrase" && isInSmallLetters
  }

  private var isInSmallLetters: Bool {
    guard let term = terms[.english]?.preferred else { return false }
    return term.unicodeScalars.allSatisfy { !$0.properties.isUppercase }
  }
}
