/// A run of a text in which no term counts: addresses, tags, placeholders.
struct TextMask: Sendable, Equatable {
  /// Where it stands, in UTF-8 offsets.
  var range: Range<Int>
  /// Whether a term may go on behind it, as behind a tag.
  var isTransparent: Bool

  private static let longestTag = 300

  /// The masks of a text, in order.
  static func masks(in bytes: UnsafeBufferPointer<UInt8>) -> [TextMask] {
    var masks: [TextMask] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      guard isRunByte(byte) else {
        // Han characters have three bytes.
        place += byte < 0xE0 ? 1 : 3
        continue
      }
      if beginsCode(byte), let end = codeEnd(bytes, place) {
        masks.append(TextMask(range: place..<end, isTransparent: byte == 0x3C || byte == 0x26))
        place = end
        continue
      }
      var end = place
      var hasTrigger = false
      // The loop sees every byte of a text in letters: a look at the byte comes before any call.
      while end < bytes.count, isRunByte(bytes[end]) || isInsideLetter(bytes, end),
        end == place || !beginsCode(bytes[end]) || codeEnd(bytes, end) == nil
      {
        hasTrigger = hasTrigger || bytes[end] == 0x2E || bytes[end] == 0x40 || bytes[end] == 0x2F
        end += 1
      }
      if hasTrigger, let address = address(in: bytes, place..<end) {
        masks.append(TextMask(range: address, isTransparent: false))
      }
      place = end
    }
    return masks
  }

  /// Whether a byte can be in an address: ASCII, or begins a letter of two bytes, as Greek ones.
  @inline(__always)
  private static func isRunByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F || (0xC3...0xDF).contains(byte)
  }

  @inline(__always)
  private static func isInsideLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    place > 0 && bytes[place] & 0xC0 == 0x80 && (0xC3...0xDF).contains(bytes[place - 1])
  }

  /// `<`, `&`, `{`.
  @inline(__always)
  private static func beginsCode(_ byte: UInt8) -> Bool {
    byte == 0x3C || byte == 0x26 || byte == 0x7B
  }

  /// The end of a tag, an entity or a placeholder that begins here.
  private static func codeEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    let limit = min(bytes.count, start + longestTag)
    guard start + 2 < limit else { return nil }
    let first = bytes[start + 1]
    switch bytes[start] {
    case 0x3C:  // <
      guard first == 0x2F || isLetterOrDigit(first) else { return nil }
      return bytes[(start + 1)..<limit].firstIndex { $0 == 0x3E || $0 == 0x3C }
        .flatMap { bytes[$0] == 0x3E ? $0 + 1 : nil }
    case 0x26:  // &
      let end = bytes[(start + 1)..<limit].firstIndex { !isLetterOrDigit($0) && $0 != 0x23 }
      return end.flatMap { bytes[$0] == 0x3B && $0 > start + 2 ? $0 + 1 : nil }
    case 0x7B:  // {
      let end = bytes[(start + 1)..<limit].firstIndex {
        !isLetterOrDigit($0) && $0 != 0x5F && $0 != 0x7B
      }
      return end.flatMap { bytes[$0] == 0x7D ? $0 + 1 : nil }
    default: return nil
    }
  }

  /// The address in a run without spaces, without the punctuation around it.
  private static func address(
    in bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>
  ) -> Range<Int>? {
    var run = run
    while let first = bytes[run].first, first < 0x80, !isLetterOrDigit(first), first != 0x40 {
      run = (run.lowerBound + 1)..<run.upperBound
    }
    while let last = bytes[run].last, last < 0x80, !isLetterOrDigit(last), last != 0x2F {
      run = run.lowerBound..<(run.upperBound - 1)
    }
    let text = String(decoding: bytes[run], as: UTF8.self)
    if text.contains("://") || text.hasPrefix("www.") { return run }
    if let sign = text.firstIndex(of: "@") {
      return sign == text.startIndex || text[sign...].contains(".") ? run : nil
    }
    return isDomain(text) || isPath(text) ? run : nil
  }

  private static func isDomain(_ text: String) -> Bool {
    let labels = text.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
      .split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, labels[0].utf8.count > 1,
      labels.allSatisfy(isLabel)
    else { return false }
    return last.utf8.count == 2 && last.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      || endings.contains(last)
  }

  private static func isLabel(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x5F }
  }

  /// `/eng/zxgx/`, `docs/china/index`: a path, where `and/or` is none.
  private static func isPath(_ text: String) -> Bool {
    text.utf8.count { $0 == 0x2F } > 1 && text == text.lowercased()
  }

  /// The last parts of names of hosts and files.
  private static let endings: Set<Substring> = [
    "com", "org", "net", "gov", "edu", "info", "int", "mil", "news", "html", "htm", "php", "aspx",
    "pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png", "gif", "svg", "xml", "xlf", "json",
    "txt", "zip", "mp4", "tmx", "tbx", "csv", "tsv", "asia", "online", "site", "press", "travel",
  ]

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
