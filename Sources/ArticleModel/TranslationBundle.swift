/// An article's units in two languages: what goes to the translator, comes home, and is kept.
public struct TranslationBundle: Sendable, Equatable {
  /// The article's identifier; the `id` of the XLIFF `<file>`.
  public var articleID: String
  /// The file that the article was read from; the `original` of the XLIFF `<file>`.
  public var original: String?
  /// The language of the page.
  public var sourceLocale: LocaleTag
  /// The language of the edition; `nil` when a file that was read does not say.
  public var targetLocale: LocaleTag?
  /// What the translator is told about the whole article.
  public var notes: [Note]
  /// Facts for tools, by name (`url`, `date`, `title`), written in the metadata module.
  public var metadata: [(name: String, value: String)]
  /// The units in reading order.
  public var units: [TranslationUnit]

  /// Creates a bundle.
  public init(
    articleID: String, original: String? = nil, sourceLocale: LocaleTag,
    targetLocale: LocaleTag?, notes: [Note] = [],
    metadata: [(name: String, value: String)] = [], units: [TranslationUnit]
  ) {
    self.articleID = articleID
    self.original = original
    self.sourceLocale = sourceLocale
    self.targetLocale = targetLocale
    self.notes = notes
    self.metadata = metadata
    self.units = units
  }

  /// Whether all parts are equal.
  public static func == (left: TranslationBundle, right: TranslationBundle) -> Bool {
    left.articleID == right.articleID && left.original == right.original
      && left.sourceLocale == right.sourceLocale && left.targetLocale == right.targetLocale
      && left.notes == right.notes && left.units == right.units
      && left.metadata.elementsEqual(right.metadata, by: ==)
  }
}
