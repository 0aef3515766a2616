import Yams

/// Reads values out of a YAML tree, with the line of what does not fit.
struct YAMLReader {
  let path: String

  func entries(of node: Node) throws(ProjectError) -> [(Node, Node)] {
    guard let mapping = node.mapping else { throw problem(node, "names and values are expected") }
    return mapping.map { ($0.key, $0.value) }
  }

  func list(_ node: Node) throws(ProjectError) -> [Node] {
    guard let sequence = node.sequence else {
      throw problem(node, "a list is expected, as in [a, b]")
    }
    return Array(sequence)
  }

  func texts(_ node: Node) throws(ProjectError) -> [String] {
    var texts: [String] = []
    for item in try list(node) { texts.append(try text(item)) }
    return texts
  }

  func text(_ node: Node) throws(ProjectError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw problem(node, "a value is expected")
    }
    return text
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node
  ) throws(ProjectError) -> Choice where Choice.RawValue == String {
    let text = try text(node)
    guard let choice = Choice(rawValue: text) else {
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem(node, "\(text) is none of \(all)")
    }
    return choice
  }

  func problem(_ node: Node, _ text: String) -> ProjectError {
    .configuration(path: path, line: node.mark?.line, problem: text)
  }

  func unknown(_ key: Node, known: [String]) -> ProjectError {
    problem(
      key, "unknown key \(key.string ?? "?"); known here: \(known.joined(separator: ", "))")
  }
}
