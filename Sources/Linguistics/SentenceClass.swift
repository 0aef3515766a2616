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

/// The classes of the scalars of the basic plane, asked from ICU once.
struct SentenceClasses: Sendable {
  let table: [SentenceClass]

  init() { table = Self.basicPlane }

  private static let basicPlane = (0..<0x1_0000).map { ask($0) }

  /// The class of a scalar, as the rules here see it.
  ///
  /// The Thai and Lao vowel AM and the skin tones extend a grapheme (GB9 and GB9a) and yet are no
  /// Extend to sentences: a boundary before them would cut the grapheme.
  static func ask(_ scalar: UInt32) -> SentenceClass {
    if scalar == 0xE33 || scalar == 0xEB3 || 0x1F3FB...0x1F3FF ~= scalar { return .extend }
    return SentenceClass(rawValue: dragoman_sentence_class(scalar)) ?? .other
  }
}

/// The same while the table stays in place: no counting of references in the inner loops.
struct SentenceClassLookup {
  let table: UnsafeBufferPointer<SentenceClass>

  subscript(scalar: UInt32) -> SentenceClass {
    scalar < 0x1_0000 ? table[Int(scalar)] : SentenceClasses.ask(scalar)
  }
}
