import Foundation

/// Cuts what an HTML 4 parser would trip over, before it parses.
///
/// Scripts, styles and comments go whole (with conditional comments, and `</` in scripts), as do
/// NUL bytes, the ends of `body` and `html`, after which libxml2 would stop reading, and end tags
/// that end nothing, for each of which it would search all open elements. JSON-LD is kept beside.
struct HTMLPreparation {
  /// The page without them.
  private(set) var utf8: [UInt8] = []
  /// The contents of `<script type="application/ld+json">`.
  private(set) var structuredData: [[UInt8]] = []

  private let names = HTMLTag.names
  private let traits = HTMLTag.traits
  /// How many start tags of each element had no end tag yet.
  private var open = [Int](repeating: 0, count: 256)
  /// How many elements are open that only an end tag ends.
  private var depth = 0
  /// The depth never goes above this; tags beyond it are cut, not what they are around.
  private static let deepest = 2000

  /// Reads the page once.
  init(_ page: [UInt8]) {
    utf8.reserveCapacity(page.count)
    page.withUnsafeBufferPointer { cut($0) }
  }

  private mutating func cut(_ page: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var copied = 0
    while true {
      index = Self.nextSign(page, index)
      guard index < page.count else { break }
      let byte = page[index]
      if byte == 0x26 {
        if let (reference, end) = CharacterReference.repaired(page, at: index) {
          utf8.append(contentsOf: page[copied..<index])
          utf8.append(contentsOf: reference)
          index = end
          copied = end
        } else {
          index += 1
        }
      } else if let end = byte == 0 ? index + 1 : skipped(page, index) {
        utf8.append(contentsOf: page[copied..<index])
        index = end
        copied = end
      } else {
        index += 1
      }
    }
    utf8.append(contentsOf: page[copied..<page.count])
  }

  /// The next `<`, `&` or NUL, looked for in eight bytes at a time; the end without one.
  private static func nextSign(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let bytes = UnsafeRawBufferPointer(page)
    var index = start
    while index + 8 <= page.count {
      let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      /// The highest bit of the first byte that is zero, and perhaps of later ones.
      func zeros(_ value: UInt64) -> UInt64 { (value &- ones) & ~value & (ones << 7) }
      let found = zeros(eight) | zeros(eight ^ (ones &* 0x3C)) | zeros(eight ^ (ones &* 0x26))
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < page.count, case let byte = page[index], byte != 0x3C, byte != 0x26, byte != 0 {
      index += 1
    }
    return index
  }

  /// Where the page goes on, when the markup that begins at the index is cut.
  private mutating func skipped(_ page: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index + 2 < page.count else { return nil }
    switch page[index + 1] {
    case UInt8(ascii: "!"):
      if index + 3 < page.count, page[index + 2] == 0x2D, page[index + 3] == 0x2D {
        return Self.find("-->", page, index + 2)
      }
      // `<![if …]>` and `<![endif]>` of conditional comments.
      return page[index + 2] == UInt8(ascii: "[") ? Self.find(">", page, index) : nil
    case UInt8(ascii: "?"): return Self.find(">", page, index)
    case UInt8(ascii: "/"):
      return isCut(endTag: tag(page, index + 2)) ? Self.find(">", page, index) : nil
    case 0x41...0x5A, 0x61...0x7A:
      let tag = tag(page, index + 1)
      switch tag {
      case .script: return script(page, index)
      case .style: return Self.find("</style", page, index)
      case .noscript: return Self.find("</noscript", page, index)
      default: return isCut(startTag: tag) ? Self.find(">", page, index) : nil
      }
    default: return nil
    }
  }

  private func tag(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> HTMLTag {
    var end = start
    while end < page.count, case let byte = page[end], byte > 0x20, byte != 0x2F, byte != 0x3E {
      end += 1
    }
    return names.tag(UnsafeBufferPointer(rebasing: page[start..<end]))
  }

  /// Whether elements of the tag pile up when their end tags are missing.
  private func nests(_ tag: HTMLTag) -> Bool {
    traits[Int(tag.rawValue)].isDisjoint(with: [.void, .impliedEnd, .table])
  }

  private mutating func isCut(startTag tag: HTMLTag) -> Bool {
    open[Int(tag.rawValue)] += 1
    guard nests(tag) else { return false }
    depth += 1
    return depth > Self.deepest
  }

  private mutating func isCut(endTag tag: HTMLTag) -> Bool {
    // An end of a paragraph that has not begun makes an empty one, and so parts the text.
    if tag == .p || tag == .br { return false }
    guard open[Int(tag.rawValue)] > 0 else { return true }
    open[Int(tag.rawValue)] -= 1
    if tag == .body || tag == .html { return true }
    guard nests(tag) else { return false }
    depth -= 1
    return depth >= Self.deepest
  }

  private mutating func script(_ page: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var open = index
    while open < page.count, page[open] != 0x3E { open += 1 }
    let end = Self.find("</script", page, open)
    guard open < page.count else { return end }
    let tag = UnsafeBufferPointer(rebasing: page[index...open])
    if Self.find("ld+json", tag, 0) < tag.count, open + 1 < end {
      let content = page[(open + 1)..<end]
      let close = content.lastIndex(of: 0x3C) ?? content.endIndex
      structuredData.append(Array(content[..<close]))
    }
    return end
  }

  /// Behind the next occurrence and, for an end tag, behind its `>`; the end without one.
  private static func find(
    _ text: StaticString, _ page: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int {
    let count = text.utf8CodeUnitCount
    let first = text.utf8Start[0]
    var index = start
    while index + count <= page.count {
      guard let base = page.baseAddress,
        let found = memchr(base + index, Int32(first), page.count - index)
      else { return page.count }
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if index + count <= page.count {
        var offset = 1
        while offset < count {
          let byte = page[index + offset]
          let letter = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          if letter != text.utf8Start[offset] { break }
          offset += 1
        }
        if offset == count {
          index += count
          guard first == 0x3C else { return index }
          while index < page.count, page[index] != 0x3E { index += 1 }
          return min(index + 1, page.count)
        }
      }
      index += 1
    }
    return page.count
  }
}
