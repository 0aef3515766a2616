/// A number, a month or a time of day as a text writes it.
public struct Quantity: Sendable, Equatable {
  /// How sure it is that the words mean a number.
  public enum Weight: Int, Sendable, Comparable {
    /// May mean one (`both`, `once`, 双): it answers for a number and is never asked for.
    case possible
    /// A small number in words: wrong only where the other side has another one in its place.
    case likely
    /// Figures, or a large number in words.
    case certain

    /// Orders by certainty.
    public static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  /// A time of day.
  public struct Clock: Sendable, Equatable {
    /// Minutes after midnight; before noon where the half of the day is not known.
    public var minutes: Int
    /// Whether the text says which half of the day is meant.
    public var isHalfKnown: Bool
  }

  /// The ways to read it, the first being the usual one: 90 of the 1990s is 1990 as well.
  public var values: [Double]
  /// What it is made of, where it may be taken apart: 25/10 is 25 and 10.
  public var parts: [Double] = []
  /// The factor of the words after it: a million in `2 million`.
  public var scale = 1.0
  /// The time of day.
  public var clock: Clock?
  /// Whether it is a month of the year.
  public var isMonth = false
  /// How sure it is.
  public var weight: Weight
  /// The figures without separators; empty for words.
  public var digits = ""
  /// Where it stands, in Unicode scalars.
  public var range: Range<Int>
}
