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

/// The classes of scalars, asked from ICU when they are first needed.
///
/// One table belongs to one worker.
final class SentenceClasses {
  private let table: UnsafeMutableBufferPointer<SentenceClass?>

  init() {
    table = .allocate(capacity: 0x1_0000)
    table.initialize(repeating: nil)
  }

  deinit { table.deallocate() }

  /// A view that counts no references in the inner loops; valid as long as the table lives.
  var lookup: SentenceClassLookup { SentenceClassLookup(table: table) }

  /// The class of a scalar, as the rules here see it.
  ///
  /// The Thai and Lao vowel AM and the skin tones extend a grapheme (GB9 and GB9a) and yet are no
  /// Extend to sentences: a boundary before them would cut the grapheme.
  static func ask(_ scalar: UInt32) -> SentenceClass {
    if scalar == 0xE33 || scalar == 0xEB3 || 0x1F3FB...0x1F3FF ~= scalar { return .extend }
    return SentenceClass(rawValue: dragoman_sentence_class(scalar)) ?? .other
  }
}

/// The table of ``SentenceClasses`` while it stays in place.
struct SentenceClassLookup {
  fileprivate let table: UnsafeMutableBufferPointer<SentenceClass?>

  @inline(__always)
  subscript(scalar: UInt32) -> SentenceClass {
    guard scalar < 0x1_0000 else { return SentenceClasses.ask(scalar) }
    if let known = table[Int(scalar)] { return known }
    return fill(scalar)
  }

  @inline(never)
  private func fill(_ scalar: UInt32) -> SentenceClass {
    let kind = SentenceClasses.ask(scalar)
    table[Int(scalar)] = kind
    return kind
  }
}
