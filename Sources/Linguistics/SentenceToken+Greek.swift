/// What the shape of a Greek word says of the full stop behind it.
enum GreekCut: Comparable {
  /// A word as others are.
  case none
  /// Greek words do not end like this, but foreign names do: Ισραήλ, Πρύτ.
  case likely
  /// No word ends like this: καθηγ, Σύμβ, κυβερν.
  case certain
}

extension SentenceToken {
  /// Whether the word is cut off, by three facts of Greek writing.
  ///
  /// A word of two syllables has an accent, a Greek word ends in a vowel, ν or ς, and no foreign one
  /// ends in a mute before a liquid. The exceptions know loans like ρεκόρ.
  func greekCut(in text: SentenceText, _ exceptions: SegmentationExceptions) -> GreekCut {
    guard digits == 0, letters > 0, capitals < 2 || stops + others > 0 else { return .none }
    let last = text.scalar(before: range.upperBound)
    let endsWell = last.value == 0x3BD || last.value == 0x3C2 || GreekShape.isVowel(last.value)
    guard 0x386...0x3CE ~= last.value, !endsWell || !isAccented else { return .none }
    let word = lastPart(in: text)
    guard last.start > word.lowerBound else { return .none }
    let shape = GreekShape(word, in: text)
    if shape.syllables > 1, !shape.isAccented, Self.hasAccents(around: range, in: text) {
      return .certain
    }
    let before = text.scalar(before: last.start).value
    if last.value == 0x3BD, GreekShape.isMute(before) { return .certain }
    if endsWell || exceptions.has(.loan, text.word(word)) { return .none }
    if shape.letters <= 3 || !shape.startsUpper { return .certain }
    let isRare = GreekShape.isRare(last.value, atEndOf: shape)
    return isRare || GreekShape.isImpossible(before, last.value) ? .certain : .likely
  }

  /// The letters after the last full stop, hyphen or other mark.
  private func lastPart(in text: SentenceText) -> Range<Int> {
    guard stops + others > 0 else { return range }
    var lower = range.upperBound
    while lower > range.lowerBound {
      let (value, start) = text.scalar(before: lower)
      let kind = text.classes[value]
      guard kind.isLetter || kind == .extend else { break }
      lower = start
    }
    return lower..<range.upperBound
  }

  /// Whether the text near a word is written with accents.
  private static func hasAccents(around range: Range<Int>, in text: SentenceText) -> Bool {
    var place = max(0, range.lowerBound - 120)
    while place < range.lowerBound, text.bytes[place] & 0xC0 == 0x80 { place += 1 }
    let limit = min(text.count, range.upperBound + 60)
    while place < limit {
      let (value, end) = text.scalar(at: place)
      if GreekShape.isAccented(value) { return true }
      place = end
    }
    return false
  }
}

/// The letters of a Greek word.
struct GreekShape {
  private(set) var letters = 0
  /// Vowels, but for those that make one with the vowel before: αι, ου, ια in one syllable.
  private(set) var syllables = 0
  private(set) var isAccented = false
  private(set) var startsUpper = false

  init(_ range: Range<Int>, in text: SentenceText) {
    var before: UInt32 = 0
    var place = range.lowerBound
    while place < range.upperBound {
      let (value, end) = text.scalar(at: place)
      if place == range.lowerBound { startsUpper = text.classes[value] == .upper }
      if text.classes[value].isLetter { letters += 1 }
      isAccented = isAccented || Self.isAccented(value)
      let joins = Self.isVowel(before) && (Self.isClose(before) || Self.isClose(value))
      if Self.isVowel(value), !joins { syllables += 1 }
      before = value
      place = end
    }
  }

  static func isAccented(_ value: UInt32) -> Bool {
    switch value {
    case 0x301, 0x386...0x390, 0x3AC...0x3B0, 0x3CC...0x3CE, 0x1F70...0x1F7D: true
    default: false
    }
  }

  /// ι, υ and their like, which lean on another vowel.
  private static func isClose(_ value: UInt32) -> Bool {
    switch value {
    case 0x399, 0x3A5, 0x3B9, 0x3C5, 0x38A, 0x38E, 0x3AF, 0x3CD: true
    default: false
    }
  }

  static func isVowel(_ value: UInt32) -> Bool {
    switch value {
    case 0x391, 0x395, 0x397, 0x399, 0x39F, 0x3A5, 0x3A9, 0x3B1, 0x3B5, 0x3B7, 0x3B9, 0x3BF,
      0x3C5, 0x3C9, 0x386...0x390, 0x3AA...0x3B0, 0x3CA...0x3CE, 0x1F00...0x1FFF:
      true
    default: false
    }
  }

  /// Whether two consonants end no word of any language that Greek writes: a mute before a liquid
  /// or a nasal (Ίδρ), a letter twice (Γράμμ), μβ, νδ and their like, a σ that is not ς.
  static func isImpossible(_ first: UInt32, _ last: UInt32) -> Bool {
    if last == 0x3C3 || first == last { return true }
    if isSonorant(last) { return isMute(first) }
    // β, γ, δ, θ, χ after a nasal: a foreign word has μπ, γκ, ντ.
    let isVoiced = last == 0x3B2 || last == 0x3B3 || last == 0x3B4 || last == 0x3B8 || last == 0x3C7
    return isVoiced && (first == 0x3BC || first == 0x3BD)
  }

  /// A consonant that hardly a foreign name ends in: Προξ, Διεύθ; φ ends accented Russian ones.
  static func isRare(_ last: UInt32, atEndOf word: GreekShape) -> Bool {
    switch last {
    case 0x3B2, 0x3B3, 0x3B4, 0x3B8, 0x3BE, 0x3C7, 0x3C8: true
    case 0x3C6: !word.isAccented
    default: false
    }
  }

  static func isLetter(_ value: UInt32) -> Bool {
    0x386...0x3CE ~= value || 0x1F00...0x1FFF ~= value
  }

  /// A consonant other than λ, μ, ν, ρ.
  static func isMute(_ value: UInt32) -> Bool {
    0x3B1...0x3C9 ~= value && !isVowel(value) && !isSonorant(value)
  }

  private static func isSonorant(_ value: UInt32) -> Bool {
    value == 0x3BB || value == 0x3BC || value == 0x3BD || value == 0x3C1
  }
}
