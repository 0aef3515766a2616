/// Turns any identifier into an `NMTOKEN` (XML 1.0, section 2.3) and back.
///
/// A character that a name may not hold is written as `_x` with its code in hexadecimal and `_`,
/// the convention of ISO/IEC 9075-14. More may be escaped than must be: the same identifier in two
/// roles of one scope is written in two ways, and read back as one.
enum NameToken {
  static func encode(_ text: String, escapingFirst: Bool = false) -> String {
    if !escapingFirst, text.utf8.allSatisfy(isPlain), !text.utf8.isEmpty, !hasEscape(text) {
      return text
    }
    guard !text.isEmpty else { return "_x_" }
    var result = ""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      let startsEscape = scalar == "_" && scalars.first == "x"
      if isNameCharacter(scalar), !startsEscape, !(escapingFirst && result.isEmpty) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "_x\(String(scalar.value, radix: 16, uppercase: true))_"
      }
    }
    return result
  }

  static func decode(_ token: String) -> String {
    guard hasEscape(token) else { return token }
    if token == "_x_" { return "" }
    var result = String.UnicodeScalarView()
    var rest = token.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "_", rest.first == "x",
        let end = rest.firstIndex(of: "_"),
        let value = UInt32(String(rest[rest.index(after: rest.startIndex)..<end]), radix: 16),
        let decoded = Unicode.Scalar(value)
      {
        result.append(decoded)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a text is an `NMTOKEN`.
  static func isValid(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(isNameCharacter)
  }

  private static func hasEscape(_ text: String) -> Bool {
    var isAfterLine = false
    for byte in text.utf8 {
      if isAfterLine, byte == UInt8(ascii: "x") { return true }
      isAfterLine = byte == UInt8(ascii: "_")
    }
    return false
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x5F, 0xB7, 0xC0...0xD6,
      0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }
}
