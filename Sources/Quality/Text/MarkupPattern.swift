import Linguistics

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
    let written = Self.attributes(text[attributes..<place])
    let id =
      written.first { identifiers.contains($0.name) && !$0.value.isEmpty }
      .map { " id=\"\($0.value.prefix { $0 != "/" })\"" } ?? ""
    let link = written.first { attribute in
      (attribute.name == "href" || attribute.name == "src")
        && (attribute.value.hasPrefix("https://") || attribute.value.hasPrefix("http://"))
    }
    let key = isClosing ? "</\(name)>" : "<\(name)\(id)\(isAlone ? "/" : "")>"
    return Tag(
      key: key, end: place + 1,
      standIn: isAlone ? (name == "br" || name == "lb" ? "\n" : CheckedText.standIn) : nil,
      address: link?.value)
  }

  /// Attributes that tell one tag from another of its name.
  private static let identifiers: Set<String> = ["id", "rid", "x", "i"]

  /// The attributes of a tag, their names in small letters.
  private static func attributes(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var rest = text
    while let start = rest.firstIndex(where: isName) {
      rest = rest[start...]
      let name = rest.prefix(while: isName)
      rest = rest[name.endIndex...].drop(while: \.isSpace)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop(while: \.isSpace)
      let quote = rest.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
      if quote != nil { rest = rest.dropFirst() }
      let value = rest.prefix { quote == nil ? !$0.isSpace : $0 != quote }
      rest = rest[value.endIndex...].dropFirst()
      found.append((String(scalars: name).lowercased(), String(scalars: value)))
    }
    return found
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
    return end < text.count && text[end].isLetter && text[end].isASCII ? nil : end
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.isLetter || scalar.isASCIIDigit)
      || scalar == "_" || scalar == "-" || scalar == ":"
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
  var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isASCIIDigit) }
}
