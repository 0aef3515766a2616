public import ArticleModel
public import Terminology

/// All checks for one pair of languages.
public struct CheckSuite: Sendable {
  private let sourceLocale: LocaleTag
  private let targetLocale: LocaleTag
  private let segmentChecks: [any Check]
  private let unitChecks: [any Check]

  /// Prepares the checks.
  ///
  /// A term may move between the sentences of a unit, so terms are looked for in whole units.
  public init(glossary: Glossary, sourceLocale: LocaleTag, targetLocale: LocaleTag) {
    self.sourceLocale = sourceLocale
    self.targetLocale = targetLocale
    segmentChecks = [
      EmptyTargetCheck(), DoubleSpaceCheck(), EdgeSpaceCheck(), SameAsSourceCheck(),
      NumberCheck(),
    ]
    unitChecks = [
      TagCheck(),
      TermCheck(glossary: glossary, sourceLocale: sourceLocale, targetLocale: targetLocale),
    ]
  }

  /// The findings of a unit's translated segments, in order.
  public func findings(for unit: TranslationUnit) -> [Finding] {
    var source: [Inline] = []
    var target: [Inline] = []
    var findings: [Finding] = []
    for segment in unit.segments {
      guard let translation = segment.target else { continue }
      let pair = SegmentPair(
        unit: unit.id, segment: segment.id, sourceLocale: sourceLocale,
        targetLocale: targetLocale, source: segment.source, target: translation)
      findings += segmentChecks.flatMap { $0.findings(in: pair) }
      source += (source.isEmpty ? [] : [.text(" ")]) + segment.source
      target += (target.isEmpty ? [] : [.text(" ")]) + translation
    }
    guard !source.isEmpty else { return findings }
    let whole = SegmentPair(
      unit: unit.id, segment: nil, sourceLocale: sourceLocale, targetLocale: targetLocale,
      source: source, target: target)
    return findings + unitChecks.flatMap { $0.findings(in: whole) }
  }

  /// The findings of one pair of texts.
  public func findings(for pair: SegmentPair) -> [Finding] {
    (segmentChecks + unitChecks).flatMap { $0.findings(in: pair) }
  }
}
