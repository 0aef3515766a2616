/// Tags and placeholders that stand in a text as they are written.
enum MarkupPattern {
  struct Tag {
    /// Name, kind and identifier; other attributes may be translated.
    var key: String
    var end: Int
    /// What stands in the prose for it; `nil` for one half of a pair.
    var standIn: Unicode.Scalar?
    /// The web address that the tag leads to, unless it is one of the same site.
    var address: String?
  }

  private static let alone: Set<String> = ["img", "x", "ph", "hr", "br", "lb", "input", "wbr"]

  static func tag(at start: Int, in text: [Unicode.Scalar]) -> Tag? {
    guard text[start] == "<", start + 2 < text.count else { return nil }
    let isClosing = text[start + 1] == "/"
    var place = start + (isClosing ? 2 : 1)
    let nameStart = place
    while place < text.count, isName(text[place]) { place += 1 }
    guard place > nameStart, place < text.count else { return nil }
    let name = String(scalars: text[nameStart..<place]).lowercased()
    let after = text[place]
    guard after == ">" || after == "/" || after == " " || after == "\t" || after == "\n" else {
      return nil
    }
    let attributes = place
    while place < text.count, text[place] != ">", text[place] != "<" { place += 1 }
    guard place < text.count, text[place] == ">" else { return nil }
    let isAlone = text[place - 1] == "/" || alone.contains(name)
    let written = String(scalars: text[attributes..<place])
    let id = identifier(written)
    let link = written.firstMatch(of: /\s(?:href|src)\s*=\s*["']?(https?:\/\/[^"'\s]+)/)
    let key = isClosing ? "</\(name)>" : "<\(name)\(id)\(isAlone ? "/" : "")>"
    return Tag(
      key: key, end: place + 1,
      standIn: isAlone ? (name == "br" || name == "lb" ? "\n" : CheckedText.standIn) : nil,
      address: link.map { String($0.1) })
  }

  private static func identifier(_ attributes: String) -> String {
    guard let match = attributes.firstMatch(of: /\s(?:id|rid|x|i)\s*=\s*["']?([^"'\s\/]+)/) else {
      return ""
    }
    return " id=\"\(match.1)\""
  }

  /// `{0}`, `{{name}}`, `${x}`, `%s`, `%1$d`, `%(name)s`, `%@`.
  static func placeholder(at start: Int, in text: [Unicode.Scalar]) -> Int? {
    switch text[start] {
    case "{": return braces(at: start, in: text)
    case "$" where start + 1 < text.count && text[start + 1] == "{":
      return braces(at: start + 1, in: text)
    case "%" where start == 0 || !text[start - 1].isASCIIDigit: return percent(at: start, in: text)
    default: return nil
    }
  }

  private static func braces(at start: Int, in text: [Unicode.Scalar]) -> Int? {
    var place = start
    while place < text.count, text[place] == "{" { place += 1 }
    let depth = place - start
    let inner = place
    while place < text.count, isName(text[place]) || text[place] == "." { place += 1 }
    guard depth <= 2, place > inner || depth == 1, place + depth <= text.count,
      text[place..<(place + depth)].allSatisfy({ $0 == "}" })
    else { return nil }
    return place + depth
  }

  private static func percent(at start: Int, in text: [Unicode.Scalar]) -> Int? {
    var place = start + 1
    if place < text.count, text[place] == "(" {
      while place < text.count, text[place] != ")", place - start < 64 { place += 1 }
      place += 1
    } else {
      let digits = place
      while place < text.count, text[place].isASCIIDigit { place += 1 }
      if place > digits, place < text.count, text[place] == "$" {
        place += 1
      } else {
        place = digits
      }
    }
    guard place < text.count, "sdif@u".unicodeScalars.contains(text[place]) else { return nil }
    let end = place + 1
    return end < text.count && text[end].properties.isAlphabetic && text[end].isASCII ? nil : end
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.isASCIIDigit)
      || scalar == "_" || scalar == "-" || scalar == ":"
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
  var isASCIILetterOrDigit: Bool { isASCII && (properties.isAlphabetic || isASCIIDigit) }
}
