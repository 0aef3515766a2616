import Foundation

/// Walks the members of a JSON object that stands in one line, without building a tree.
///
/// Source: RFC 8259. Built for a stream of requests of which a few strings are wanted; the bytes
/// are well-formed UTF-8.
struct JSONObjectReader {
  /// A member's value.
  struct Value {
    /// The bytes of the value; for a string without its quotation marks.
    let range: Range<Int>
    let isString: Bool
    /// Whether a string holds escapes.
    let hasEscapes: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var place: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    place = range.lowerBound
    end = range.upperBound
  }

  /// Calls `body` with every member.
  ///
  /// - Returns: Whether the line is an object, and nothing besides.
  mutating func forEachMember(_ body: (_ key: Value, _ value: Value) -> Void) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return isAtEnd }
    repeat {
      guard let key = string(), take(UInt8(ascii: ":")), let value = value() else { return false }
      body(key, value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) && isAtEnd
  }

  private var isAtEnd: Bool {
    bytes[place..<end].allSatisfy { $0 <= 0x20 }
  }

  private mutating func skipSpace() {
    while place < end, bytes[place] <= 0x20 { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard place < end, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func string() -> Value? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = place
    guard let quote = first(UInt8(ascii: "\""), in: start..<end) else { return nil }
    guard let escape = first(UInt8(ascii: "\\"), in: start..<quote) else {
      place = quote + 1
      return Value(range: start..<quote, isString: true, hasEscapes: false)
    }
    place = escape
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return Value(range: start..<place - 1, isString: true, hasEscapes: true)
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }

  /// The first place of a byte, found by the C library, which looks at many bytes at once.
  private func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = bytes.baseAddress,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private mutating func value() -> Value? {
    skipSpace()
    guard place < end else { return nil }
    if bytes[place] == UInt8(ascii: "\"") { return string() }
    let start = place
    var depth = 0
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return nil }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return scalar(from: start) }
        depth -= 1
      case UInt8(ascii: ","):
        if depth == 0 { return scalar(from: start) }
      default: break
      }
      place += 1
    }
    return nil
  }

  private func scalar(from start: Int) -> Value? {
    var upper = place
    while upper > start, bytes[upper - 1] <= 0x20 { upper -= 1 }
    guard upper > start else { return nil }
    return Value(range: start..<upper, isString: false, hasEscapes: false)
  }

  // MARK: - Escapes

  /// Appends the characters of a string, escapes undone; a lone surrogate becomes U+FFFD.
  ///
  /// - Returns: Whether the escapes are those of the standard.
  func unescape(_ value: Value, into result: inout [UInt8]) -> Bool {
    guard value.hasEscapes else {
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[value.range]))
      return true
    }
    var place = value.range.lowerBound
    let end = value.range.upperBound
    while place < end {
      var run = place
      while run < end, bytes[run] != UInt8(ascii: "\\") { run += 1 }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[place..<run]))
      guard run < end else { return true }
      guard run + 1 < end else { return false }
      place = run + 2
      switch bytes[run + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
        result.append(bytes[run + 1])
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = escapedScalar(at: &place, end: end) else { return false }
        Self.append(scalar, to: &result)
      default: return false
      }
    }
    return true
  }

  private func escapedScalar(at place: inout Int, end: Int) -> UInt32? {
    guard let unit = hex(at: place, end: end) else { return nil }
    place += 4
    guard unit & 0xF800 == 0xD800 else { return unit }
    guard unit < 0xDC00, place + 1 < end, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u"), let low = hex(at: place + 2, end: end),
      low & 0xFC00 == 0xDC00
    else { return 0xFFFD }
    place += 6
    return 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
  }

  private func hex(at place: Int, end: Int) -> UInt32? {
    guard place + 4 <= end else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return unit
  }

  private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: result.append(UInt8(scalar))
    case 0x80..<0x800:
      result.append(UInt8(0xC0 | scalar >> 6))
      result.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x1_0000:
      result.append(UInt8(0xE0 | scalar >> 12))
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      result.append(UInt8(0x80 | scalar & 0x3F))
    default:
      result.append(UInt8(0xF0 | scalar >> 18))
      result.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      result.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
