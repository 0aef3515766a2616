/// A translation of the same or similar text, offered to the translator.
public struct TranslationMatch: Sendable, Equatable {
  /// The segment that the match is for.
  public var segment: String
  /// The source that was translated.
  public var source: [Inline]
  /// Its translation.
  public var target: [Inline]
  /// How alike the sources are, 0 to 100.
  public var similarity: Double
  /// Where the translation comes from: an article's identifier, a file.
  public var origin: String

  /// Creates a match.
  public init(
    segment: String, source: [Inline], target: [Inline], similarity: Double, origin: String
  ) {
    self.segment = segment
    self.source = source
    self.target = target
    self.similarity = similarity
    self.origin = origin
  }
}
