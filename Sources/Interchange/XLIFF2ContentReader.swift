import ArticleModel
import Markup

/// Reads the sources and targets of one unit, or of one match.
struct XLIFF2ContentReader {
  /// The terms marked in what was read last, by the identifier of the glossary's entry.
  private(set) var terms: [TermMark] = []

  private var data: [String: String] = [:]
  /// The code that an identifier in the file stands for: a copy stands for its original.
  private var codes: [String: InlineCode] = [:]
  private var offset = 0
  private var openMarks: [String: (start: Int, entry: String)] = [:]

  init(data element: XMLElement?) {
    guard let element else { return }
    for child in element.children where child.name == "data" {
      data[child["id"] ?? ""] = Self.plainText(of: child)
    }
  }

  mutating func read(_ element: XMLElement) -> [Inline] {
    terms = []
    offset = 0
    openMarks = [:]
    var result: [Inline] = []
    append(element, to: &result)
    return result
  }

  private mutating func append(_ text: String, to result: inout [Inline]) {
    guard !text.isEmpty else { return }
    offset += text.utf8.count
    if case .text(let before)? = result.last {
      result[result.count - 1] = .text(before + text)
    } else {
      result.append(.text(text))
    }
  }

  private mutating func append(_ parent: XMLElement, to result: inout [Inline]) {
    for item in parent.content {
      guard case .element(let child) = item else {
        if case .text(let text) = item { append(text, to: &result) }
        continue
      }
      switch child.name {
      case "cp": append(Self.character(child), to: &result)
      case "ph": result.append(.code(code(child, .standalone, data: "dataRef")))
      case "sc": result.append(.code(code(child, .opening, data: "dataRef")))
      case "ec": result.append(.code(code(child, .closing, data: "dataRef")))
      case "pc":
        result.append(.code(code(child, .opening, data: "dataRefStart")))
        append(child, to: &result)
        result.append(.code(code(child, .closing, data: "dataRefEnd")))
      case "sm":
        if let entry = Self.entry(of: child) { openMarks[child["id"] ?? ""] = (offset, entry) }
      case "em":
        if let mark = openMarks.removeValue(forKey: child["startRef"] ?? "") {
          terms.append(TermMark(range: mark.start..<offset, concept: mark.entry))
        }
      default:
        let start = offset
        append(child, to: &result)
        if child.name == "mrk", let entry = Self.entry(of: child), start < offset {
          terms.append(TermMark(range: start..<offset, concept: entry))
        }
      }
    }
  }

  /// The entry of the unit's glossary that a mark refers to.
  private static func entry(of mark: XMLElement) -> String? {
    guard mark["type"] == "term", let reference = mark["ref"], reference.hasPrefix("#gls=") else {
      return nil
    }
    return String(reference.dropFirst(5))
  }

  private mutating func code(
    _ child: XMLElement, _ position: InlineCode.Position, data reference: String
  ) -> InlineCode {
    let name = child["startRef"] ?? child["id"] ?? ""
    let data = child[reference].flatMap { self.data[$0] } ?? ""
    if child["startRef"] != nil, var code = codes[name] {
      code.position = position
      code.data = data
      return code
    }
    let kind = CodeType.kind(type: child["type"], subType: child["subType"])
    let isMapped = child["subType"] == CodeType.type(of: kind).subType
    let code = InlineCode(
      id: NameToken.decode(child["copyOf"] ?? name), position: position, kind: kind, data: data,
      subType: isMapped ? nil : child["subType"])
    codes[name] = code
    return code
  }

  private static func character(_ element: XMLElement) -> String {
    guard let value = element["hex"].flatMap({ UInt32($0, radix: 16) }),
      let scalar = Unicode.Scalar(value)
    else { return "" }
    return String(Character(scalar))
  }

  private static func plainText(of element: XMLElement) -> String {
    var result = ""
    for item in element.content {
      switch item {
      case .text(let text): result += text
      case .element(let child):
        result += child.name == "cp" ? character(child) : plainText(of: child)
      }
    }
    return result
  }
}

extension [Inline] {
  /// Whether there is no text but white space.
  var isBlank: Bool {
    allSatisfy { item in
      guard case .text(let text) = item else { return true }
      // Most text has a letter at once, and asking Unicode about it costs more.
      if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
      return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
  }
}

extension TranslationUnit {
  /// Changes the segments in place.
  mutating func mapSegments(_ change: (inout Segment) -> Void) {
    for index in parts.indices {
      guard case .segment(var segment) = parts[index] else { continue }
      change(&segment)
      parts[index] = .segment(segment)
    }
  }
}
