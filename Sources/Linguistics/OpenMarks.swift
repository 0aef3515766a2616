/// The brackets and title marks that are open at a place: ( （ 《 〈.
struct OpenMarks {
  /// Where the last round bracket was opened, while it is open.
  private(set) var bracket: Int?
  /// Where the last title mark was opened, while it is open.
  private(set) var title: Int?

  /// The scalars that are noted.
  static let scalars: [UInt32] = [0x28, 0x29, 0xFF08, 0xFF09, 0x3008, 0x3009, 0x300A, 0x300B]

  /// Whether one was opened at a place or later, and is not closed.
  func isOpen(since start: Int) -> Bool {
    (bracket.map { $0 >= start } ?? false) || (title.map { $0 >= start } ?? false)
  }

  /// Takes note of a mark; a bracket in an emoticon is none.
  mutating func note(_ value: UInt32, at place: Int, in text: SentenceText) {
    switch value {
    case 0x28: if !Self.isMouth(at: place, in: text) { bracket = place }
    case 0x29: if !Self.isMouth(at: place, in: text) { bracket = nil }
    case 0xFF08: bracket = place
    case 0xFF09: bracket = nil
    case 0x3008, 0x300A: title = place
    case 0x3009, 0x300B: title = nil
    default: break
    }
  }

  /// Takes note of all marks in a range.
  mutating func note(_ range: Range<Int>, in text: SentenceText) {
    var place = range.lowerBound
    while place < range.upperBound {
      let (value, end) = text.scalar(at: place)
      note(value, at: place, in: text)
      place = end
    }
  }

  private static func isMouth(at place: Int, in text: SentenceText) -> Bool {
    guard place > 0 else { return false }
    switch text.bytes[place - 1] {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "-"), UInt8(ascii: "="): return true
    default: return false
    }
  }

  /// How far ahead the end is looked for.
  private static let reach = 160

  /// Whether a mark that was opened in the segment is closed after a place.
  static func isClosed(after place: Int, by closing: [UInt32], in text: SentenceText) -> Bool {
    var place = place
    let limit = min(text.count, place + reach)
    while place < limit {
      let (value, end) = text.scalar(at: place)
      if closing.contains(value) { return true }
      place = end
    }
    return false
  }
}
