/// Reads a page's tags and texts in one pass and builds its tree (HTML, section 13.2.5).
///
/// Scripts, styles and comments go whole; JSON-LD is kept beside. NUL bytes are dropped.
struct HTMLParser {
  private var builder = HTMLTreeBuilder()
  /// The contents of `<script type="application/ld+json">`.
  private(set) var structuredData: [[UInt8]] = []
  private let names = HTMLTag.names
  /// A quotation mark that does not come any more: a value without its end is looked for once.
  private var missingQuotes: Set<UInt8> = []
  /// Whether no `</title>` comes any more.
  private var titlesStayOpen = false

  /// More nodes than any page has; what follows is cut, and memory is bounded.
  private static let mostNodes = 1_000_000

  init(expecting count: Int) {
    builder.tree.bytes.reserveCapacity(count)
    builder.tree.records.reserveCapacity(count / 32 + 16)
    builder.tree.attributes.reserveCapacity(count / 64 + 16)
  }

  func finish() -> HTMLTree { builder.tree }

  mutating func parse(_ page: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < page.count, builder.tree.records.count < Self.mostNodes,
      builder.tree.attributes.count < Self.mostNodes
    {
      index = text(page, index)
      guard index < page.count else { break }
      index = markup(page, index)
    }
  }

  /// Reads text up to the next markup; a `<` that begins none is text.
  private mutating func text(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let first = builder.tree.bytes.count
    var isBlank = true
    var copied = start
    var index = start
    while index < page.count {
      let byte = page[index]
      if byte == 0x3C, Self.isMarkup(page, index) { break }
      if byte == 0x26 || byte == 0 {
        builder.tree.bytes.append(contentsOf: page[copied..<index])
        copied = index
        if byte == 0 {
          copied = index + 1
        } else if let end = CharacterReferences.resolve(
          page, at: index, isInAttribute: false, to: &builder.tree.bytes)
        {
          isBlank = false
          copied = end
          index = end
          continue
        }
      }
      if byte > 0x20 { isBlank = false }
      index += 1
    }
    builder.tree.bytes.append(contentsOf: page[copied..<index])
    builder.text(from: first, isBlank: isBlank)
    return index
  }

