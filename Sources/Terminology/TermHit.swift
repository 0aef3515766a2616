/// A term found in a text.
public struct TermHit: Sendable, Equatable {
  /// The concept's identifier.
  public var concept: String
  /// The form as the glossary has it.
  public var term: String
  /// What the glossary says of the form.
  public var status: TermStatus
  /// Where it stands, in UTF-8 offsets.
  public var range: Range<Int>
}
