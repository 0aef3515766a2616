/// A place where a sentence might end, and what was decided.
public struct SegmentationDecision: Sendable, Equatable {
  /// Where the closing marks end.
  public let utf8Offset: Int
  /// Whether the sentence ends there.
  public let ends: Bool
  /// The rule that decided.
  public let rule: SegmentationRule
}
