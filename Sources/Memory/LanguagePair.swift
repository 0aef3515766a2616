public import ArticleModel

/// The two languages of a translation, written `en:el`.
public struct LanguagePair: Sendable, Hashable, CustomStringConvertible {
  /// The language that was translated.
  public var source: LocaleTag
  /// The language of the translation.
  public var target: LocaleTag

  /// Creates a pair.
  public init(source: LocaleTag, target: LocaleTag) {
    self.source = source
    self.target = target
  }

  /// Reads `en:el`; `nil` when either side is not a language tag.
  public init?(_ text: String) {
    let sides = text.split(separator: ":", omittingEmptySubsequences: false)
    guard sides.count == 2, let source = LocaleTag(String(sides[0])),
      let target = LocaleTag(String(sides[1]))
    else { return nil }
    self.init(source: source, target: target)
  }

  /// The two tags with a colon between them.
  public var description: String { "\(source):\(target)" }
}
