import ArticleModel
import Markup

extension BlockBuilder {
  /// The text of a line with its inline codes; codes without text inside are left out.
  func inlines(of line: PageOutline.Line) -> [Inline] {
    var result: [Inline] = []
    var open: [(node: HTMLNode, index: Int?, code: InlineCode?)] = []
    var offset = line.start
    var number = 0
    func appendText(to end: Int) {
      guard end > offset else { return }
      var bytes = outline.text[offset..<end]
      if bytes.last == 0x0A { bytes.removeLast() }
      if bytes.first == 0x0A { bytes.removeFirst() }
      if !bytes.isEmpty { result.append(.text(String(decoding: bytes, as: UTF8.self))) }
      offset = end
    }
    func close(_ entry: (node: HTMLNode, index: Int?, code: InlineCode?)) {
      guard let index = entry.index, let code = entry.code else { return }
      let inside = result[(index + 1)...]
      let hasText = inside.contains { if case .text = $0 { true } else { false } }
      guard hasText else {
        result.removeSubrange(index...)
        return
      }
      result.append(
        .code(
          InlineCode(
            id: code.id, position: .closing, kind: code.kind, data: "</\(entry.node.tag.name)>")))
    }
    for event in outline.events[line.events] {
      appendText(to: min(event.offset, line.end))
      switch event.kind {
      case .lineBreak:
        number += 1
        result.append(
          .code(
            InlineCode(
              id: String(number), position: .standalone, kind: .lineBreak, data: "<br>")))
        offset = max(offset, event.offset)
        // The line feed that stands for it in the text.
        if offset < line.end { offset += 1 }
      case .open:
        guard let node = event.node else { continue }
        guard let code = code(for: node, id: String(number + 1)) else {
          open.append((node, nil, nil))
          continue
        }
        number += 1
        open.append((node, result.count, code))
        result.append(.code(code))
      case .close:
        guard let last = open.last, last.node == event.node else { continue }
        open.removeLast()
        close(last)
      }
    }
    appendText(to: line.end)
    while let last = open.popLast() { close(last) }
    return Self.renumbered(result)
  }

  private func code(for node: HTMLNode, id: String) -> InlineCode? {
    let tag = node.tag
    guard let kind = Self.kind(of: tag) else { return nil }
    var attributes: [String: String] = [:]
    if tag == .a {
      guard let href = node.attribute("href"),
        let address = SafeAddress.sanitized(href, base: base)
      else { return nil }
      attributes["href"] = address
    }
    if let title = node.attribute("title"), !title.isEmpty { attributes["title"] = title }
    let written = attributes.sorted { $0.key < $1.key }
      .map { " \($0.key)=\"\(HTMLEscape.attribute($0.value))\"" }.joined()
    return InlineCode(
      id: id, position: .opening, kind: kind, data: "<\(tag.name)\(written)>",
      attributes: attributes)
  }

  private static func kind(of tag: HTMLTag) -> InlineCode.Kind? {
    switch tag {
    case .a: .link
    case .b, .strong: .bold
    case .i, .em, .cite: .italic
    case .u, .ins: .underline
    case .s, .strike, .del: .strikethrough
    case .sup: .superscript
    case .sub: .subscript
    case .code, .kbd, .samp, .tt: .code
    case .q: .quote
    case .abbr: .abbreviation
    case .ruby: .ruby
    default: nil
    }
  }

  /// Without a pair of presentation that spans the whole block: it says nothing about a word.
  static func unwrapped(_ content: [Inline]) -> [Inline] {
    var result = content
    while result.count >= 2, case .code(let first)? = result.first,
      case .code(let last)? = result.last, first.id == last.id, first.position == .opening,
      [.bold, .italic, .underline].contains(first.kind)
    {
      result.removeFirst()
      result.removeLast()
    }
    return renumbered(result)
  }

  private static func renumbered(_ content: [Inline]) -> [Inline] {
    var ids: [String: String] = [:]
    return content.map { item in
      guard case .code(var code) = item else { return item }
      if ids[code.id] == nil { ids[code.id] = String(ids.count + 1) }
      code.id = ids[code.id] ?? code.id
      return .code(code)
    }
  }
}
