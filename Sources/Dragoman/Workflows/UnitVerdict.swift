public import ArticleModel

/// What import decides about one unit.
public struct UnitVerdict: Sendable, Equatable {
  /// The decision.
  public enum Kind: String, Sendable, CaseIterable {
    /// The translation is kept.
    case accepted
    /// The project has this translation already.
    case unchanged
    /// There is no translation yet, or only of some segments.
    case notTranslated = "not-translated"
    /// The translation is of an earlier source; it is kept until the source's own comes.
    case stale
    /// The translation would corrupt or mislead; it is left out.
    case refused
    /// The article has no such unit.
    case unknown
    /// The bundle lacks a unit of the article.
    case missing

    /// Whether the project has the translation, now or before.
    public var isAccepted: Bool { self == .accepted || self == .unchanged }
  }

  /// The file that the unit came in.
  public var file: String
  /// The article's identifier.
  public var article: String
  /// The language of the edition.
  public var locale: LocaleTag
  /// The unit's identifier.
  public var unit: String
  /// The decision.
  public var kind: Kind
  /// Why, where it needs saying.
  public var reason: String?
  /// What the checks found in the text.
  public var findings: [Finding]
}
