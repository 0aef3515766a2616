/// Inline codes: pairs, isolation, copies, original data, sub-flows, code points.
enum CodeConstraints {
  static func check(_ unit: XLIFF2Unit, _ context: XLIFF2Context) {
    let sources = Side(unit.sources)
    let targets = Side(unit.orderedTargets)
    if sources.hasPairs || targets.hasPairs {
      // A code may come to its other half in a segment that has no target yet.
      let untranslated = Side(unit.parts.filter { $0.target == nil }.compactMap(\.source))
      check(sources, elsewhere: nil, unit, context)
      check(targets, elsewhere: untranslated, unit, context)
    }
    copies(in: targets, of: sources, context)
    for element in sources.elements { references(of: element, unit, context) }
    for element in targets.elements { references(of: element, unit, context) }
    for data in unit.node.child("originalData")?.children.map({ $0 }) ?? [] {
      for element in data.children where element.inline == .cp { checkCodePoint(element, context) }
    }
  }

  /// The inline elements of all sources, or of all targets, in their order.
  private struct Side {
    var elements: [XLIFF2Content.Element] = []
    var starts: [String: (place: Int, node: Node)] = [:]
    var ends: [String: [Int]] = [:]
    var marks: [String: Int] = [:]
    var markEnds: [String: [Int]] = [:]
    /// Whether there is anything but whole elements.
    var hasPairs = false

    init(_ contents: [XLIFF2Content]) {
      for content in contents {
        for element in content.elements { add(element) }
      }
    }

    private mutating func add(_ element: XLIFF2Content.Element) {
      let place = elements.count
      elements.append(element)
      switch element.kind {
      case .sc: if let id = element.id { starts[id] = (place, element.node) }
      case .sm: if let id = element.id { marks[id] = place }
      case .ec: if let start = element.node["startRef"] { ends[start, default: []].append(place) }
      case .em:
        if let start = element.node["startRef"] { markEnds[start, default: []].append(place) }
      case .pc: if element.node["canOverlap"] != "no" { return }
      default: return
      }
      hasPairs = true
    }
  }

  private static func check(
    _ side: Side, elsewhere: Side?, _ unit: XLIFF2Unit, _ context: XLIFF2Context
  ) {
    for (place, element) in side.elements.enumerated() {
      switch element.kind {
      case .sc: start(element.node, place, side, elsewhere, unit, context)
      case .ec: end(element.node, side, elsewhere, unit, context)
      case .sm: mark(element.node, place, side, elsewhere, context)
      case .em: markEnd(element.node, side, elsewhere, context)
      case .pc: overlap(element.node, context)
      default: break
      }
    }
  }

  private static func start(
    _ element: Node, _ place: Int, _ side: Side, _ elsewhere: Side?, _ unit: XLIFF2Unit,
    _ context: XLIFF2Context
  ) {
    guard let id = element["id"] else { return }
    let ends = side.ends[id] ?? []
    if element["isolated"] == "yes" {
      if !ends.isEmpty {
        context.error(
          "code", "<sc id=\"\(id)\"> is isolated, and its <ec> is in the same \(unit.shown)",
          "<sc>", at: element)
      }
      return
    }
    if ends.count > 1 {
      context.error("code", "\(ends.count) <ec> end <sc id=\"\(id)\">", "<sc>", at: element)
    }
    guard let end = ends.first else {
      if elsewhere?.ends[id] == nil {
        context.error(
          "code", "no <ec> ends <sc id=\"\(id)\">; add it, or isolated=\"yes\"", "<sc>",
          at: element)
      }
      return
    }
    if end < place {
      context.error("code", "the <ec> of <sc id=\"\(id)\"> stands before it", "<sc>", at: element)
    }
    if element["canOverlap"] == "no", end > place { crossing(side, place..<end, element, context) }
  }

