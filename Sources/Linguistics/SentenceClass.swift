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

/// Answers for the class of a scalar, fast for the scripts of the Mediterranean.
struct SentenceClasses: Sendable {
  private let table: [SentenceClass]

  init() { table = (0..<0x600).map(Self.ask) }

  subscript(scalar: UInt32) -> SentenceClass {
    scalar < 0x600 ? table[Int(scalar)] : Self.ask(scalar)
  }

  private static func ask(_ scalar: UInt32) -> SentenceClass {
    SentenceClass(rawValue: dragoman_sentence_class(scalar)) ?? .other
  }
}
