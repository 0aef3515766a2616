import Markup

/// A small part of CSS selectors: `tag`, `#id`, `.class`, `[name=value]`, descendants, commas.
struct Selector: Sendable {
  private struct Part {
    var tag: String?
    var conditions: [Condition] = []
  }
  private struct Condition {
    let name: String
    /// What the attribute's value is, or a word of it for a class; nil for any.
    let value: [UInt8]?
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
        let value = pair.count > 1 ? Array(pair[1].filter { !"\"'".contains($0) }.utf8) : nil
        part.conditions.append(Condition(name: String(name), value: value))
        rest = rest[end...].dropFirst()
        continue
      }
      let name = rest.prefix(while: isName)
      guard sign == "#" || sign == ".", !name.isEmpty else { return nil }
      part.conditions.append(
        Condition(name: sign == "#" ? "id" : "class", value: Array(name.utf8)))
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
    guard node.isElement, node.hasAttributes || part.conditions.isEmpty else { return false }
    for condition in part.conditions where !matches(node, condition) { return false }
    return part.tag == nil || node.name == part.tag
  }

  private static func matches(_ node: HTMLNode, _ condition: Condition) -> Bool {
    guard let wanted = condition.value else { return node.attribute(condition.name) != nil }
    // Every element of a page is asked for these two.
    if condition.name == "id" {
      return node.withAttribute("id") { $0.elementsEqual(wanted) } ?? false
    }
    if condition.name == "class" {
      return node.withAttribute("class") { value in
        value.split(whereSeparator: { $0 <= 0x20 }).contains { $0.elementsEqual(wanted) }
      } ?? false
    }
    return node.attribute(condition.name).map { $0.utf8.elementsEqual(wanted) } ?? false
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
