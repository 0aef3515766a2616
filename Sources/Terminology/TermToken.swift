/// A word of a text as terms are compared, or one Han character.
struct TermToken {
  /// What a word may do between the words of a term.
  enum Role {
    case content
    /// May be left out: articles, pronouns.
    case optional
    /// May be left out before a name: του κινεζικού Υπουργείου Εξωτερικών, China's National Congress.
    case nationality
    /// May be left out behind an article: a deputy to the 14th National People's Congress.
    case ordinal
  }

  /// The hash of the folded word.
  var key: UInt64
  /// The hash of the word before and this one as one, where nothing but a hyphen stands between
  /// them, as in co-operation; 0 elsewhere.
  var joinedKey: UInt64 = 0
  /// Where it stands, in UTF-8 offsets.
  var lower: Int
  var upper: Int
  /// The letters that have an accent, a bit each.
  var accents: UInt64
  /// How many letters are capitals.
  var capitals: Int
  /// Whether punctuation that ends a phrase stands before it.
  var followsBreak: Bool
  /// Whether it stands alone in brackets, as a short form does behind the long one: (CPC).
  var isBracketed = false
  var role = Role.content
  /// Whether an English `'s` stands behind it.
  var isPossessive = false

  /// Whether it may stand between the words of a term.
  var isOptional: Bool { role == .optional }
}
