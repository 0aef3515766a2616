/// A rule of SRX 2.0: whether a sentence ends where one expression ends and another begins.
public struct SegmentationPattern: Sendable, Equatable {
  /// Whether the sentence ends there (`break="yes"`).
  public var breaks: Bool
  /// A regular expression of ICU for what stands before; empty for anything.
  public var before: String
  /// A regular expression of ICU for what stands after; empty for anything.
  public var after: String

  /// Creates a rule.
  public init(breaks: Bool, before: String, after: String) {
    self.breaks = breaks
    self.before = before
    self.after = after
  }
}
