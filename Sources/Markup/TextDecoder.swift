internal import CICU

/// Turns the bytes of a page into UTF-8, whatever encoding they are in.
///
/// In order: a byte order mark, UTF-16 by its zero bytes, well-formed UTF-8, and then the encoding
/// whose text looks most like a language, where what the page declares counts a little only:
/// wrong declarations are common.
public enum TextDecoder {
  /// Decodes the bytes; what cannot be decoded is U+FFFD in the text and an offset beside it.
  ///
  /// - Parameters:
  ///   - bytes: The page as it was fetched.
  ///   - declared: What the server or the user says that the encoding is.
  /// - Returns: The text in UTF-8, never an error.
  public static func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return utf8(Array(bytes.dropFirst(3)), offset: 3)
    }
    if let encoding = utf16(bytes) { return convert(bytes, from: encoding, offset: 0) }
    var valid = 0
    var invalid = 0
    dragoman_scan_utf8(bytes, bytes.count, &valid, &invalid)
    let label =
      declared.flatMap(EncodingName.canonical) ?? EncodingName.declared(in: bytes.prefix(8192))
    if invalid == 0 {
      guard valid == 0, let label else { return intact(bytes, "utf-8") }
      if isEscaped(bytes, in: label) { return convert(bytes, from: label, offset: 0) }
      // Plain ASCII: the same text in whatever ASCII-compatible encoding is declared.
      return intact(bytes, label.hasPrefix("utf-16") || !isKnown(label) ? "utf-8" : label)
    }
    // Letters of one byte look like UTF-8 now and then, but never nine times out of ten.
    if valid >= 9 * invalid { return utf8(bytes, offset: 0) }
    let encoding = EncodingJudge.encoding(of: bytes, declared: label)
    return encoding == "utf-8" ? utf8(bytes, offset: 0) : convert(bytes, from: encoding, offset: 0)
  }

  /// Whether the bytes switch to characters of more than one byte, all of them ASCII.
  private static func isEscaped(_ bytes: [UInt8], in label: String) -> Bool {
    switch label {
    case "iso-2022-jp": bytes.contains(0x1B)
    case "hz-gb-2312": zip(bytes, bytes.dropFirst()).contains { $0 == 0x7E && $1 == 0x7B }
    default: false
    }
  }

  private static func intact(_ bytes: [UInt8], _ name: String) -> DecodedText {
    DecodedText(utf8: bytes, encoding: name, undecodableOffsets: [], undecodableCount: 0)
  }

  private static func utf8(_ bytes: [UInt8], offset: Int) -> DecodedText {
    var valid = 0
    var invalid = 0
    dragoman_scan_utf8(bytes, bytes.count, &valid, &invalid)
    return invalid == 0 ? intact(bytes, "utf-8") : convert(bytes, from: "utf-8", offset: offset)
  }

  private static func utf16(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return "utf-16le" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "utf-16be" }
    // A page begins with markup: two ASCII characters (XML 1.0, appendix F.1).
    if bytes.count >= 4 {
      let first = (bytes[0], bytes[1], bytes[2], bytes[3])
      if first.0 == 0x3C, first.1 == 0, first.2 != 0, first.3 == 0 { return "utf-16le" }
      if first.0 == 0, first.1 == 0x3C, first.2 == 0, first.3 != 0 { return "utf-16be" }
    }
    let sample = bytes.prefix(4096)
    guard sample.count >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    // Markup is ASCII even on a Chinese page, so that half its units have a zero byte.
    let pairs = sample.count / 2
    if zeros.odd > pairs / 4, zeros.even < zeros.odd / 8 { return "utf-16le" }
    if zeros.even > pairs / 4, zeros.odd < zeros.even / 8 { return "utf-16be" }
    return nil
  }

  private static func isKnown(_ name: String) -> Bool { converted([], from: name) != nil }

  private static func convert(_ bytes: [UInt8], from name: String, offset: Int) -> DecodedText {
    guard var result = converted(bytes, from: name) else {
      return DecodedText(
        utf8: Array(String(decoding: bytes, as: UTF8.self).utf8), encoding: "utf-8",
        undecodableOffsets: [], undecodableCount: 0)
    }
    if result.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { result.utf8.removeFirst(3) }
    return DecodedText(
      utf8: result.utf8, encoding: name,
      undecodableOffsets: result.bad.map { $0 + offset }, undecodableCount: result.badCount)
  }

  /// The bytes in UTF-8, or nil when ICU does not know the encoding.
  static func converted(
    _ bytes: [UInt8], from name: String
  ) -> (utf8: [UInt8], bad: [Int], badCount: Int)? {
    var result = dragoman_converted()
    guard dragoman_convert(EncodingName.converter(of: name), bytes, bytes.count, &result) != 0 else { return nil }
    defer { dragoman_convert_free(&result) }
    let text = Array(UnsafeBufferPointer(start: result.utf8, count: result.length))
    let count = result.bad_count
    let offsets = withUnsafeBytes(of: &result.bad_offsets) { raw in
      raw.bindMemory(to: Int.self).prefix(count).map { $0 }
    }
    return (text, offsets, count)
  }

  /// What ICU's detector proposes.
  static func detected(_ bytes: [UInt8]) -> String? {
    var name = [CChar](repeating: 0, count: 64)
    guard dragoman_detect(bytes, bytes.count, &name, name.count) != 0 else { return nil }
    let text = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return EncodingName.canonical(String(decoding: text, as: UTF8.self))
  }
}
