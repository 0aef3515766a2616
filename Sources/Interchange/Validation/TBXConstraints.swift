import Markup

/// Identifiers, references, languages and data categories of TBX 2 and 3.
final class TBXConstraints: DocumentConstraints {
  private let report: ValidationReport
  private let containers: Set<Int>
  private var identifiers = IdentifierSet()
  private var references: [(id: String, line: Int)] = []
  private var depth = 0
  /// Those of the dialect that the root names, when it is a public one.
  private var categories: TBXCategories?

  init(vocabulary: Vocabulary, report: ValidationReport) {
    self.report = report
    containers = Set(
      ["", Space.tbx].flatMap { namespace in
        ["martif", "tbx", "text", "body", "back", "refObjectSec", "refObjectList"].map {
          vocabulary.names.number(of: XMLName(namespace: namespace, $0))
        }
      })
  }

  func holdsParts(_ name: Int) -> Bool { containers.contains(name) }

  func begin(_ element: Node) {
    depth += 1
    if element.name == "tbx" || element.name == "martif" {
      categories = TBXCategories(dialect: element["type"] ?? "")
    }
    check(element)
    if element.name == "tbx", let style = element["style"], style != "dca", style != "dct" {
      report.error(
        "form", "style=\"\(style)\" is neither dca nor dct", "<tbx>", line: element.line)
    }
  }

  func part(_ element: Node) {
    for node in [element] + element.descendants.map({ $0 }) { check(node) }
  }

  func end() {
    depth -= 1
    guard depth == 0 else { return }
    for reference in references where !identifiers.contains(reference.id) {
      report.error(
        "reference", "target=\"\(reference.id)\" names nothing in the file", "target",
        line: reference.line)
    }
  }

  private func check(_ node: Node) {
    if let id = node["id"], !identifiers.insert(id) {
      report.error("identifier", "two elements have the id \(id)", "id", line: node.line)
    }
    if let problem = categories?.problem(of: node) {
      report.error("category", problem, "data categories", line: node.line)
    }
    if let tag = node[.xml, "lang"], !BCP47.isWellFormed(tag) {
      report.error(
        "language", "xml:lang=\"\(tag)\" is no language tag", "xml:lang", line: node.line)
    }
    guard let target = node["target"], node.name != "xref", node.space != .foreign,
      !target.contains(":"), !target.contains("/")
    else { return }
    references.append((target.hasPrefix("#") ? String(target.dropFirst()) : target, node.line))
  }
}