  private static func end(
    _ element: Node, _ side: Side, _ elsewhere: Side?, _ unit: XLIFF2Unit, _ context: XLIFF2Context
  ) {
    let isIsolated = element["isolated"] == "yes"
    if isIsolated != (element["id"] != nil) || isIsolated == (element["startRef"] != nil) {
      context.error(
        "code",
        isIsolated
          ? "an isolated <ec> has an id and no startRef"
          : "an <ec> that is not isolated has a startRef and no id", "<ec>", at: element)
    }
    if !isIsolated, element["dir"] != nil {
      context.error("code", "dir stands only on an isolated <ec>", "<ec>", at: element)
    }
    guard !isIsolated, let id = element["startRef"] else { return }
    guard let start = side.starts[id] else {
      if elsewhere?.starts[id] == nil {
        context.error(
          "code", "no <sc> of the \(unit.shown) has the id \(id), which this <ec> ends", "<ec>",
          at: element)
      }
      return
    }
    agree(start.node, element, context)
  }

  /// A start and its end say the same of what may be done with them.
  private static func agree(_ start: Node, _ end: Node, _ context: XLIFF2Context) {
    for name in ["canCopy", "canDelete", "canOverlap"]
    where (start[name] ?? "yes") != (end[name] ?? "yes") {
      context.error(
        "code", "\(name) is not the same on <sc> and its <ec>", "<ec>", at: end)
    }
    let order = start["canReorder"] ?? "yes"
    let expected = order == "firstNo" ? "no" : order
    if (end["canReorder"] ?? "yes") != expected {
      context.error(
        "code", "canReorder of this <ec> must be \(expected), as its <sc> has \(order)", "<ec>",
        at: end)
    }
  }

  private static func mark(
    _ element: Node, _ place: Int, _ side: Side, _ elsewhere: Side?, _ context: XLIFF2Context
  ) {
    guard let id = element["id"] else { return }
    let ends = side.markEnds[id] ?? []
    if ends.isEmpty, elsewhere?.markEnds[id] == nil {
      context.error("mark", "no <em> ends <sm id=\"\(id)\">", "<sm>", at: element)
    } else if ends.count > 1 {
      context.error("mark", "\(ends.count) <em> end <sm id=\"\(id)\">", "<sm>", at: element)
    } else if let end = ends.first, end < place {
      context.error("mark", "the <em> of <sm id=\"\(id)\"> stands before it", "<sm>", at: element)
    }
  }

  private static func markEnd(
    _ element: Node, _ side: Side, _ elsewhere: Side?, _ context: XLIFF2Context
  ) {
    guard let id = element["startRef"], side.marks[id] == nil, elsewhere?.marks[id] == nil else {
      return
    }
    context.error("mark", "no <sm> has the id \(id), which this <em> ends", "<em>", at: element)
  }

  /// A code that cannot overlap is said to hold no half of another; nothing in the text demands it,
  /// and the specification's own example of `canOverlap` does it.
  private static func overlap(_ element: Node, _ context: XLIFF2Context) {
    guard element["canOverlap"] == "no" else { return }
    let inside = Side([XLIFF2Content(element)])
    crossing(inside, 0..<inside.elements.count, element, context)
  }

  private static func crossing(
    _ side: Side, _ range: Range<Int>, _ element: Node, _ context: XLIFF2Context
  ) {
    let own = element.name == "sc" ? element["id"] : nil
    let halves = side.elements[range].filter { half in
      if half.kind == .sc, let id = half.id, id != own, half.node["isolated"] != "yes" {
        return !(side.ends[id] ?? []).contains { range.contains($0) }
      }
      guard half.kind == .ec, let id = half.node["startRef"], id != own else { return false }
      return !(side.starts[id].map { range.contains($0.place) } ?? false)
    }
    guard !halves.isEmpty else { return }
    context.warning(
      "code", "canOverlap is no, and the code holds half of another one", "canOverlap", at: element)
  }

