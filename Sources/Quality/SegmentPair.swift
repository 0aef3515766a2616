public import ArticleModel

/// A text and its translation, as the checks see them.
public struct SegmentPair: Sendable {
  /// The unit's identifier.
  public var unit: String?
  /// The segment's identifier.
  public var segment: String?
  /// The language of the source.
  public var sourceLocale: LocaleTag
  /// The language of the target.
  public var targetLocale: LocaleTag
  /// The text in the source language.
  public var source: [Inline]
  /// The translation.
  public var target: [Inline]

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
  }

  /// A finding about this pair.
  func finding(
    _ rule: String, _ severity: Finding.Severity, _ message: String, at range: Range<Int>? = nil,
    suggestion: String? = nil
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, message: message, unit: unit, segment: segment,
      source: source.plainText, target: target.plainText, range: range, suggestion: suggestion)
  }
}
