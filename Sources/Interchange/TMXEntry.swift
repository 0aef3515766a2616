public import ArticleModel

/// One unit of a translation memory: the same text in several languages (TMX 1.4b, `tu`).
public struct TMXEntry: Sendable, Equatable {
  /// The text in one language.
  public struct Variant: Sendable, Equatable {
    /// The language.
    public var locale: LocaleTag
    /// The text with its codes; those of the variants share their identifiers.
    public var content: [Inline]

    /// Creates a variant.
    public init(locale: LocaleTag, content: [Inline]) {
      self.locale = locale
      self.content = content
    }
  }

  /// The identifier; `nil` when the file gives none.
  public var id: String?
  /// Remarks.
  public var notes: [Note]
  /// The variants, the source first when the file says which it is.
  public var variants: [Variant]

  /// Creates an entry.
  public init(id: String? = nil, notes: [Note] = [], variants: [Variant]) {
    self.id = id
    self.notes = notes
    self.variants = variants
  }
}
