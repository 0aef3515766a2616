import Linguistics

/// A place in a text that is being cut into tokens.
///
/// The loop sees every character: a word is hashed while it is read, and nothing is kept of it.
struct TermCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let masks: [TextMask]
  private let folding: UnsafeBufferPointer<FoldedScalar>
  /// The simplified character of each Han character of the block; empty for other languages.
  private let simplified: UnsafeBufferPointer<UInt16>
  private let language: TermLanguage
  private var place = 0
  private var mask = 0
  /// Where the next mask begins.
  private var maskStart: Int
  private var isBroken = false
  /// Whether a bracket was opened directly before the next word.
  private var isOpened = false
  /// The word before, to which a hyphen may join the next.
  private var last = WordHash()
  private var lastUpper = -1
  private static let firstHan = 0x3400

  init(
    bytes: UnsafeBufferPointer<UInt8>, masks: [TextMask],
    folding: UnsafeBufferPointer<FoldedScalar>, simplified: UnsafeBufferPointer<UInt16>,
    language: TermLanguage
  ) {
    self.bytes = bytes
    self.masks = masks
    self.folding = folding
    self.simplified = simplified
    self.language = language
    maskStart = masks.first?.range.lowerBound ?? bytes.count
  }

  /// A folded scalar, its parts read without a call.
  private struct Letter {
    let bits: UInt32

    var base: UInt32 { bits & 0x1F_FFFF }
    var kind: UInt32 { bits >> 21 & 7 }
    var isCapital: Bool { bits & 1 << 24 != 0 }
    var isAccented: Bool { bits & 1 << 25 != 0 }
    /// Whether a word goes on with it: a letter, a digit or a mark.
    var isOfWord: Bool { kind >= Letter.letter }

    static let stop: UInt32 = 0
    static let joiner: UInt32 = 1
    static let letter: UInt32 = 4
    static let digit: UInt32 = 5
    static let mark: UInt32 = 6
  }

  /// A word while it is read.
  private struct Word {
    var hash = WordHash()
    var count = 0
    var accents: UInt64 = 0
    var capitals = 0
    /// How many digits it begins with, their hash, and whether only Greek letters follow: 19ου.
    var digits = 0
    var digitHash = WordHash()
    var isOrdinal = true

    @inline(__always)
    mutating func add(_ scalar: Letter) {
      if scalar.kind == Letter.mark {
        if scalar.isAccented, count > 0, count <= 64 { accents |= 1 << UInt64(count - 1) }
        return
      }
      if scalar.isCapital { capitals += 1 }
      if scalar.isAccented, count < 64 { accents |= 1 << UInt64(count) }
      hash.add(scalar.base)
      if scalar.kind == Letter.digit {
        if digits == count {
          digits += 1
          digitHash = hash
        } else {
          isOrdinal = false
        }
      } else if !(0x3B1...0x3C9).contains(scalar.base), scalar.base != 0x6F {
        isOrdinal = false
      }
      count += 1
    }

    /// Makes the forms of an ordinal one: 19ο, 19ου, 19ης agree with their noun.
    mutating func makeOrdinal() {
      guard digits > 0, isOrdinal, (1...3).contains(count - digits) else { return }
      hash = digitHash
      hash.add(UInt32(0x3BF))
      accents = 0
      capitals = 0
    }
  }

  /// Reads all words.
  mutating func tokens() -> [TermToken] {
    var tokens: [TermToken] = []
    tokens.reserveCapacity(bytes.count / (language == .zh ? 3 : 6))
    while place < bytes.count {
      if place >= maskStart {
        skipMask()
        continue
      }
      let (scalar, length) = scalar(at: place)
      if (0x4E00..<0xA000).contains(scalar) {
        tokens.append(han(scalar))
        continue
      }
      let letter = folded(scalar)
      switch letter.kind {
      case Letter.letter, Letter.digit: tokens.append(read())
      case Letter.stop:
        isBroken = true
        isOpened = scalar == 0x28 || scalar == 0xFF08
        place += length
      case Letter.joiner, Letter.mark: place += length
      default:
        // A rare Han character or a sign is a word.
        place += length
        var hash = WordHash()
        hash.add(comparable(letter.base))
        tokens.append(token(Word(hash: hash), from: place - length))
      }
    }
    return tokens
  }

  /// A Han character is a word.
  @inline(__always)
  private mutating func han(_ scalar: UInt32) -> TermToken {
    var hash = WordHash()
    hash.add(comparable(scalar))
    defer {
      place += 3
      isBroken = false
      isOpened = false
    }
    return TermToken(
      key: hash.value, lower: place, upper: place + 3, accents: 0, capitals: 0,
      followsBreak: isBroken)
  }

  private mutating func skipMask() {
    if !masks[mask].isTransparent { isBroken = true }
    place = max(place, masks[mask].range.upperBound)
    mask += 1
    maskStart = mask < masks.count ? masks[mask].range.lowerBound : bytes.count
  }

  @inline(__always)
  private func comparable(_ scalar: UInt32) -> UInt32 {
    let place = Int(scalar) - Self.firstHan
    return simplified.indices.contains(place) ? UInt32(simplified[place]) : scalar
  }

  private mutating func read() -> TermToken {
    let start = place
    var word = Word()
    readLetters(into: &word)
    // Ε.Ε. is ΕΕ, and Γ.Ε.ΕΘ.Α. ΓΕΕΘΑ: single letters or a few capitals, each with a full stop.
    while place < maskStart, bytes[place] == 0x2E, isBeforeDottedPart(word, from: start) {
      place += 1
      readLetters(into: &word)
    }
    if place < maskStart, bytes[place] == 0x2E, isDotted(word, from: start) { place += 1 }
    if language == .el { word.makeOrdinal() }
    var token = token(word, from: start)
    if followsHyphen(start) { token.joinedKey = joined(start..<place) }
    last = word.hash
    lastUpper = token.upper
    if language == .en { token.isPossessive = skipPossessive() }
    return token
  }

  /// Whether nothing but a hyphen stands between a place and the word before.
  @inline(__always)
  private func followsHyphen(_ start: Int) -> Bool {
    guard start > 1 else { return false }
    switch bytes[start - 1] {
    case 0x2D: return start - 1 == lastUpper
    // A soft hyphen is C2 AD, the hyphen U+2010 and the one without a break E2 80 90 and 91.
    case 0xAD: return bytes[start - 2] == 0xC2 && start - 2 == lastUpper
    case 0x90, 0x91: return bytes[start - 2] == 0x80 && start - 3 == lastUpper
    default: return false
    }
  }

  /// The hash of the word before and another as one.
  private func joined(_ range: Range<Int>) -> UInt64 {
    var hash = last
    var place = range.lowerBound
    while place < range.upperBound {
      let (scalar, length) = scalar(at: place)
      let letter = folded(scalar)
      if letter.isOfWord, letter.kind != Letter.mark { hash.add(letter.base) }
      place += length
    }
    return hash.value
  }

  @inline(__always)
  private mutating func readLetters(into word: inout Word) {
    while place < maskStart {
      let (scalar, length) = scalar(at: place)
      let letter = folded(scalar)
      guard letter.isOfWord else { return }
      word.add(letter)
      place += length
    }
  }

  @inline(__always)
  private func folded(_ scalar: UInt32) -> Letter {
    Letter(
      bits: scalar < folding.count
        ? folding[Int(scalar)].bits : LetterFolding.folded(scalar).bits)
  }

  private func letter(at place: Int) -> Letter { folded(scalar(at: place).0) }

  /// Whether the word so far may be a part of an abbreviation with full stops, and the next is one.
  private func isBeforeDottedPart(_ word: Word, from start: Int) -> Bool {
    let isShort = word.count < 4 && word.capitals == word.count
    guard word.count == 1 || isShort || isDotted(word, from: start) else { return false }
    var next = place + 1
    var count = 0
    var capitals = 0
    while next < maskStart, count < 4 {
      let (scalar, length) = scalar(at: next)
      let letter = folded(scalar)
      guard letter.isOfWord else { break }
      guard letter.kind == Letter.letter else { return false }
      count += 1
      capitals += letter.isCapital ? 1 : 0
      next += length
    }
    guard count > 0, count < 4 else { return false }
    if count == 1, word.count == 1 || isDotted(word, from: start) { return true }
    return capitals == count && next < maskStart && bytes[next] == 0x2E
  }

  private func isDotted(_ word: Word, from start: Int) -> Bool {
    word.count > 1 && word.count < 8 && bytes[start..<place].contains(0x2E)
  }

  /// The `s` of `China's` is no word of its own.
  private mutating func skipPossessive() -> Bool {
    guard place + 1 < maskStart else { return false }
    let (mark, length) = scalar(at: place)
    guard mark == 0x27 || mark == 0x2019 || mark == 0x2BC, place + length < maskStart,
      bytes[place + length] | 0x20 == 0x73
    else { return false }
    let after = place + length + 1
    if after < maskStart, letter(at: after).kind == Letter.letter { return false }
    place = after
    return true
  }

  private mutating func token(_ word: Word, from start: Int) -> TermToken {
    var token = TermToken(
      key: word.hash.value, lower: start, upper: place, accents: word.accents,
      capitals: word.capitals, followsBreak: isBroken)
    isBroken = false
    if isOpened {
      isOpened = false
      if let length = closingBracket() {
        token.isBracketed = true
        place += length
      }
    }
    return token
  }

  /// The length of a closing bracket that stands here.
  private func closingBracket() -> Int? {
    guard place < maskStart else { return nil }
    let (scalar, length) = scalar(at: place)
    return scalar == 0x29 || scalar == 0xFF09 ? length : nil
  }

  /// The scalar at an offset and its length; the bytes are well-formed UTF-8.
  @inline(__always)
  private func scalar(at offset: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[offset])
    func next(_ step: Int) -> UInt32 { UInt32(bytes[offset + step]) & 0x3F }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0xF) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}
