import Markup

/// Holds a document against a ``Grammar``, one event after another.
struct StructureChecker {
  /// What is known of an open element.
  private struct Open {
    var element: Grammar.Element?
    /// Whether nothing inside is looked at.
    var isSkipped = false
    var state = ContentModel.start
    var hasText = false
    /// Whether the content was found wrong already: one finding an element is enough.
    var isBroken = false
    var line: Int
  }

  private let grammar: Grammar
  private let report: ValidationReport
  private var open: [Open] = []
  /// The values of `xml:id`, unique in the document.
  private var identifiers = IdentifierSet()
  /// The namespace of names, by their number.
  private var namespaces: [String] = []

  init(_ grammar: Grammar, report: ValidationReport) {
    self.grammar = grammar
    self.report = report
  }

  mutating func start(_ tag: XMLTag) {
    guard let parent = open.last else {
      if tag.name != grammar.root {
        report.error(
          "root",
          "the root is <\(grammar.shown(tag.name))>; it is <\(grammar.shown(grammar.root))>",
          "Detailed Structure", line: tag.line)
      }
      return begin(grammar.element(tag.name), tag)
    }
    guard !parent.isSkipped else {
      return open.append(Open(element: nil, isSkipped: true, line: tag.line))
    }
    guard let element = parent.element else {
      // Inside what is declared nowhere, a declared element is checked again.
      return begin(grammar.element(tag.name), tag)
    }
    let isOther = isOther(tag.name, than: element.namespace)
    var isWild = isOther
    if let state = element.content.next(parent.state, tag.name, isOther: isOther) {
      open[open.count - 1].state = state
      isWild = isOther || element.content.isAny(state)
    } else {
      misplaced(tag, in: element, isOther: isOther)
    }
    let isDeclared = grammar.element(tag.name) != nil
    if isWild, grammar.wildcard == .skip {
      return open.append(Open(element: nil, isSkipped: true, line: tag.line))
    }
    if isOther, !isDeclared, grammar.wildcard == .lax { return begin(nil, tag) }
    if isOther, !isDeclared {
      report.error(
        "structure", "<\(grammar.shown(tag.name))> is declared nowhere; take it out",
        shown(element), line: tag.line)
    }
    begin(grammar.element(tag.name), tag)
  }

  private mutating func begin(_ element: Grammar.Element?, _ tag: XMLTag) {
    if let element { checkAttributes(of: tag, element) } else { checkDeclaredAttributes(of: tag) }
    open.append(Open(element: element, line: tag.line))
  }

  mutating func text(_ bytes: UnsafeRawBufferPointer, line: Int) {
    guard let last = open.indices.last, let element = open[last].element, !open[last].hasText,
      !element.content.isMixed, element.content.isEmpty || !bytes.allSatisfy(\.isSpace)
    else { return }
    open[last].hasText = true
    report.error(
      "structure", "text directly in \(shown(element)); take it out", shown(element), line: line)
  }

  mutating func end(line: Int) {
    guard let last = open.popLast(), let element = last.element, !last.isBroken,
      !element.content.isComplete(last.state)
    else { return }
    report.error(
      "structure",
      "\(shown(element)) ends too early; \(shown(element.content.expected(last.state))) is missing",
      shown(element), line: last.line)
  }

  private mutating func misplaced(_ tag: XMLTag, in element: Grammar.Element, isOther: Bool) {
    let last = open.count - 1
    let expected = element.content.expected(open[last].state)
    let name = "<\(grammar.shown(tag.name))>"
    let problem: String
    if let state = element.content.recover(tag.name, isOther: isOther) {
      open[last].state = state
      problem = "\(name) stands in the wrong place in \(shown(element)), or once too often"
    } else {
      problem = "\(name) may not be in \(shown(element))"
    }
    guard !open[last].isBroken else { return }
    open[last].isBroken = true
    let remedy =
      expected.isEmpty ? "nothing may follow here" : "\(shown(expected)) may come here"
    report.error("structure", "\(problem); \(remedy)", shown(element), line: tag.line)
  }

  private mutating func isOther(_ name: Int, than namespace: String) -> Bool {
    let own = self.namespace(name)
    return !own.isEmpty && own != namespace
  }

  private mutating func namespace(_ name: Int) -> String {
    while namespaces.count <= name {
      namespaces.append(grammar.names.names[namespaces.count].namespace)
    }
    return namespaces[name]
  }

  private func shown(_ element: Grammar.Element) -> String { "<\(grammar.shown(element.name))>" }

  private func shown(_ symbols: [ContentModel.Symbol]) -> String {
    symbols.map { symbol in
      switch symbol {
      case .element(let name): "<\(grammar.shown(name))>"
      case .other: "an element of another namespace"
      case .any: "any element"
      }
    }.joined(separator: " or ")
  }
}

// MARK: - Attributes

extension StructureChecker {
  private mutating func checkAttributes(of tag: XMLTag, _ element: Grammar.Element) {
    var found: UInt64 = 0
    for index in 0..<tag.attributeCount {
      let name = tag.attributeName(index)
      if let place = element.attributes.firstIndex(where: { $0.name == name }) {
        found |= 1 << UInt64(place)
        check(tag, index, element.attributes[place].type)
      } else {
        checkForeign(tag, index, name, element)
      }
    }
    for (place, attribute) in element.attributes.enumerated()
    where attribute.isRequired && found & 1 << UInt64(place) == 0 {
      report.error(
        "attribute", "\(shown(element)) has no \(grammar.shown(attribute.name)); add it",
        shown(element), line: tag.line)
    }
  }

  private mutating func checkForeign(
    _ tag: XMLTag, _ index: Int, _ name: Int, _ element: Grammar.Element
  ) {
    let namespace = namespace(name)
    if namespace == "http://www.w3.org/2001/XMLSchema-instance" { return }
    let isAllowed =
      switch element.openness {
      case .closed: false
      case .other: !namespace.isEmpty && namespace != element.namespace
      case .any: true
      }
    guard isAllowed else {
      return report.error(
        "attribute", "\(shown(element)) may not have \(grammar.shown(name)); take it out",
        shown(element), line: tag.line)
    }
    guard grammar.wildcard != .skip else { return }
    if let type = grammar.attribute(name) {
      check(tag, index, type)
    } else if grammar.wildcard == .strict {
      report.error(
        "attribute", "the attribute \(grammar.shown(name)) is declared nowhere; take it out",
        shown(element), line: tag.line)
    }
  }

  /// An element that is declared nowhere may have attributes that are.
  private mutating func checkDeclaredAttributes(of tag: XMLTag) {
    for index in 0..<tag.attributeCount {
      if let type = grammar.attribute(tag.attributeName(index)) { check(tag, index, type) }
    }
  }

  private mutating func check(_ tag: XMLTag, _ index: Int, _ type: ValueType) {
    let bytes = tag.attributeValue(index)
    guard type.accepts(bytes) else {
      let value = String(decoding: bytes.prefix(80), as: UTF8.self)
      let name = grammar.shown(tag.attributeName(index))
      return report.error(
        "value", "\(name)=\"\(value)\" in <\(grammar.shown(tag.name))> is not \(type.shown)", name,
        line: tag.line)
    }
    guard case .identifier = type else { return }
    let value = String(decoding: bytes.trimmed, as: UTF8.self)
    if !identifiers.insert(value) {
      report.error(
        "identifier", "xml:id=\"\(value)\" is there twice in the document", "xml:id",
        line: tag.line)
    }
  }
}
