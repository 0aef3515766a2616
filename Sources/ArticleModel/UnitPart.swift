/// A part of a unit: a segment, or what lies between two of them.
public enum UnitPart: Sendable, Equatable {
  /// A run that is translated.
  case segment(Segment)
  /// White space or codes between segments, with the target's form where it differs.
  case ignorable(source: [Inline], target: [Inline]?)

  /// The source of either.
  public var source: [Inline] {
    switch self {
    case .segment(let segment): segment.source
    case .ignorable(let source, _): source
    }
  }
}
