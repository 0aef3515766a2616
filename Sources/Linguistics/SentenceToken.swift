/// The run of letters, digits and marks before a full stop, and what it is made of.
struct SentenceToken {
  /// From the first scalar to before the full stop.
  let range: Range<Int>
  private(set) var letters = 0
  private(set) var digits = 0
  private(set) var stops = 0
  private(set) var others = 0
  /// The number of letters since the last full stop, at most.
  private(set) var longestPart = 0
  private(set) var capitals = 0
  private(set) var startsUpper = false
  /// The scalar before the token, a space at the start of the text.
  private(set) var before: UInt32 = 0x20

  /// Longer runs are no abbreviations.
  private static let limit = 48

  init(endingAt end: Int, from start: Int, in text: SentenceText) {
    var lower = end
    var part = 0
    let floor = max(start, end - Self.limit)
    walk: while lower > floor {
      let (value, scalarStart) = text.scalar(before: lower)
      let kind = text.classes[value]
      if lower == end, Self.isNumeralSign(value) {
        lower = scalarStart
        continue
      }
      switch kind {
      case .space, .separator, .carriageReturn, .lineFeed, .opening, .terminator:
        before = value
        break walk
      case .closing where value == 0x22 || value == 0x27 || lower == end:
        before = value
        break walk
      case .letter where SentenceText.isEastAsian(value):
        before = value
        break walk
      case .lower, .upper, .letter:
        letters += 1
        part += 1
        longestPart = max(longestPart, part)
        if kind == .upper { capitals += 1 }
        startsUpper = kind == .upper
      case .numeric:
        digits += 1
        part = 0
      case .fullStop:
        stops += 1
        part = 0
      case .extend, .format: break
      default:
        if Self.isBorder(value) {
          before = value
          break walk
        }
        others += 1
        part = 0
      }
      lower = scalarStart
    }
    range = lower..<end
  }

  var isEmpty: Bool { range.isEmpty }

  /// One capital letter, as in `J. Smith` or `Ν. Παπαδόπουλος`, or two of a name: `Τζ.`.
  var isInitial: Bool { letters == 1 && capitals == 1 && digits + stops + others == 0 }

  /// Letters with full stops between them, as in `U.S` or `κ.λπ`.
  var isAcronym: Bool {
    stops > 0 && digits == 0 && longestPart <= 2 && letters > stops && others == 0
  }

  /// A word, or a number of more than three digits.
  var isOrdinary: Bool {
    digits > 0
      ? letters != 1 || digits > 2 || others > 0 : letters > 1 || others > 0 || isEmpty
  }

  func hasVowel(in text: SentenceText) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      let (value, end) = text.scalar(at: place)
      if Self.isVowel(value) { return true }
      place = end
    }
    return false
  }

  /// A Greek word that ends as none does, in a consonant other than ν and ς: καθηγ, εξάμ; or a
  /// foreign one, Ισραήλ.
  func endsUnlikeGreek(in text: SentenceText) -> Bool {
    guard letters > 1, digits + stops + others == 0, capitals < 2 else { return false }
    let last = text.scalar(before: range.upperBound).value
    return 0x391...0x3C9 ~= last && last != 0x3BD && last != 0x3C2 && !Self.isVowel(last)
  }

  /// A Greek word cut off, not a foreign one: short, or with two syllables and no accent.
  func isCutGreekWord(in text: SentenceText) -> Bool {
    guard endsUnlikeGreek(in: text) else { return false }
    if letters <= 3 { return true }
    var vowels = 0
    var isAfterVowel = false
    var place = range.lowerBound
    while place < range.upperBound {
      let (value, end) = text.scalar(at: place)
      if Self.isAccented(value) { return false }
      let isVowel = Self.isVowel(value)
      if isVowel, !isAfterVowel { vowels += 1 }
      isAfterVowel = isVowel
      place = end
    }
    return vowels > 1
  }

  /// Small letters alone.
  var isPlainWord: Bool { letters > 1 && capitals == 0 && digits + stops == 0 }

  /// The sign of a Greek number: Β΄.
  private static func isNumeralSign(_ value: UInt32) -> Bool {
    value == 0x384 || value == 0x374 || value == 0xB4 || value == 0x2B9
  }

  /// Strokes, dots between names, and the marks of East Asian text.
  private static func isBorder(_ value: UInt32) -> Bool {
    switch value {
    case 0x2F, 0xB7, 0x2013, 0x2014, 0x3000...0x3030, 0x30FB, 0xFF01...0xFF0F, 0xFF1A...0xFF20: true
    default: false
    }
  }

  private static func isAccented(_ value: UInt32) -> Bool {
    switch value {
    case 0x301, 0x386...0x390, 0x3AC...0x3B0, 0x3CC...0x3CE, 0x1F70...0x1F7D: true
    default: false
    }
  }

  private static func isVowel(_ value: UInt32) -> Bool {
    switch value {
    case 0x41, 0x45, 0x49, 0x4F, 0x55, 0x59, 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    case 0x391, 0x395, 0x397, 0x399, 0x39F, 0x3A5, 0x3A9, 0x3B1, 0x3B5, 0x3B7, 0x3B9, 0x3BF,
      0x3C5, 0x3C9, 0x386...0x390, 0x3AA...0x3B0, 0x3CA...0x3CE, 0x1F00...0x1FFF:
      true
    case 0xC0...0x24F: true
    default: false
    }
  }
}