  private static func references(
    of element: XLIFF2Content.Element, _ unit: XLIFF2Unit, _ context: XLIFF2Context
  ) {
    let node = element.node
    if element.kind == .cp { return checkCodePoint(node, context) }
    guard element.kind.isCode else { return }
    let isSpan = element.kind == .pc
    for name in isSpan ? ["dataRefStart", "dataRefEnd"] : ["dataRef"] {
      guard let id = node[name], !unit.data.contains(id) else { continue }
      context.error(
        "reference", "\(name)=\"\(id)\" names no <data> of the \(unit.shown)", name, at: node)
    }
    checkSubType(node, context)
    if let base = node["copyOf"] { copy(node, of: base, unit, context) }
    guard unit.node.space == .core, let file = context.file else { return }
    for name in isSpan ? ["subFlowsStart", "subFlowsEnd"] : ["subFlows"] {
      for id in node[name]?.utf8.split(whereSeparator: \.isSpace) ?? [] {
        file.subFlows.append((String(Substring(id)), node.line))
      }
    }
  }

  /// A code of a target with the data of one that may not be copied, and no like in the sources.
  private static func copies(in targets: Side, of sources: Side, _ context: XLIFF2Context) {
    let single = Set(
      sources.elements.lazy.filter { $0.kind.isCode && $0.node["canCopy"] == "no" }.compactMap {
        $0.node["dataRef"] ?? $0.node["dataRefStart"]
      })
    guard !single.isEmpty else { return }
    let known = Set(sources.elements.compactMap(\.id))
    for element in targets.elements where element.kind.isCode {
      guard let id = element.id, !known.contains(id),
        let data = element.node["dataRef"] ?? element.node["dataRefStart"], single.contains(data)
      else { continue }
      context.error(
        "code", "the code \(id) copies one that may not be copied", "Duplicating an existing code",
        at: element.node)
    }
  }

  private static func copy(
    _ element: Node, of id: String, _ unit: XLIFF2Unit, _ context: XLIFF2Context
  ) {
    let section = "Duplicating an existing code"
    let contents = unit.sources + unit.orderedTargets
    let base = contents.lazy.flatMap(\.elements).first { $0.kind.isCode && $0.id == id }?.node
    guard let base, base != element else {
      return context.error(
        "reference", "copyOf=\"\(id)\" names no code of the \(unit.shown)", "copyOf", at: element)
    }
    if base["canCopy"] == "no" {
      context.error("code", "the code \(id) may not be copied", section, at: element)
    }
    let names = ["dataRef", "dataRefStart", "dataRefEnd"]
    if names.contains(where: { base[$0] != nil || element[$0] != nil }) {
      context.error(
        "code", "copyOf is for codes without original data; give the copy the same data instead",
        section, at: element)
    }
  }

  private static func checkSubType(_ element: Node, _ context: XLIFF2Context) {
    guard let subType = element["subType"] else { return }
    guard let type = element["type"] else {
      return context.error(
        "companion", "subType without type; add the type", "subType", at: element)
    }
    let types = [
      "xlf:lb": "fmt", "xlf:pb": "fmt", "xlf:b": "fmt", "xlf:i": "fmt", "xlf:u": "fmt",
      "xlf:var": "ui",
    ]
    guard subType.hasPrefix("xlf:"), types[subType] != type else { return }
    context.error(
      "form",
      types[subType].map { "subType=\"\(subType)\" goes with type=\"\($0)\"" }
        ?? "subType=\"\(subType)\" is none of \(types.keys.sorted().joined(separator: ", "))",
      "subType", at: element)
  }

  /// `cp` stands for a character that XML cannot hold, and for no other.
  private static func checkCodePoint(_ element: Node, _ context: XLIFF2Context) {
    guard let hex = element["hex"], hex.utf8.allSatisfy(\.isHexDigit) else { return }
    guard let value = UInt32(hex, radix: 16), value <= 0x10FFFF else {
      return context.error("form", "hex=\"\(hex)\" is no code point", "hex", at: element)
    }
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
      context.error(
        "form", "XML can hold the character \(hex); write it as text", "<cp>", at: element)
    default: return
    }
  }

  /// Sub-flows are units of the same file.
  static func subFlows(of file: XLIFF2Scope, _ context: XLIFF2Context) {
    for flow in file.subFlows where !file.units.contains(flow.id) {
      context.report.error(
        "reference", "the sub-flow \(flow.id) is no unit of the file", "Sub-Flows", line: flow.line)
    }
  }
}
