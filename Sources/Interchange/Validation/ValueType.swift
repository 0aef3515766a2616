/// The type of an attribute's value (XML Schema Part 2, and the standards' own).
indirect enum ValueType: Sendable {
  case any
  /// One of some words; as a token, white space around it does not count.
  case words([String], isToken: Bool)
  case union([ValueType])
  /// A list of values, separated by white space.
  case list(ValueType)
  case integer(Int, Int)
  case anyInteger
  case positiveInteger
  case decimal(Double?, Double?)
  case double(Double?, Double?)
  case nameToken
  /// `xs:ID`: a name without a colon.
  case identifier
  case language
  case dateTime
  case hexBinary
  case uri
  /// `prefix:value`.
  case prefixed
  /// `x-value` (XLIFF 1.2).
  case extended
  case mimeType
  /// Four numbers or `#`, separated by semicolons (XLIFF 1.2).
  case coordinates

  /// A type that needs no definition.
  init?(builtIn name: String) {
    switch name {
    case "text": self = .any
    case "NMTOKEN": self = .nameToken
    case "NMTOKENS": self = .list(.nameToken)
    case "ID": self = .identifier
    case "integer": self = .anyInteger
    case "positiveInteger": self = .positiveInteger
    case "language": self = .language
    case "dateTime": self = .dateTime
    case "hexBinary": self = .hexBinary
    case "anyURI": self = .uri
    case "prefixed": self = .prefixed
    case "extended": self = .extended
    case "mimeType": self = .mimeType
    case "coordinates": self = .coordinates
    default: return nil
    }
  }

  /// Whether a value is of this type.
  func accepts(_ bytes: UnsafeRawBufferPointer) -> Bool {
    switch self {
    case .any: return true
    case .words(let words, let isToken):
      let value = isToken ? bytes.trimmed : bytes
      return words.contains { word in
        word.utf8.count == value.count && word.utf8.elementsEqual(value)
      }
    case .union(let types): return types.contains { $0.accepts(bytes) }
    case .list(let type):
      let items = bytes.split { $0.isSpace }
      return !items.isEmpty
        && items.allSatisfy { type.accepts(UnsafeRawBufferPointer(rebasing: $0)) }
    case .nameToken: return bytes.trimmed.isNameToken
    case .language: return LexicalForm.isLanguage(bytes.trimmed)
    case .hexBinary: return bytes.trimmed.count % 2 == 0 && bytes.trimmed.allSatisfy(\.isHexDigit)
    default: return accepts(text: String(decoding: bytes, as: UTF8.self))
    }
  }

  private func accepts(text: String) -> Bool {
    let value = text.utf8.trimmedText
    switch self {
    case .integer(let low, let high):
      guard LexicalForm.isInteger(value), let number = Int(value) else { return false }
      return low <= number && number <= high
    case .anyInteger: return LexicalForm.isInteger(value)
    case .positiveInteger:
      return LexicalForm.isInteger(value) && !value.hasPrefix("-")
        && value.utf8.contains { (0x31...0x39).contains($0) }
    case .decimal(let low, let high):
      return LexicalForm.isDecimal(value) && Self.isInside(Double(value), low, high)
    case .double(let low, let high): return LexicalForm.isDouble(value, low, high)
    case .identifier: return LexicalForm.isName(value)
    case .dateTime: return LexicalForm.isDateTime(value)
    case .uri: return URISyntax.isReference(value)
    case .prefixed:
      // Two parts without white space, and exactly one colon.
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 2
        && parts.allSatisfy { !$0.isEmpty && !$0.utf8.contains(where: \.isSpace) }
    case .extended:
      return text.hasPrefix("x-") && text.utf8.count > 2 && !text.utf8.contains(where: \.isSpace)
    case .mimeType: return LexicalForm.isMimeType(text)
    case .coordinates: return LexicalForm.isCoordinates(text)
    default: return true
    }
  }

  static func isInside(_ value: Double?, _ low: Double?, _ high: Double?) -> Bool {
    guard let value else { return false }
    return (low.map { $0 <= value } ?? true) && (high.map { value <= $0 } ?? true)
  }

  /// What a value of the type is, for messages.
  var shown: String {
    switch self {
    case .any: "text"
    case .words(let words, _):
      words.count == 1
        ? "“\(words[0])”"
        : "one of \(words.prefix(12).joined(separator: ", "))\(words.count > 12 ? " …" : "")"
    case .union(let types): types.map(\.shown).joined(separator: " or ")
    case .list(let type): "a list of which each is \(type.shown)"
    case .integer(let low, let high): "a whole number from \(low) to \(high)"
    case .anyInteger: "a whole number"
    case .positiveInteger: "a whole number from 1"
    case .decimal(let low, let high), .double(let low, let high):
      "a number" + (low.map { " from \($0)" } ?? "") + (high.map { " to \($0)" } ?? "")
    case .nameToken: "a name (NMTOKEN)"
    case .identifier: "a name without a colon (ID)"
    case .language: "a language tag (BCP 47)"
    case .dateTime: "a date with time such as 2024-01-31T12:00:00Z"
    case .hexBinary: "an even number of hexadecimal digits"
    case .uri: "a URI"
    case .prefixed: "of the form prefix:value"
    case .extended: "of the form x-value"
    case .mimeType: "a MIME type"
    case .coordinates: "four numbers or # with semicolons between"
    }
  }
}

extension UInt8 {
  /// White space of XML.
  var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self & 0xDF) }
}

extension UnsafeRawBufferPointer {
  /// The bytes without white space around them.
  var trimmed: UnsafeRawBufferPointer {
    var begin = startIndex
    var end = endIndex
    while begin < end, self[begin].isSpace { begin += 1 }
    while begin < end, self[end - 1].isSpace { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: self[begin..<end])
  }

  var isNameToken: Bool {
    guard !isEmpty else { return false }
    for byte in self where !(byte.isLetter || byte.isDigit || byte == 0x5F) {
      if byte == 0x2D || byte == 0x2E || byte == 0x3A { continue }
      guard byte >= 0x80 else { return false }
      return NameToken.isValid(String(decoding: self, as: UTF8.self))
    }
    return true
  }
}

extension String.UTF8View {
  /// The text without white space around it.
  var trimmedText: String {
    var rest = self[...]
    while let first = rest.first, first.isSpace { rest = rest.dropFirst() }
    while let last = rest.last, last.isSpace { rest = rest.dropLast() }
    return String(Substring(rest))
  }
}
