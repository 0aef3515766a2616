import ArticleModel
import Linguistics

/// Cuts texts of one language into the words that terms are compared by.
struct TermScanner: Sendable {
  private let language: String
  private var optional = HashTable()

  init(locale: LocaleTag, inflection: (any Inflection)?) {
    language = locale.language
    for letters in inflection?.optionalWords ?? [] {
      var word = FoldedWord()
      word.letters = letters
      optional.set(key(kept: letters.count, of: word, ending: []), 1)
    }
  }

  /// The tokens of a text, addresses and codes left out.
  func tokens(in text: String) -> [TermToken] {
    var tokens: [TermToken] = []
    tokens.reserveCapacity(text.utf8.count / 6)
    scan(text) { _, token in tokens.append(token) }
    return tokens
  }

  /// The words of a term, as the language's inflection wants them.
  func words(in term: String) -> [(word: FoldedWord, token: TermToken)] {
    var words: [(FoldedWord, TermToken)] = []
    scan(term) { words.append(($0, $1)) }
    return words
  }

  /// The key that a folded word has in a text.
  func key(kept: Int, of word: FoldedWord, ending: [UInt32]) -> UInt64 {
    var hash = WordHash()
    for letter in word.letters.prefix(kept) { hash.add(comparable(letter)) }
    for letter in ending { hash.add(letter) }
    return hash.value
  }

  @inline(__always)
  private func comparable(_ letter: UInt32) -> UInt32 {
    letter >= 0x3400 && language == "zh" ? ChineseScript.comparable(letter) : letter
  }

  @inline(__always)
  private func scan(_ text: String, _ emit: (FoldedWord, TermToken) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var cursor = TermCursor(bytes: bytes, masks: TextMask.masks(in: bytes))
      var word = FoldedWord()
      while var token = cursor.next(&word, language: language) {
        var hash = WordHash()
        for letter in word.letters { hash.add(comparable(letter)) }
        token.key = hash.value
        token.isOptional = optional.value(token.key) >= 0
        emit(word, token)
      }
    }
  }
}

/// A place in a text that is being cut into tokens.
private struct TermCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  let masks: [TextMask]
  private var place = 0
  private var mask = 0
  private var isBroken = false

  init(bytes: UnsafeBufferPointer<UInt8>, masks: [TextMask]) {
    self.bytes = bytes
    self.masks = masks
  }

  /// Reads the next word.
  mutating func next(_ word: inout FoldedWord, language: String) -> TermToken? {
    word.clear()
    while place < bytes.count {
      if mask < masks.count, place >= masks[mask].range.lowerBound {
        if !masks[mask].isTransparent { isBroken = true }
        place = max(place, masks[mask].range.upperBound)
        mask += 1
        continue
      }
      let (scalar, length) = scalar(at: place)
      let folded = LetterFolding.folded(scalar)
      switch folded.kind {
      case .stop:
        isBroken = true
        place += length
      case .joiner, .mark: place += length
      case .ideograph, .sign:
        word.append(folded)
        place += length
        return token(word, from: place - length)
      case .letter, .digit: return read(&word, language: language)
      }
    }
    return nil
  }

  private mutating func read(_ word: inout FoldedWord, language: String) -> TermToken {
    let start = place
    let end = mask < masks.count ? masks[mask].range.lowerBound : bytes.count
    readLetters(into: &word, upTo: end)
    // Ε.Ε. is ΕΕ: single letters, each with its full stop.
    while word.letters.count > 0, isDottedLetter(word, from: start, upTo: end) {
      place += 1
      readLetters(into: &word, upTo: end)
    }
    if isDotted(word, from: start), place < end, bytes[place] == 0x2E { place += 1 }
    if language == "el" { word.makeOrdinal() }
    var token = token(word, from: start)
    if language == "en" { token.isPossessive = skipPossessive(upTo: end) }
    return token
  }

  private mutating func readLetters(into word: inout FoldedWord, upTo end: Int) {
    while place < end {
      let (scalar, length) = scalar(at: place)
      let folded = LetterFolding.folded(scalar)
      guard folded.kind == .letter || folded.kind == .digit || folded.kind == .mark else { return }
      word.append(folded)
      place += length
    }
  }

  /// Whether the word so far is single letters with full stops, and another follows.
  private func isDottedLetter(_ word: FoldedWord, from start: Int, upTo end: Int) -> Bool {
    guard place < end, bytes[place] == 0x2E, word.letters.count == 1 || isDotted(word, from: start),
      place + 1 < end
    else { return false }
    let (next, length) = scalar(at: place + 1)
    guard LetterFolding.folded(next).kind == .letter else { return false }
    let after = place + 1 + length
    guard after < end else { return true }
    let following = LetterFolding.folded(scalar(at: after).0).kind
    return following != .letter && following != .digit && following != .mark
  }

  private func isDotted(_ word: FoldedWord, from start: Int) -> Bool {
    word.letters.count > 1 && word.letters.count < 8 && bytes[start..<place].contains(0x2E)
  }

  /// The `s` of `China's` is no word of its own.
  private mutating func skipPossessive(upTo end: Int) -> Bool {
    guard place + 1 < end else { return false }
    let (mark, length) = scalar(at: place)
    guard mark == 0x27 || mark == 0x2019 || mark == 0x2BC, place + length < end,
      bytes[place + length] | 0x20 == 0x73
    else { return false }
    let after = place + length + 1
    if after < end, LetterFolding.folded(scalar(at: after).0).kind == .letter { return false }
    place = after
    return true
  }

  private mutating func token(_ word: FoldedWord, from start: Int) -> TermToken {
    defer { isBroken = false }
    return TermToken(
      key: 0, lower: start, upper: place, accents: word.accents, capitals: word.capitals,
      followsBreak: isBroken, isOptional: false, isPossessive: false)
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

extension FoldedWord {
  fileprivate mutating func clear() {
    letters.removeAll(keepingCapacity: true)
    accents = 0
    diaereses = 0
    capitals = 0
    startsWithCapital = false
  }

  /// Makes the forms of an ordinal one: 19ο, 19ου, 19ης agree with their noun.
  fileprivate mutating func makeOrdinal() {
    let digits = letters.prefix { (0x30...0x39).contains($0) }.count
    guard digits > 0, (1...3).contains(letters.count - digits),
      letters[digits...].allSatisfy({ (0x3B1...0x3C9).contains($0) || $0 == 0x6F })
    else { return }
    letters.replaceSubrange(digits..., with: [0x3BF])
    accents = 0
    capitals = 0
  }
}
