import ArticleModel
import Terminology

/// `term-missing` and `forbidden-term`: the glossary's terms on both sides.
struct TermCheck: Check {
  private let glossary: Glossary
  private let target: LocaleTag
  private let sourceTerms: TermMatcher
  private let targetTerms: TermMatcher

  init(glossary: Glossary, sourceLocale: LocaleTag, targetLocale: LocaleTag) {
    self.glossary = glossary
    target = targetLocale
    sourceTerms = TermMatcher(glossary: glossary, locale: sourceLocale)
    targetTerms = TermMatcher(glossary: glossary, locale: targetLocale)
  }

  func findings(in pair: SegmentPair) -> [Finding] {
    guard pair.sourceLocale != pair.targetLocale else { return [] }
    let text = pair.target.textOnly
    let found = targetTerms.hits(in: text)
    let used = Set(sourceTerms.hits(in: pair.source.textOnly).map(\.concept))
    var findings: [Finding] = []
    for hit in found where hit.status == .forbidden && used.contains(hit.concept) {
      let isAccepted = found.contains { $0.range == hit.range && $0.status != .forbidden }
      guard !isAccepted, let terms = glossary.concept(hit.concept)?.terms[target] else { continue }
      let preferred = terms.preferred.map { "; write \($0)" } ?? ""
      findings.append(
        pair.finding(
          "forbidden-term", .error, "\(hit.term) is not to be used (\(hit.concept))\(preferred)",
          at: Self.scalars(hit.range, in: text), suggestion: terms.preferred))
    }
    let there = targetTerms.concepts(in: text)
    for id in used.subtracting(there).sorted() {
      guard let concept = glossary.concept(id), let terms = concept.terms[target],
        let preferred = terms.preferred,
        !findings.contains(where: { $0.message.contains("(\(id))") })
      else { continue }
      findings.append(
        pair.finding(
          "term-missing", concept.isUnconfirmed ? .information : .warning,
          "the term for \(id) is missing; write \(preferred)"
            + (terms.admitted.isEmpty ? "" : ", or \(terms.admitted.joined(separator: ", "))")))
    }
    return findings
  }

  private static func scalars(_ range: Range<Int>, in text: String) -> Range<Int> {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    let before = text.unicodeScalars.distance(from: text.startIndex, to: start)
    return before..<(before + text.unicodeScalars.distance(from: start, to: end))
  }
}
