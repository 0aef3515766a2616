/// Writes text so that an XML 1.0 parser reads the same characters back.
package enum XMLEscape {
  /// Whether a character may stand in an XML 1.0 document at all (section 2.2).
  package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Whether every character of a text may stand in an XML 1.0 document.
  package static func isAllowed(_ text: String) -> Bool {
    // The bytes of U+FFFE and U+FFFF begin with EF BF; nothing else above the controls is barred.
    for byte in text.utf8 where byte < 0x20 || byte == 0xEF {
      return text.unicodeScalars.allSatisfy(isAllowed)
    }
    return true
  }

  /// Adds text for element content; a carriage return stays one, which XML would fold.
  package static func append(text: String, to bytes: inout [UInt8]) {
    for byte in replacingBarred(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case 0xD: bytes += "&#xD;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// Adds the value of an attribute, without its quotation marks; white space stays what it is.
  package static func append(attribute: String, to bytes: inout [UInt8]) {
    for byte in replacingBarred(attribute).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case 0x9: bytes += "&#x9;".utf8
      case 0xA: bytes += "&#xA;".utf8
      case 0xD: bytes += "&#xD;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// The text with U+FFFD for what XML cannot hold, not even escaped.
  private static func replacingBarred(_ text: String) -> String {
    guard !isAllowed(text) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isAllowed(scalar) ? scalar : "\u{FFFD}") }
    return String(result)
  }
}
