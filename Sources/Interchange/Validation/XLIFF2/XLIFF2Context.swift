/// What is known of the document where a part of it is checked.
final class XLIFF2Context {
  /// Prefixes of fragment identifiers beyond those of the specification.
  let prefixes: Set<String>
  let report: ValidationReport
  /// The open elements from `<xliff>` to the group, or the unit, that is checked.
  var scopes: [XLIFF2Scope] = []
  var sourceLanguage = ""
  var targetLanguage: String?

  init(prefixes: Set<String>, report: ValidationReport) {
    self.prefixes = prefixes
    self.report = report
  }

  /// The scope of the open file.
  var file: XLIFF2Scope? { scopes.first { $0.node.isCore("file") } }

  /// Adds what makes the document invalid.
  func error(_ rule: String, _ message: String, _ section: String, at node: Node) {
    report.error(rule, message, section, line: node.line)
  }

  func warning(_ rule: String, _ message: String, _ section: String, at node: Node) {
    report.warning(rule, message, section, line: node.line)
  }
}

/// An open `<xliff>`, `<file>`, `<group>` or `<unit>`, and what it says of all that is in it.
final class XLIFF2Scope {
  let node: Node
  let id: String?
  let parent: XLIFF2Scope?
  /// The explicit or inherited `xml:lang`.
  let language: String?
  /// How often each element of a module stood in it.
  var moduleCounts: [String: Int] = [:]
  /// Identifiers of its notes, and of extensions by their namespace.
  var noteIdentifiers: Set<String> = []
  var extensionIdentifiers: Set<String> = []
  /// Identifiers of what its `slr:data`, resources and provenance records hold.
  var sizeData: Set<String> = []
  var resources: Set<String> = []
  var records: Set<String> = []
  var rules: [ValidationRule] = []
  /// The attributes of ITS that rate something in it.
  var ratings: Set<String> = []
  var profiles: SizeProfiles?
  /// How much its content measures, for the restrictions on it.
  var measure = SizeMeasure()
  /// Identifiers of the groups and units of a file, and the sub-flows that its codes name.
  var groups = IdentifierSet()
  var units = IdentifierSet()
  var files = IdentifierSet()
  var subFlows: [(id: String, line: Int)] = []

  init(_ node: Node, in parent: XLIFF2Scope?) {
    self.node = node
    id = node["id"]
    language = node[.xml, "lang"] ?? parent?.language
    self.parent = parent
  }

  /// The scope and those around it, the innermost first.
  var chain: some Sequence<XLIFF2Scope> {
    sequence(first: self) { $0.parent }
  }
}

/// A source or a target with its inline elements.
struct XLIFF2Content {
  /// An inline element, with its kind and identifier at hand.
  struct Element {
    let node: Node
    let kind: InlineKind
    let id: String?
  }

  let node: Node
  /// The inline elements at any depth, in their order.
  let elements: [Element]

  init(_ node: Node) {
    self.node = node
    var elements: [Element] = []
    for inside in node.descendants {
      guard let kind = inside.inline else { continue }
      elements.append(
        Element(node: inside, kind: kind, id: kind.isIdentified ? inside["id"] : nil))
    }
    self.elements = elements
  }
}

/// A unit, or a match of the Translation Candidates module: sources and targets with their codes.
struct XLIFF2Unit {
  /// A segment or an ignorable.
  struct Part {
    let node: Node
    let source: XLIFF2Content?
    let target: XLIFF2Content?
  }

  let node: Node
  let parts: [Part]
  /// The identifiers of its original data.
  let data: Set<String>

  init(_ node: Node) {
    self.node = node
    let isMatch = node.space == .candidates
    let holders =
      isMatch
      ? [node] : node.children.filter { $0.isCore("segment") || $0.isCore("ignorable") }
    parts = holders.map {
      Part(
        node: $0, source: $0.child("source").map(XLIFF2Content.init),
        target: $0.child("target").map(XLIFF2Content.init))
    }
    var data: Set<String> = []
    for entry in node.child("originalData")?.children.map({ $0 }) ?? [] {
      if let id = entry["id"] { data.insert(id) }
    }
    self.data = data
  }

  /// What the messages call it.
  var shown: String { node.space == .candidates ? "match" : "unit" }

  /// The targets in the order that they are composed in.
  var orderedTargets: [XLIFF2Content] {
    let targets = parts.enumerated().compactMap { index, part in
      part.target.map { target in
        (order: target.node["order"].flatMap { Int($0) } ?? index + 1, index, target)
      }
    }
    return targets.sorted { ($0.order, $0.1) < ($1.order, $1.1) }.map { $0.2 }
  }

  var sources: [XLIFF2Content] { parts.compactMap(\.source) }
}
