public import ArticleModel

/// A segment and its translation, as the memory keeps them.
public struct MemoryEntry: Sendable, Equatable {
  /// The text that was translated.
  public var source: [Inline]
  /// Its translation.
  public var target: [Inline]
  /// Where the pair comes from: an article's identifier, or the name of an imported file.
  public var origin: String

  /// Creates an entry.
  public init(source: [Inline], target: [Inline], origin: String) {
    self.source = source
    self.target = target
    self.origin = origin
  }
}
