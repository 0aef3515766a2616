import ArticleModel
import Markup

/// Writes text with its codes as HTML.
///
/// Elements and attributes come from what the article's codes mean, never from a bundle's data; an
/// address with another scheme than http, https, mailto and tel is left out.
struct InlineRenderer {
  let baseAddress: String?

  func html(_ content: [Inline]) -> String {
    var html = ""
    var open: [(id: String, element: String)] = []
    for item in content {
      switch item {
      case .text(let text): html += HTMLEscape.text(text)
      case .code(let code):
        switch code.position {
        case .standalone: html += standalone(code)
        case .opening:
          guard let element = Self.element(code.kind), let tag = openingTag(element, code) else {
            continue
          }
          open.append((code.id, element))
          html += tag
        case .closing:
          guard let place = open.lastIndex(where: { $0.id == code.id }) else { continue }
          // What was opened inside is closed with it, so that the page stays well formed.
          for inner in open[place...].reversed() { html += "</\(inner.element)>" }
          open.removeSubrange(place...)
        }
      }
    }
    for rest in open.reversed() { html += "</\(rest.element)>" }
    return html
  }

  private func openingTag(_ element: String, _ code: InlineCode) -> String? {
    var tag = "<" + element
    if element == "a" {
      guard let address = address(code.attributes["href"]) else { return nil }
      tag += " href=\"\(HTMLEscape.attribute(address))\""
    }
    if let title = code.attributes["title"] {
      tag += " title=\"\(HTMLEscape.attribute(title))\""
    }
    return tag + ">"
  }

  private func standalone(_ code: InlineCode) -> String {
    switch code.kind {
    case .lineBreak: return "<br>"
    case .image:
      guard let address = address(code.attributes["src"]) else { return "" }
      let alternative = HTMLEscape.attribute(code.attributes["alt"] ?? "")
      return "<img src=\"\(HTMLEscape.attribute(address))\" alt=\"\(alternative)\">"
    default: return ""
    }
  }

  func address(_ text: String?) -> String? {
    text.flatMap { SafeAddress.sanitized($0, base: baseAddress) }
  }

  private static func element(_ kind: InlineCode.Kind) -> String? {
    switch kind {
    case .link: "a"
    case .bold: "strong"
    case .italic: "em"
    case .underline: "u"
    case .strikethrough: "s"
    case .superscript: "sup"
    case .subscript: "sub"
    case .code: "code"
    case .quote: "q"
    case .abbreviation: "abbr"
    case .ruby, .lineBreak, .image, .other: nil
    }
  }
}
