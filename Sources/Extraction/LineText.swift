import Markup

/// What the characters of a line say, without regard to where it stands.
struct LineText {
  /// The length in letters, where a Chinese character counts two and a half.
  var weight: Float = 0
  var stops: Float = 0
  var commas: Float = 0
  var digits: Float = 0
  var bars: Float = 0
  var capitals: Float = 0
  var words: Float = 0
  var quotes: Float = 0
  var endsSentence = false
  var endsColon = false
  var startsLower = false
  var startsBullet = false
  var hasYear = false
  var hasClock = false
  var linkShare: Float = 0
  var boldShare: Float = 0
  var found = LineWords.Found(repeating: 0)
  /// A hash of the letters and digits, by which lines and titles are compared.
  var key: UInt64 = LineText.emptyKey
  /// The same of the first ``prefixLength`` letters and digits; 0 for a shorter line.
  var prefix: UInt64 = 0

  static let prefixLength = 30

  static let emptyKey: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Prose: enough letters, some punctuation, not mostly links.
  var isProse: Bool { linkShare < 0.5 && weight > 20 && stops + commas > 0 }

  init(_ line: PageOutline.Line, _ page: UnsafeBufferPointer<UInt8>, _ list: LineWords) {
    let length = line.end - line.start
    guard length > 0 else { return }
    let text = UnsafeBufferPointer(rebasing: page[line.start..<line.end])
    count(text)
    linkShare = Float(line.linkBytes) / Float(length)
    boldShare = Float(line.boldBytes) / Float(length)
    digits /= Float(length)
    bars /= Float(length)
    capitals /= Float(length)
    stops = min(stops, 6)
    commas = min(commas, 8)
    readEnds(text)
    if weight < 320 { found = list.find(in: text) }
  }

  /// The hash of a text as ``key`` has it.
  static func key(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash = emptyKey
    for byte in text { _ = mix(byte, into: &hash) }
    return hash
  }

  /// The hash of a text's beginning as ``prefix`` has it.
  static func prefix(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash = emptyKey
    var letters = 0
    for byte in text where mix(byte, into: &hash) {
      letters += 1
      if letters == prefixLength { return hash }
    }
    return 0
  }

  /// Whether the byte counts.
  @inline(__always)
  private static func mix(_ byte: UInt8, into hash: inout UInt64) -> Bool {
    let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    guard folded >= 0x80 || (0x61...0x7A).contains(folded) || (0x30...0x39).contains(folded) else {
      return false
    }
    hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
    return true
  }

  private mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var number = 0
    var numberDigits = 0
    var hash = Self.emptyKey
    var letters = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if Self.mix(byte, into: &hash) {
        letters += 1
        if letters == Self.prefixLength { prefix = hash }
      }
      if (0x30...0x39).contains(byte) {
        digits += 1
        number = number &* 10 &+ Int(byte) - 0x30
        numberDigits += 1
      } else if numberDigits > 0 {
        endNumber(number, numberDigits, byte)
        number = 0
        numberDigits = 0
      }
      if byte < 0x80 || byte >= 0xC0 { weight += 1 }
      if byte < 0x80 { countSign(byte, next: index < text.count ? text[index] : 0) }
      guard byte >= 0xE2, byte < 0xF0, index + 1 < text.count else { continue }
      countWide(byte, text[index], text[index + 1])
    }
    if numberDigits > 0 { endNumber(number, numberDigits, 0) }
    key = hash
  }

  @inline(__always)
  private mutating func countSign(_ byte: UInt8, next: UInt8) {
    switch byte {
    case 0x20: words += 1
    case 0x2E, 0x21, 0x3F, 0x3B: if next <= 0x22 || next >= 0x80 { stops += 1 }
    case 0x2C: commas += 1
    case 0x22: quotes += 1
    case 0x7C, 0x3E, 0x2F: bars += 1
    case 0x41...0x5A: capitals += 1
    default: break
    }
  }

  /// The signs of Chinese, and curly quotes.
  @inline(__always)
  private mutating func countWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    if first == 0xE2 {
      if second == 0x80, (0x98...0x9F).contains(third) { quotes += 1 }
      return
    }
    weight += 1.5
    switch (first, second, third) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B): stops += 1
    case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81): commas += 1
    case (0xE3, 0x80, 0x8C...0x8D): quotes += 1
    default: break
    }
  }

  @inline(__always)
  private mutating func endNumber(_ number: Int, _ digits: Int, _ sign: UInt8) {
    if digits == 4, (1990...2049).contains(number) { hasYear = true }
    if digits <= 2, number < 24, sign == 0x3A { hasClock = true }
  }

  private mutating func readEnds(_ text: UnsafeBufferPointer<UInt8>) {
    startsLower = (0x61...0x7A).contains(text[0])
    // - * > | • · ▪ ► »
    startsBullet =
      [0x2D, 0x2A, 0x3E, 0x7C].contains(text[0])
      || (text.count > 2 && text[0] == 0xE2
        && (text[1] == 0x96 || text[1] == 0x80 && text[2] == 0xA2))
      || (text.count > 1 && text[0] == 0xC2 && (text[1] == 0xB7 || text[1] == 0xBB))
    var end = text.count
    func ends(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
      end >= 3 && text[end - 3] == a && text[end - 2] == b && text[end - 1] == c
    }
    endsColon = text[end - 1] == 0x3A || ends(0xEF, 0xBC, 0x9A)
    // Quotes and brackets behind the stop.
    while end > 3 {
      if [0x22, 0x27, 0x29].contains(text[end - 1]) {
        end -= 1
      } else if ends(0xE2, 0x80, 0x9D) || ends(0xE3, 0x80, 0x8D) {
        end -= 3
      } else if text[end - 2] == 0xC2, text[end - 1] == 0xBB {
        end -= 2
      } else {
        break
      }
    }
    endsSentence =
      [0x2E, 0x21, 0x3F, 0x3B].contains(text[end - 1]) || ends(0xE3, 0x80, 0x82)
      || ends(0xEF, 0xBC, 0x81) || ends(0xEF, 0xBC, 0x9F) || ends(0xE2, 0x80, 0xA6)
  }
}
