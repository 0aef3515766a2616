import ArticleModel
import Markup

/// Reads one `<unit>` of XLIFF 2.
struct XLIFF2UnitReader {
  private let element: XMLElement
  private let id: String
  private var data: [String: String] = [:]
  /// The code that an identifier in the file stands for: a copy stands for its original.
  private var codes: [String: (id: String, kind: InlineCode.Kind)] = [:]
  private(set) var findings: [Finding] = []

  init(_ element: XMLElement) {
    self.element = element
    id = NameToken.decode(element["id"] ?? "")
    for child in element.child("originalData")?.children ?? [] where child.name == "data" {
      data[child["id"] ?? ""] = Self.plainText(of: child)
    }
  }

  mutating func unit() -> TranslationUnit {
    var parts: [UnitPart] = []
    var segments = 0
    for child in element.children where child.namespace == element.namespace {
      switch child.name {
      case "segment":
        segments += 1
        parts.append(.segment(segment(child, number: segments)))
      case "ignorable":
        let source = child.child("source").map { content(of: $0) } ?? []
        let target = child.child("target").map { content(of: $0) }
        // A tool that empties what lies between two sentences means no harm: it is put back.
        parts.append(.ignorable(source: source, target: target?.isEmpty == true ? nil : target))
      default: break
      }
    }
    return TranslationUnit(
      id: id, role: element["name"].flatMap(BlockRole.init),
      isTranslatable: element["translate"] != "no", notes: notes(), parts: parts)
  }

  private mutating func segment(_ child: XMLElement, number: Int) -> Segment {
    let target = child.child("target")
    let source = child.child("source").map { content(of: $0) } ?? []
    let translation = target.map { content(of: $0) }
    let hasText = translation.map { !$0.textOnly.allSatisfy(\.isWhitespace) } ?? false
    // Some tools put the state on the target, where the standard has none.
    let written = child["state"] ?? target?["state"]
    let state = written.flatMap(UnitState.init)
    if let state, state > .initial, !hasText, !source.textOnly.isEmpty {
      findings.append(
        Finding(
          rule: "state-mismatch", severity: .warning,
          message: "the state is \(state.rawValue) and there is no translation; the text decides",
          line: child.line, unit: id, segment: child["id"].map(NameToken.decode)))
    }
    return Segment(
      id: child["id"].map(NameToken.decode) ?? "s\(number)", source: source,
      target: translation,
      state: hasText ? state ?? (written == nil ? .translated : .initial) : .initial)
  }

  private func notes() -> [Note] {
    (element.child("notes")?.children ?? []).filter { $0.name == "note" }.map {
      Note(category: $0["category"], text: $0.text)
    }
  }

  private mutating func content(of parent: XMLElement) -> [Inline] {
    var result: [Inline] = []
    append(parent, to: &result)
    return result.normalized
  }

  private mutating func append(_ parent: XMLElement, to result: inout [Inline]) {
    for item in parent.content {
      switch item {
      case .text(let text): result.append(.text(text))
      case .element(let child):
        switch child.name {
        case "cp": result.append(.text(Self.character(child)))
        case "ph": result.append(.code(code(child, .standalone, data: "dataRef")))
        case "sc": result.append(.code(code(child, .opening, data: "dataRef")))
        case "ec": result.append(.code(code(child, .closing, data: "dataRef")))
        case "pc":
          result.append(.code(code(child, .opening, data: "dataRefStart")))
          append(child, to: &result)
          result.append(.code(code(child, .closing, data: "dataRefEnd")))
        case "sm", "em": break
        default: append(child, to: &result)
        }
      }
    }
  }

  private mutating func code(
    _ child: XMLElement, _ position: InlineCode.Position, data reference: String
  ) -> InlineCode {
    let name = child["startRef"] ?? child["id"] ?? ""
    var found = (
      id: NameToken.decode(child["copyOf"] ?? name),
      kind: CodeType.kind(type: child["type"], subType: child["subType"])
    )
    if child["startRef"] != nil, let opening = codes[name] { found = opening }
    codes[name] = found
    return InlineCode(
      id: found.id, position: position, kind: found.kind,
      data: child[reference].flatMap { data[$0] } ?? "")
  }

  private static func character(_ element: XMLElement) -> String {
    guard let value = element["hex"].flatMap({ UInt32($0, radix: 16) }),
      let scalar = Unicode.Scalar(value)
    else { return "" }
    return String(Character(scalar))
  }

  private static func plainText(of element: XMLElement) -> String {
    element.content.map { item in
      switch item {
      case .text(let text): text
      case .element(let child): child.name == "cp" ? character(child) : plainText(of: child)
      }
    }.joined()
  }
}
