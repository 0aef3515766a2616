import CICU

/// The Sentence_Break classes of Unicode Standard Annex #29, table 4, as ICU knows them.
enum SentenceClass: UInt8 {
  case other, fullStop, closing, format, lower, numeric, letter, separator, space, terminator
  case upper, carriageReturn, extend, lineFeed, continuation
  /// A bracket or quotation mark that opens; the annex counts it among the closing ones.
  case opening

  /// Whether the scalar ends a paragraph (ParaSep).
  var isParagraphEnd: Bool { self == .separator || self == .carriageReturn || self == .lineFeed }

  /// Whether the scalar ends a sentence as a rule (SATerm).
  var isTerminator: Bool { self == .fullStop || self == .terminator }

  var isLetter: Bool { self == .lower || self == .upper || self == .letter }
}

/// Answers for the class of a scalar, fast for the scripts of the Mediterranean and for Han.
struct SentenceClasses: Sendable {
  let table: [SentenceClass]

  init() { table = (0..<0x600).map(Self.ask) }

  static func ask(_ scalar: UInt32) -> SentenceClass {
    SentenceClass(rawValue: dragoman_sentence_class(scalar)) ?? .other
  }
}

/// The same while the table stays in place: no counting of references in the inner loops.
struct SentenceClassLookup {
  let table: UnsafeBufferPointer<SentenceClass>

  subscript(scalar: UInt32) -> SentenceClass {
    if scalar < 0x600 { return table[Int(scalar)] }
    // The unified ideographs are letters, all of them.
    if 0x4E00...0x9FFF ~= scalar { return .letter }
    return Self.joinsGrapheme(scalar) ? .extend : SentenceClasses.ask(scalar)
  }

  /// What extends a grapheme (Unicode Standard Annex #29, GB9 and GB9a) and yet is no Extend to
  /// sentences: the Thai and Lao vowel AM, the skin tones.
  private static func joinsGrapheme(_ scalar: UInt32) -> Bool {
    scalar == 0xE33 || scalar == 0xEB3 || 0x1F3FB...0x1F3FF ~= scalar
  }
}
