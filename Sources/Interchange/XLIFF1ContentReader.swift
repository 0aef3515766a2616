import ArticleModel
import Markup

/// Reads the content of `source`, `target` and their like in XLIFF 1.2.
struct XLIFF1ContentReader {
  /// What cannot be kept: a message for each rule.
  private(set) var losses: [String: String] = [:]
  /// The codes that are open in the content, by the value that pairs them.
  private var open: [String: InlineCode] = [:]

  mutating func read(_ element: XMLElement) -> [Inline] { read(element.content) }

  mutating func read(_ content: some Sequence<XMLElement.Content>) -> [Inline] {
    open = [:]
    var result: [Inline] = []
    append(content, to: &result)
    return result
  }

  private mutating func append(
    _ content: some Sequence<XMLElement.Content>, to result: inout [Inline]
  ) {
    for item in content {
      guard case .element(let child) = item else {
        if case .text(let text) = item { Self.append(text, to: &result) }
        continue
      }
      switch child.name {
      case "g":
        let code = code(child, .opening, data: "")
        result.append(.code(code))
        append(child.content, to: &result)
        var closing = code
        closing.position = .closing
        result.append(.code(closing))
      case "x": result.append(.code(code(child, .standalone, data: "")))
      case "ph": result.append(.code(code(child, .standalone, data: data(of: child))))
      case "bx", "bpt":
        let code = code(child, .opening, data: data(of: child))
        open[child["rid"] ?? child["id"] ?? ""] = code
        result.append(.code(code))
      case "ex", "ept": result.append(.code(closing(child)))
      case "it":
        let isOpening = child["pos"] != "close"
        result.append(
          .code(code(child, isOpening ? .opening : .closing, data: data(of: child))))
      default:
        if child.name == "mrk", child["mtype"] != "seg" {
          losses["mark"] = "a mark of the type \(child["mtype"] ?? "") is read as plain text"
        }
        append(child.content, to: &result)
      }
    }
  }

  private static func append(_ text: String, to result: inout [Inline]) {
    guard !text.isEmpty else { return }
    if case .text(let before)? = result.last {
      result[result.count - 1] = .text(before + text)
    } else {
      result.append(.text(text))
    }
  }

  /// The native code; text of its own inside becomes a part of it.
  private mutating func data(of element: XMLElement) -> String {
    if element.children.contains(where: { $0.name == "sub" }) {
      losses["sub-flow"] = "the text inside a code is kept as a part of the code"
    }
    return element.text
  }

  private func code(
    _ element: XMLElement, _ position: InlineCode.Position, data: String
  ) -> InlineCode {
    let kind = CodeType.kind(type12: element["ctype"])
    let type = element["ctype"]
    let isMapped =
      type == nil
      || CodeType.type12(of: kind, isPlaceholder: position == .standalone) == type
    return InlineCode(
      id: element["id"] ?? "", position: position, kind: kind, data: data,
      subType: isMapped ? nil : type.map { XLIFF1State.prefix + $0 })
  }

  private mutating func closing(_ element: XMLElement) -> InlineCode {
    let key = element["rid"] ?? element["id"] ?? ""
    guard var code = open.removeValue(forKey: key) else {
      return self.code(element, .closing, data: data(of: element))
    }
    code.position = .closing
    code.data = data(of: element)
    return code
  }
}
