public import ArticleModel
import Linguistics
public import LocaleData
public import Terminology

/// All checks for one pair of languages.
public struct CheckSuite: Sendable {
  private let sourceLocale: LocaleTag
  private let targetLocale: LocaleTag
  /// What makes every other finding beside the point.
  private let firstChecks: [any Check]
  private let segmentChecks: [any Check]
  /// Tags, numbers and terms may move between the sentences of a unit.
  private let unitChecks: [any Check]
  private let termCheck: TermCheck

  /// Prepares the checks.
  ///
  /// - Parameters:
  ///   - glossary: The terms.
  ///   - sourceLocale: The language of the sources.
  ///   - targetLocale: The language of the translations.
  ///   - data: The files of the languages.
  /// - Throws: `LocaleDataError` when a file of a language is not as described.
  public init(
    glossary: Glossary, sourceLocale: LocaleTag, targetLocale: LocaleTag,
    data: LocaleData = LocaleData()
  ) throws {
    self.sourceLocale = sourceLocale
    self.targetLocale = targetLocale
    let source = try TextRules(locale: sourceLocale, data: data)
    let target = try TextRules(locale: targetLocale, data: data)
    firstChecks = [EmptyTargetCheck(), SameAsSourceCheck()]
    segmentChecks = [
      EndPunctuationCheck(source: source, target: target), BracketCheck(),
      QuoteCheck(rules: target), HalfWidthCheck(), FullWidthCheck(),
      PunctuationSpaceCheck(rules: target),
      DoubleSpaceCheck(), EdgeSpaceCheck(), RepeatedWordCheck(rules: target, locale: targetLocale),
      HomoglyphCheck(),
      ForeignScriptCheck(rules: target), GreekQuestionMarkCheck(), FinalSigmaCheck(),
      InvisibleCharacterCheck(), NormalFormCheck(), DashCheck(), PinyinCheck(data: data),
      UntranslatedCheck(source: source, target: target),
    ]
    unitChecks = [
      TagCheck(), URLCheck(), EmailCheck(), LengthCheck(source: source, target: target),
      NumberCheck(
        source: .init(
          reader: try NumberReader(locale: sourceLocale, data: data), rules: source),
        target: .init(
          reader: try NumberReader(locale: targetLocale, data: data), rules: target)),
      ExchangeCheck(
        source: try ExchangeWords(locale: sourceLocale, data: data),
        target: try ExchangeWords(locale: targetLocale, data: data)),
    ]
    termCheck = TermCheck(
      glossary: glossary, sourceLocale: sourceLocale, targetLocale: targetLocale, source: source,
      target: target)
  }

  /// The translated segments of a unit as pairs.
  public func pairs(of unit: TranslationUnit) -> [SegmentPair] {
    unit.segments.compactMap { segment in
      segment.target.map { target in
        SegmentPair(
          unit: unit.id, segment: segment.id, sourceLocale: sourceLocale,
          targetLocale: targetLocale, source: segment.source, target: target)
      }
    }
  }

  /// The findings of a unit's translated segments, in order.
  public func findings(for unit: TranslationUnit) -> [Finding] {
    var source: [Inline] = []
    var target: [Inline] = []
    var findings: [Finding] = []
    for pair in pairs(of: unit) {
      let first = firstChecks.flatMap { $0.findings(in: pair) }
      findings += first.isEmpty ? segmentChecks.flatMap { $0.findings(in: pair) } : first
      guard first.isEmpty else { continue }
      source += (source.isEmpty ? [] : [.text(" ")]) + pair.source
      target += (target.isEmpty ? [] : [.text(" ")]) + pair.target
    }
    guard !source.isEmpty else { return findings }
    let whole = SegmentPair(
      unit: unit.id, segment: nil, sourceLocale: sourceLocale, targetLocale: targetLocale,
      source: source, target: target)
    return findings + wholeFindings(whole)
  }

  /// The findings of one pair of texts.
  public func findings(for pair: SegmentPair) -> [Finding] {
    let first = firstChecks.flatMap { $0.findings(in: pair) }
    guard first.isEmpty else { return first }
    return segmentChecks.flatMap { $0.findings(in: pair) } + wholeFindings(pair)
  }

  /// How a pair says the terms of its source, for ``TermConsistencyCheck``.
  public func termChoices(in pair: SegmentPair) -> [TermConsistencyCheck.Choice] {
    termCheck.choices(in: pair)
  }

  private func wholeFindings(_ pair: SegmentPair) -> [Finding] {
    unitChecks.flatMap { $0.findings(in: pair) } + termFindings(pair)
  }

  /// A term with a letter of another alphabet is there, and wrong for that letter alone.
  private func termFindings(_ pair: SegmentPair) -> [Finding] {
    guard let corrected = HomoglyphCheck.corrected(pair) else {
      return termCheck.findings(in: pair)
    }
    return termCheck.findings(in: corrected).map { finding in
      var finding = finding
      finding.target = pair.target.textOnly
      return finding
    }
  }
}
