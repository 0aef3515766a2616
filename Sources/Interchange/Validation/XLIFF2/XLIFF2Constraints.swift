import Markup

/// The constraints of XLIFF 2, core and modules; one file of this folder for each group.
final class XLIFF2Constraints: DocumentConstraints {
  private let vocabulary: Vocabulary
  private let context: XLIFF2Context
  private let containers: Set<Int>

  init(vocabulary: Vocabulary, prefixes: Set<String>, report: ValidationReport) {
    self.vocabulary = vocabulary
    context = XLIFF2Context(prefixes: prefixes, report: report)
    containers = Set(
      [XLIFFNamespace.core20, XLIFFNamespace.core22].flatMap { namespace in
        ["xliff", "file", "group"].map {
          vocabulary.names.number(of: XMLName(namespace: namespace, $0))
        }
      })
  }

  func holdsParts(_ name: Int) -> Bool { containers.contains(name) }

  func begin(_ element: Node) {
    let scope = XLIFF2Scope(element, in: context.scopes.last)
    context.scopes.append(scope)
    if element.isCore("xliff") { DocumentLanguages.begin(element, context) }
    IdentifierConstraints.begin(element, context)
    checkAttributes(of: element)
    PluralConstraints.check(element, context)
  }

  func part(_ element: Node) {
    guard let scope = context.scopes.last else { return }
    if element.isCore("unit") { return unit(element, in: scope) }
    if element.isCore("skeleton") { return SkeletonConstraints.check(element, context) }
    if element.isCore("notes") {
      IdentifierConstraints.notes(element, context)
      for note in element.children { checkAttributes(of: note) }
      return
    }
    PlacementConstraints.element(element, counts: &scope.moduleCounts, context)
    module(element, in: scope)
  }

  func end() {
    guard let scope = context.scopes.popLast() else { return }
    SizeConstraints.end(scope, context)
    ITSConstraints.end(scope, context)
    if scope.node.isCore("file") { CodeConstraints.subFlows(of: scope, context) }
  }

  private func unit(_ element: Node, in parent: XLIFF2Scope) {
    let scope = XLIFF2Scope(element, in: parent)
    let unit = XLIFF2Unit(element)
    context.scopes.append(scope)
    defer { context.scopes.removeLast() }
    IdentifierConstraints.unit(unit, context)
    DocumentLanguages.check(unit, context)
    SegmentConstraints.check(unit, context)
    CodeConstraints.check(unit, context)
    ReorderConstraints.check(unit, context)
    AnnotationConstraints.check(unit, context)
    PluralConstraints.check(element, context)
    for child in element.children where child.space != .core {
      PlacementConstraints.element(child, counts: &scope.moduleCounts, context)
      module(child, in: scope, unit: unit)
    }
    checkAttributes(of: element)
    for inside in element.descendants where inside.space == .core {
      checkAttributes(of: inside)
      NoteReferences.check(inside, unit: unit, context)
    }
    SizeConstraints.check(unit, context)
    ITSConstraints.end(scope, context)
    RuleConstraints.apply(to: unit, context)
  }

  /// What a module's element, which stands in a file, a group or a unit, asks for.
  private func module(_ element: Node, in scope: XLIFF2Scope, unit: XLIFF2Unit? = nil) {
    switch element.space {
    case .candidates: CandidateConstraints.check(element, unit: unit, context)
    case .glossary: GlossaryConstraints.check(element, unit: unit, context)
    case .metadata: MetadataConstraints.check(element, context)
    case .resources: ResourceConstraints.check(element, in: scope, context)
    case .changes: ChangeConstraints.check(element, context)
    case .size: SizeConstraints.declare(element, in: scope, context)
    case .rules: RuleConstraints.declare(element, in: scope, context)
    case .its: ITSConstraints.records(element, in: scope, context)
    default: IdentifierConstraints.extension(element, in: scope, context)
    }
    for inside in element.descendants where inside.space != .core && inside.space != .its {
      checkAttributes(of: inside)
    }
    checkAttributes(of: element)
  }

  /// The attributes of modules, which stand on elements of the core.
  private func checkAttributes(of element: Node) {
    guard element.hasForeignAttributes else { return }
    PlacementConstraints.attributes(of: element, context)
    FormatStyleConstraints.check(element, context)
    SizeConstraints.attributes(of: element, context)
    ITSConstraints.attributes(of: element, context)
  }
}