  private static func isMarkup(_ page: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < page.count else { return false }
    let next = page[index + 1]
    return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private mutating func markup(_ page: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let next = page[index + 1]
    if next == UInt8(ascii: "!") { return Self.comment(page, index) }
    if next == UInt8(ascii: "?") { return Self.behind(0x3E, page, index) }
    if next == UInt8(ascii: "/") {
      guard index + 2 < page.count, Self.isLetter(page[index + 2]) else {
        // `</ p>` is a comment, `</>` nothing.
        return Self.behind(0x3E, page, index)
      }
      let (tag, name, end) = self.name(page, index + 2)
      builder.end(tag, name: ArraySlice(page[name].map { Self.lower($0) }))
      return Self.behind(0x3E, page, end)
    }
    return startTag(page, index)
  }

  /// Where a comment ends; what is left open takes the rest of the page with it.
  private static func comment(_ page: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard index + 3 < page.count, page[index + 2] == 0x2D, page[index + 3] == 0x2D else {
      return behind(0x3E, page, index)
    }
    // `<!-->` is one.
    var cursor = index + 2
    while cursor + 2 < page.count {
      if page[cursor + 2] == 0x3E, page[cursor + 1] == 0x2D, page[cursor] == 0x2D {
        return cursor + 3
      }
      if cursor + 3 < page.count, page[cursor] == 0x2D, page[cursor + 1] == 0x2D,
        page[cursor + 2] == UInt8(ascii: "!"), page[cursor + 3] == 0x3E
      {
        return cursor + 4
      }
      cursor += 1
    }
    return page.count
  }

  private static func behind(
    _ byte: UInt8, _ page: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int {
    var index = start
    while index < page.count, page[index] != byte { index += 1 }
    return min(index + 1, page.count)
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The name of a tag, and where it stands.
  private func name(
    _ page: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (tag: HTMLTag, range: Range<Int>, end: Int) {
    var index = start
    var key: UInt64 = 0
    while index < page.count, case let byte = page[index], byte > 0x20, byte != 0x2F, byte != 0x3E {
      if index - start < 8 { key = key << 8 | UInt64(Self.lower(byte)) }
      index += 1
    }
    return (names.tag(key, length: index - start), start..<index, index)
  }

  private mutating func startTag(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let (tag, range, nameEnd) = name(page, start + 1)
    let bytesBefore = builder.tree.bytes.count
    let first = builder.tree.attributes.count
    var name = 0..<0
    if tag == .other {
      builder.tree.bytes.append(contentsOf: page[range].map { Self.lower($0) })
      name = bytesBefore..<builder.tree.bytes.count
    }
    var index = nameEnd
    var isSelfClosing = false
    while true {
      while index < page.count, page[index] <= 0x20 || page[index] == 0x2F {
        isSelfClosing = page[index] == 0x2F
        index += 1
      }
      guard index < page.count else {
        // The page ends inside the tag, which is dropped.
        builder.tree.attributes.removeSubrange(first...)
        return page.count
      }
      if page[index] == 0x3E { break }
      isSelfClosing = false
      index = attribute(page, index)
    }
    let attributes = first..<builder.tree.attributes.count
    if builder.traits(tag).contains(.raw) {
      return raw(tag, attributes, page, tagStart: start, index + 1)
    }
    builder.start(tag, attributes: attributes, name: name, isSelfClosing: isSelfClosing)
    return index + 1
  }

  /// Reads one attribute.
  private mutating func attribute(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start + 1
    while index < page.count, case let byte = page[index], byte > 0x20, byte != 0x2F, byte != 0x3E,
      byte != 0x3D
    {
      index += 1
    }
    let nameStart = builder.tree.bytes.count
    for byte in page[start..<index] { builder.tree.bytes.append(Self.lower(byte)) }
    let nameCount = builder.tree.bytes.count - nameStart
    var cursor = index
    while cursor < page.count, page[cursor] <= 0x20 { cursor += 1 }
    if cursor < page.count, page[cursor] == 0x3D {
      cursor += 1
      while cursor < page.count, page[cursor] <= 0x20 { cursor += 1 }
      index = value(page, cursor)
    }
    builder.tree.attributes.append(
      .init(
        start: Int32(nameStart), nameCount: Int32(nameCount),
        valueStart: Int32(nameStart + nameCount),
        valueCount: Int32(builder.tree.bytes.count - nameStart - nameCount)))
    return index
  }

  /// Reads the value of an attribute.
  private mutating func value(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard start < page.count else { return start }
    let quote = page[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), !missingQuotes.contains(quote) {
      if let end = page[(start + 1)...].firstIndex(of: quote) {
        decode(page, start + 1, end)
        return end + 1
      }
      missingQuotes.insert(quote)
    }
    var end = start
    while end < page.count, page[end] > 0x20, page[end] != 0x3E { end += 1 }
    decode(page, start, end)
    return end
  }

  private mutating func decode(_ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var copied = start
    var index = start
    let value = UnsafeBufferPointer(rebasing: page[..<end])
    while index < end {
      let byte = page[index]
      guard byte == 0x26 || byte == 0 else {
        index += 1
        continue
      }
      builder.tree.bytes.append(contentsOf: page[copied..<index])
      copied = index
      if byte == 0 {
        copied = index + 1
      } else if let next = CharacterReferences.resolve(
        value, at: index, isInAttribute: true, to: &builder.tree.bytes)
      {
        copied = next
        index = next
        continue
      }
      index += 1
    }
    builder.tree.bytes.append(contentsOf: page[copied..<end])
  }

  /// Passes over what is no markup; keeps titles and JSON-LD.
  private mutating func raw(
    _ tag: HTMLTag, _ attributes: Range<Int>, _ page: UnsafeBufferPointer<UInt8>, tagStart: Int,
    _ start: Int
  ) -> Int {
    var end = start
    var close = start
    while true {
      close = tag == .title && titlesStayOpen ? page.count : end
      while close < page.count, page[close] != 0x3C { close += 1 }
      guard close < page.count else { break }
      end = close + 1
      guard end < page.count, page[end] == 0x2F, Self.isLetter(page[min(end + 1, page.count - 1)])
      else { continue }
      if name(page, end + 1).tag == tag { break }
    }
    let isClosed = close < page.count
    switch tag {
    case .title:
      // A title that is not closed ends where markup begins.
      if !isClosed {
        titlesStayOpen = true
        close = Self.firstMarkup(page, start)
      }
      if builder.body < 0 { builder.openHead() }
      builder.push(.title, attributes: attributes)
      let first = builder.tree.bytes.count
      decode(page, start, close)
      builder.text(from: first, isBlank: false)
      builder.pop(to: builder.stack.count - 1)
    case .script:
      let tag = page[tagStart..<start]
      if String(decoding: tag, as: UTF8.self).contains("ld+json") {
        structuredData.append(Array(page[start..<close]))
      }
    case .xmp:
      builder.start(.pre, attributes: attributes, name: 0..<0, isSelfClosing: false)
      let first = builder.tree.bytes.count
      builder.tree.bytes.append(contentsOf: page[start..<close])
      builder.text(from: first, isBlank: false)
      builder.end(.pre, name: [])
    default: break
    }
    return isClosed ? Self.behind(0x3E, page, close) : close
  }

  private static func firstMarkup(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < page.count, page[index] != 0x3C { index += 1 }
    return index
  }
}
