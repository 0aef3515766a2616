/// Inline codes: pairs, isolation, copies, original data, sub-flows, code points.
enum CodeConstraints {
  static func check(_ unit: XLIFF2Unit, _ context: XLIFF2Context) {
    let sources = Side(unit.sources)
    let targets = Side(unit.orderedTargets)
    // A code may come to its other half in a segment that has no target yet.
    let untranslated = Side(unit.sources.filter { unit.parts[$0.part].target == nil })
    check(sources, elsewhere: nil, unit, context)
    check(targets, elsewhere: untranslated, unit, context)
    let bases = sources.codes.merging(targets.codes) { source, _ in source }
    for element in sources.elements + targets.elements {
      references(of: element, unit, bases: bases, context)
    }
    for element in unit.node.descendants where element.isCore("cp") {
      checkCodePoint(element, context)
    }
  }

  /// The inline elements of all sources, or of all targets, in their order.
  private struct Side {
    var elements: [Node] = []
    var starts: [String: (place: Int, node: Node)] = [:]
    var ends: [String: [Int]] = [:]
    var marks: [String: Int] = [:]
    var markEnds: [String: [Int]] = [:]
    /// The codes by identifier.
    var codes: [String: Node] = [:]

    init(_ contents: [(part: Int, target: Node)]) {
      for content in contents {
        for element in content.target.descendants where element.space == .core {
          let place = elements.count
          elements.append(element)
          switch element.name {
          case "sc": if let id = element["id"] { starts[id] = (place, element) }
          case "ec": if let start = element["startRef"] { ends[start, default: []].append(place) }
          case "sm": if let id = element["id"] { marks[id] = place }
          case "em":
            if let start = element["startRef"] { markEnds[start, default: []].append(place) }
          default: break
          }
          if element.isCode, let id = element["id"] { codes[id] = element }
        }
      }
    }
  }

  private static func check(
    _ side: Side, elsewhere: Side?, _ unit: XLIFF2Unit, _ context: XLIFF2Context
  ) {
    for (place, element) in side.elements.enumerated() {
      switch element.name {
      case "sc": start(element, place, side, elsewhere, unit, context)
      case "ec": end(element, place, side, elsewhere, unit, context)
      case "sm": mark(element, place, side, elsewhere, unit, context)
      case "em": markEnd(element, place, side, elsewhere, context)
      case "pc": overlap(element, context)
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
    _ element: Node, _ place: Int, _ side: Side, _ elsewhere: Side?, _ unit: XLIFF2Unit,
    _ context: XLIFF2Context
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
    _ element: Node, _ place: Int, _ side: Side, _ elsewhere: Side?, _ unit: XLIFF2Unit,
    _ context: XLIFF2Context
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
    _ element: Node, _ place: Int, _ side: Side, _ elsewhere: Side?, _ context: XLIFF2Context
  ) {
    guard let id = element["startRef"], side.marks[id] == nil, elsewhere?.marks[id] == nil else {
      return
    }
    context.error("mark", "no <sm> has the id \(id), which this <em> ends", "<em>", at: element)
  }

  /// A code that cannot overlap holds no half of another.
  private static func overlap(_ element: Node, _ context: XLIFF2Context) {
    guard element["canOverlap"] == "no" else { return }
    let inside = Side([(part: 0, target: element)])
    crossing(inside, 0..<inside.elements.count, element, context)
  }

  private static func crossing(
    _ side: Side, _ range: Range<Int>, _ element: Node, _ context: XLIFF2Context
  ) {
    let own = element.name == "sc" ? element["id"] : nil
    let halves = side.elements[range].filter { half in
      if half.name == "sc", let id = half["id"], id != own, half["isolated"] != "yes" {
        return !(side.ends[id] ?? []).contains { range.contains($0) }
      }
      guard half.name == "ec", let id = half["startRef"], id != own else { return false }
      return !(side.starts[id].map { range.contains($0.place) } ?? false)
    }
    guard !halves.isEmpty else { return }
    context.error(
      "code", "canOverlap is no, and the code holds half of another one", "canOverlap", at: element)
  }

  private static func references(
    of element: Node, _ unit: XLIFF2Unit, bases: [String: Node], _ context: XLIFF2Context
  ) {
    guard element.isCode else { return }
    for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
      guard let id = element[name], !unit.data.contains(id) else { continue }
      context.error(
        "reference", "\(name)=\"\(id)\" names no <data> of the \(unit.shown)", name, at: element)
    }
    checkSubType(element, context)
    if let base = element["copyOf"] { copy(element, of: base, bases, unit, context) }
    guard unit.node.space == .core, let file = context.file else { return }
    for name in ["subFlows", "subFlowsStart", "subFlowsEnd"] {
      for id in element[name]?.utf8.split(whereSeparator: \.isSpace) ?? [] {
        file.subFlows.append((String(Substring(id)), element.line))
      }
    }
  }

  private static func copy(
    _ element: Node, of id: String, _ bases: [String: Node], _ unit: XLIFF2Unit,
    _ context: XLIFF2Context
  ) {
    let section = "Duplicating an existing code"
    guard let base = bases[id], base != element else {
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
        "attribute", "subType without type; add the type", "subType", at: element)
    }
    let types = [
      "xlf:lb": "fmt", "xlf:pb": "fmt", "xlf:b": "fmt", "xlf:i": "fmt", "xlf:u": "fmt",
      "xlf:var": "ui",
    ]
    guard subType.hasPrefix("xlf:"), types[subType] != type else { return }
    context.error(
      "value",
      types[subType].map { "subType=\"\(subType)\" goes with type=\"\($0)\"" }
        ?? "subType=\"\(subType)\" is none of \(types.keys.sorted().joined(separator: ", "))",
      "subType", at: element)
  }

  /// `cp` stands for a character that XML cannot hold, and for no other.
  private static func checkCodePoint(_ element: Node, _ context: XLIFF2Context) {
    guard let hex = element["hex"], hex.utf8.allSatisfy(\.isHexDigit), !hex.isEmpty else { return }
    guard let value = UInt32(hex, radix: 16), value <= 0x10FFFF else {
      return context.error("value", "hex=\"\(hex)\" is no code point", "hex", at: element)
    }
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
      context.error(
        "value", "XML can hold the character \(hex); write it as text", "<cp>", at: element)
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

extension Node {
  /// Whether the element is an inline code.
  var isCode: Bool {
    guard space == .core else { return false }
    switch name {
    case "ph", "pc", "sc", "ec": return true
    default: return false
    }
  }
}
