public import ArticleModel

/// A rule that a translation is held against: one file, one line in ``CheckSuite``.
public protocol Check: Sendable {
  /// What is wrong with a pair; empty when nothing is.
  func findings(in pair: SegmentPair) -> [Finding]
}
