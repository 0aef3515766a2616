/// A word of a text as terms are compared, or one Han character.
struct TermToken {
  /// The hash of the folded word.
  var key: UInt64
  /// Where it stands, in UTF-8 offsets.
  var lower: Int
  var upper: Int
  /// The letters that have an accent, a bit each.
  var accents: UInt64
  /// How many letters are capitals.
  var capitals: Int
  /// Whether punctuation that ends a phrase stands before it.
  var followsBreak: Bool
  /// Whether it may stand between the words of a term.
  var isOptional: Bool
  /// Whether an English `'s` stands behind it.
  var isPossessive: Bool
}
