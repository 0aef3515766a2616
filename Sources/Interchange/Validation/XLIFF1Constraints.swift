import Markup

/// The keys and references of XLIFF 1.2, and what its text asks for beside them.
final class XLIFF1Constraints: DocumentConstraints {
  private let report: ValidationReport
  private let containers: Set<Int>
  private var version = ""
  private var tools: Set<String> = []
  private var phases: Set<String> = []
  private var units = IdentifierSet()
  private var groups = IdentifierSet()
  private var counts = IdentifierSet()
  private var contexts = IdentifierSet()
  private var externals = IdentifierSet()
  private var target: String?
  private var source = ""
  private var pending: [(name: String, id: String, line: Int)] = []

  init(vocabulary: Vocabulary, report: ValidationReport) {
    self.report = report
    containers = Set(
      ["xliff", "file", "body", "group"].map {
        vocabulary.names.number(of: XMLName(namespace: XLIFFNamespace.core12, $0))
      })
  }

  func holdsParts(_ name: Int) -> Bool { containers.contains(name) }

  func begin(_ element: Node) {
    if element.isCore("file") { beginFile(element) }
    if element.isCore("body") { checkTools() }
    if element.isCore("group") { unique(element, "id", in: &groups, "two groups of the file") }
  }

  private func beginFile(_ file: Node) {
    tools = []
    phases = []
    units = IdentifierSet()
    groups = IdentifierSet()
    counts = IdentifierSet()
    contexts = IdentifierSet()
    externals = IdentifierSet()
    source = file["source-language"] ?? ""
    target = file["target-language"]
    pending = file["tool-id"].map { [("tool-id", $0, file.line)] } ?? []
  }

  func part(_ element: Node) {
    if element.isCore("header") { header(element) }
    if element.isCore("trans-unit") || element.isCore("bin-unit") { unit(element) }
    for node in [element] + element.descendants.map({ $0 }) where node.space == .core {
      switch node.name {
      case "count-group": unique(node, "name", in: &counts, "two count groups of the file")
      case "context-group": unique(node, "name", in: &contexts, "two context groups of the file")
      case "external-file": unique(node, "uid", in: &externals, "two external files")
      default: break
      }
    }
  }

  func end() {}

  private func header(_ header: Node) {
    for node in header.descendants where node.space == .core {
      if node.name == "tool", node.parent == header, let id = node["tool-id"],
        !tools.insert(id).inserted
      {
        twice(node, "two tools", id)
      }
      guard node.name == "phase" else { continue }
      if let name = node["phase-name"], !phases.insert(name).inserted {
        twice(node, "two phases", name)
      }
      if let tool = node["tool-id"] { pending.append(("tool-id", tool, node.line)) }
    }
    for count in header.descendants where count.isCore("count") { phase(count) }
  }

  /// The header is read: the tools that it was said to have are there.
  private func checkTools() {
    for reference in pending where !tools.contains(reference.id) {
      report.error(
        "reference", "tool-id=\"\(reference.id)\" names no <tool> of the header", "tool-id",
        line: reference.line)
    }
    pending = []
  }

  private func unit(_ unit: Node) {
    unique(unit, "id", in: &units, "two units of the file")
    if unit.isCore("trans-unit") { phase(unit) }
    marks(of: unit)
    for node in unit.descendants where node.space == .core {
      switch node.name {
      case "source", "seg-source", "target": content(node)
      case "count": phase(node)
      case "alt-trans":
        marks(of: node)
        if let tool = node["tool-id"], !tools.contains(tool) {
          report.error(
            "reference", "tool-id=\"\(tool)\" names no <tool> of the header", "tool-id",
            line: node.line)
        }
      case "trans-unit": unique(node, "id", in: &units, "two units of the file")
      default: break
      }
    }
  }

  /// Text with its codes: pairs by `rid`, and the phase of a target.
  private func content(_ content: Node) {
    if content.name == "target" { phase(content) }
    var starts: [String: Set<String>] = ["bpt": [], "bx": []]
    let nodes = content.descendants.filter { $0.space == .core }
    for node in nodes where node.name == "bpt" || node.name == "bx" {
      guard let rid = node["rid"], starts[node.name]?.insert(rid).inserted == false else {
        continue
      }
      twice(node, "two <\(node.name)>", rid, "rid")
    }
    for (end, start) in [("ept", "bpt"), ("ex", "bx")] {
      for node in nodes where node.name == end {
        guard let rid = node["rid"], starts[start]?.contains(rid) == false else { continue }
        report.error(
          "reference", "rid=\"\(rid)\" is the rid of no <\(start)> here", "rid", line: node.line)
      }
    }
  }

  /// Segments: the `mid` of marks in the target are those of the segmented source.
  private func marks(of unit: Node) {
    let own = unit.child("seg-source")?.children.filter { $0.isCore("mrk") } ?? []
    var known: Set<String> = []
    for mark in own {
      guard let mid = mark["mid"], !known.insert(mid).inserted else { continue }
      twice(mark, "two marks of the segmented source", mid, "mid")
    }
    let target = unit.children.filter { $0.isCore("target") }
    let candidates =
      unit.name == "trans-unit" ? unit.children.filter { $0.isCore("alt-trans") } : []
    let others = target.flatMap { $0.children.filter { $0.isCore("mrk") } } + candidates
    for node in others {
      guard let mid = node["mid"], !known.contains(mid) else { continue }
      report.error(
        "reference", "mid=\"\(mid)\" is the mid of no mark of the <seg-source>", "mid",
        line: node.line)
    }
  }

  private func phase(_ node: Node) {
    guard let name = node["phase-name"], !phases.contains(name) else { return }
    report.error(
      "reference", "phase-name=\"\(name)\" names no <phase> of the header", "phase-name",
      line: node.line)
  }

  private func unique(
    _ node: Node, _ name: String, in ids: inout IdentifierSet, _ what: String
  ) {
    guard let id = node[name], !ids.insert(id) else { return }
    twice(node, what, id, name)
  }

  private func twice(_ node: Node, _ what: String, _ id: String, _ name: String = "id") {
    report.error("identifier", "\(what) have the \(name) \(id)", name, line: node.line)
  }
}
