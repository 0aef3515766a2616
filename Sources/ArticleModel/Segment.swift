/// A run of text that is translated as a whole: as a rule one sentence.
///
/// Segments never cross a block. What lies between two segments belongs to neither: the unit
/// keeps it as an ignorable.
public struct Segment: Sendable, Equatable {
  /// The identifier, unique in its unit.
  public var id: String
  /// The text in the language of the page.
  public var source: [Inline]
  /// The translation; `nil` when there is none, which is not the same as an empty one.
  public var target: [Inline]?
  /// How far the translation has come.
  public var state: UnitState
  /// A state of the file's own, finer than `state`: prefix, colon, value (XLIFF 2.1, section
  /// 4.3.1.34).
  public var subState: String?
  /// The terms found in the source.
  public var terms: [TermMark]

  /// Creates a segment.
  public init(
    id: String, source: [Inline], target: [Inline]? = nil, state: UnitState = .initial,
    subState: String? = nil, terms: [TermMark] = []
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.state = state
    self.subState = subState
    self.terms = terms
  }
}
