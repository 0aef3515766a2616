import Markup

/// A small part of CSS selectors: `tag`, `#id`, `.class`, `[name=value]`, descendants, commas.
struct Selector: Sendable {
  private struct Part {
    var tag: String?
    var conditions: [(name: String, value: String)] = []
  }
  private let alternatives: [[Part]]

  /// Reads a selector; nil when it says something that is not supported.
  init?(_ text: String) {
    var alternatives: [[Part]] = []
    for alternative in text.split(separator: ",") {
      var parts: [Part] = []
      for word in alternative.split(separator: " ") {
        guard let part = Self.part(word) else { return nil }
        parts.append(part)
      }
      if parts.isEmpty { return nil }
      alternatives.append(parts)
    }
    if alternatives.isEmpty { return nil }
    self.alternatives = alternatives
  }

  private static func part(_ word: Substring) -> Part? {
    var part = Part()
    var rest = word
    func isName(_ letter: Character) -> Bool {
      letter.isLetter || letter.isNumber || letter == "_" || letter == "-"
    }
    let tag = rest.prefix(while: isName)
    if !tag.isEmpty { part.tag = tag.lowercased() }
    rest = rest.dropFirst(tag.count)
    while let sign = rest.first {
      rest = rest.dropFirst()
      if sign == "[" {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        let pair = rest[..<end].split(separator: "=", maxSplits: 1)
        guard let name = pair.first else { return nil }
        let value = pair.count > 1 ? pair[1].filter { !"\"'".contains($0) } : "*"
        part.conditions.append((String(name), value))
        rest = rest[end...].dropFirst()
        continue
      }
      let name = rest.prefix(while: isName)
      guard sign == "#" || sign == ".", !name.isEmpty else { return nil }
      part.conditions.append((sign == "#" ? "id" : "class", String(name)))
      rest = rest.dropFirst(name.count)
    }
    return part
  }

  /// Whether the element is one of those selected.
  func matches(_ node: HTMLNode) -> Bool {
    alternatives.contains { parts in
      guard let last = parts.last, Self.matches(node, last) else { return false }
      var remaining = parts.dropLast()
      var ancestor = node.parent
      while let part = remaining.last, let element = ancestor {
        if Self.matches(element, part) { remaining.removeLast() }
        ancestor = element.parent
      }
      return remaining.isEmpty
    }
  }

  private static func matches(_ node: HTMLNode, _ part: Part) -> Bool {
    guard node.isElement, part.tag == nil || node.name == part.tag else { return false }
    return part.conditions.allSatisfy { condition in
      guard let value = node.attribute(condition.name) else { return false }
      if condition.value == "*" { return true }
      if condition.name == "class" {
        return value.split(whereSeparator: \.isWhitespace).contains { $0 == condition.value }
      }
      return value == condition.value
    }
  }

  /// The first element selected under the root.
  func first(in root: HTMLNode) -> HTMLNode? {
    var cursor: HTMLNode? = root
    while let node = cursor {
      if node.isElement, matches(node) { return node }
      cursor = node.next(within: root)
    }
    return nil
  }

  /// The elements selected under the root, in document order.
  func all(in root: HTMLNode) -> [HTMLNode] {
    var result: [HTMLNode] = []
    var cursor: HTMLNode? = root
    while let node = cursor {
      if node.isElement, matches(node) { result.append(node) }
      cursor = node.next(within: root)
    }
    return result
  }
}
