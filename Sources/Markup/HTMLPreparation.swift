/// Cuts what an HTML 4 parser would trip over, before it parses.
///
/// Scripts, styles and comments go whole (with conditional comments, and `</` in scripts), as do
/// the ends of `body` and `html`, after which libxml2 would stop reading. JSON-LD is kept beside.
package struct HTMLPreparation {
  /// The page without them, and without NUL bytes.
  package private(set) var utf8: [UInt8] = []
  /// The contents of `<script type="application/ld+json">`.
  package private(set) var structuredData: [[UInt8]] = []
  /// The elements' open depth never goes above this; tags beyond it are cut.
  private static let deepest = 900

  /// Reads the page once.
  package init(_ page: [UInt8]) {
    utf8.reserveCapacity(page.count)
    page.withUnsafeBufferPointer { cut($0) }
  }

  private mutating func cut(_ page: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var copied = 0
    var depth = 0
    while index < page.count {
      let byte = page[index]
      if byte == UInt8(ascii: "&"), let end = Self.openReference(page, index) {
        utf8.append(contentsOf: page[copied..<end])
        utf8.append(UInt8(ascii: ";"))
        index = end
        copied = end
        continue
      }
      guard byte == 0x3C || byte == 0 else {
        index += 1
        continue
      }
      guard let end = skipped(page, index, &depth) else {
        index += 1
        continue
      }
      utf8.append(contentsOf: page[copied..<index])
      index = end
      copied = end
    }
    utf8.append(contentsOf: page[copied..<page.count])
  }

  /// Where the name of a reference ends that lacks its semicolon (HTML, section 13.2.5.73).
  private static func openReference(
    _ page: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> Int? {
    for name in legacyNames {
      let end = index + 1 + name.utf8CodeUnitCount
      guard end < page.count, page[index + 1] == name.utf8Start[0],
        (1..<name.utf8CodeUnitCount).allSatisfy({ page[index + 1 + $0] == name.utf8Start[$0] })
      else { continue }
      let next = page[end]
      let isLetter = (0x61...0x7A).contains(next | 0x20) || (0x30...0x39).contains(next)
      // `?a=1&copy=2` is an address, and `&region` no reference.
      if next == 0x3B || next == 0x3D || (isLetter && name.utf8Start[0] != 0x6E) { return nil }
      return end
    }
    return nil
  }

  private static let legacyNames: [StaticString] = [
    "nbsp", "amp", "quot", "copy", "reg", "laquo", "raquo", "middot", "lt", "gt", "deg", "sect",
  ]

  /// Where the page goes on, when what begins at the index is cut.
  private mutating func skipped(
    _ page: UnsafeBufferPointer<UInt8>, _ index: Int, _ depth: inout Int
  ) -> Int? {
    if page[index] == 0 { return index + 1 }
    guard index + 2 < page.count else { return nil }
    let next = page[index + 1]
    if next == UInt8(ascii: "!") {
      if index + 3 < page.count, page[index + 2] == 0x2D, page[index + 3] == 0x2D {
        return Self.find("-->", page, index + 2)
      }
      // `<![if …]>` and `<![endif]>` of conditional comments.
      return page[index + 2] == UInt8(ascii: "[") ? Self.find(">", page, index) : nil
    }
    if next == UInt8(ascii: "?") { return Self.find(">", page, index) }
    switch next | 0x20 {
    case UInt8(ascii: "s"):
      if Self.isTag("script", page, index + 1) { return script(page, index) }
      if Self.isTag("style", page, index + 1) { return Self.find("</style", page, index) }
    case UInt8(ascii: "n") where Self.isTag("noscript", page, index + 1):
      return Self.find("</noscript", page, index)
    case UInt8(ascii: "d"):
      if Self.isTag("div", page, index + 1) { depth += 1 }
      return depth > Self.deepest && depth > 0 && Self.isTag("div", page, index + 1)
        ? Self.find(">", page, index) : nil
    default:
      guard next == UInt8(ascii: "/") else { return nil }
      if Self.isTag("body", page, index + 2) || Self.isTag("html", page, index + 2) {
        return Self.find(">", page, index)
      }
      if Self.isTag("div", page, index + 2) {
        depth -= 1
        return depth >= Self.deepest ? Self.find(">", page, index) : nil
      }
    }
    return nil
  }

  private mutating func script(_ page: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var open = index
    while open < page.count, page[open] != 0x3E { open += 1 }
    let end = Self.find("</script", page, open)
    let tag = String(decoding: page[index..<open], as: UTF8.self)
    if tag.contains("ld+json"), open + 1 < end {
      let content = page[(open + 1)..<end]
      let close = content.lastIndex(of: 0x3C) ?? content.endIndex
      structuredData.append(Array(content[..<close]))
    }
    return end
  }

  private static func isTag(
    _ name: StaticString, _ page: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> Bool {
    let count = name.utf8CodeUnitCount
    guard index + count < page.count else { return false }
    for offset in 0..<count where page[index + offset] | 0x20 != name.utf8Start[offset] {
      return false
    }
    let after = page[index + count]
    return after <= 0x20 || after == 0x3E || after == 0x2F
  }

  /// Behind the next occurrence and, for an end tag, behind its `>`; the end without one.
  private static func find(
    _ text: StaticString, _ page: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int {
    let count = text.utf8CodeUnitCount
    let first = text.utf8Start[0]
    var index = start
    while index + count <= page.count {
      if page[index] == first {
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
