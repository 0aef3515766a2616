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
  private(set) var startsWithDigit = false
  /// Whether a Greek letter has its accent.
  private(set) var isAccented = false
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
        if GreekShape.isAccented(value) { isAccented = true }
        startsUpper = kind == .upper
        startsWithDigit = false
      case .numeric:
        digits += 1
        startsWithDigit = true
        part = 0
      case .fullStop:
        stops += 1
        part = 0
      case .extend, .format: if value == 0x301 { isAccented = true }
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

  /// Capital letters with full stops and hyphens between them: `J.-P`, `Α.-Μ`.
  var isHyphenatedInitial: Bool {
    others > 0 && digits == 0 && letters == capitals && longestPart == 1 && stops >= others
      && letters == others + 1
  }

  /// Short parts with full stops between them, the first with a capital: `Κ.Πολ.Δ`.
  var isDotted: Bool { stops > 0 && digits + others == 0 && longestPart < 5 && startsUpper }

  /// A number with an ending: `1ον`, `2nd`.
  var isOrdinal: Bool {
    startsWithDigit && digits < 3 && (1...3).contains(letters) && stops + others == 0
  }

  /// One small letter, as in `σ. 5`.
  var isSmallLetter: Bool { letters == 1 && capitals + digits + stops + others == 0 }

  /// Letters with full stops between them, as in `U.S`, `κ.λπ` or `Α.Π.Ε.-Μ.Π.Ε`.
  var isAcronym: Bool {
    stops > 0 && digits == 0 && longestPart <= 2 && letters > stops
      && (others == 0 || longestPart == 1)
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

  private static func isVowel(_ value: UInt32) -> Bool {
    switch value {
    case 0x41, 0x45, 0x49, 0x4F, 0x55, 0x59, 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    case 0xC0...0x24F: true
    default: GreekShape.isVowel(value)
    }
  }
}
