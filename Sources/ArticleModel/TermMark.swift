/// A term of the glossary found in the source of a segment.
public struct TermMark: Sendable, Equatable {
  /// Where the term stands: UTF-8 offsets into the segment's ``Swift/Array/textOnly``.
  public var range: Range<Int>
  /// The concept's identifier in the glossary.
  public var concept: String

  /// Creates a mark.
  public init(range: Range<Int>, concept: String) {
    self.range = range
    self.concept = concept
  }
}
