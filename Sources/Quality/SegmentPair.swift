public import ArticleModel

/// A text and its translation, as the checks see them.
public struct SegmentPair: Sendable {
  /// The unit's identifier.
  public let unit: String?
  /// The segment's identifier.
  public let segment: String?
  /// The language of the source.
  public let sourceLocale: LocaleTag
  /// The language of the target.
  public let targetLocale: LocaleTag
  /// The text in the source language.
  public let source: [Inline]
  /// The translation.
  public let target: [Inline]

  let sourceText: CheckedText
  let targetText: CheckedText

  /// Creates a pair.
  public init(
    unit: String?, segment: String?, sourceLocale: LocaleTag, targetLocale: LocaleTag,
    source: [Inline], target: [Inline]
  ) {
    self.unit = unit
    self.segment = segment
    self.sourceLocale = sourceLocale
    self.targetLocale = targetLocale
    self.source = source
    self.target = target
    sourceText = CheckedText(source)
    targetText = CheckedText(target)
  }

  /// A finding about this pair.
  func finding(
    _ rule: String, _ severity: Finding.Severity, _ message: String, at range: Range<Int>? = nil,
    suggestion: String? = nil
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, message: message, unit: unit, segment: segment,
      source: source.textOnly, target: target.textOnly, range: range, suggestion: suggestion)
  }

  /// A finding of a rule, at a place in the target's prose.
  func finding(
    _ rule: Rule, _ message: String, at range: Range<Int>? = nil, suggestion: String? = nil
  ) -> Finding {
    finding(
      rule.id, rule.severity, message, at: range.map(targetText.place(of:)), suggestion: suggestion)
  }
}
