/// Codes that may not be moved, or deleted.
enum ReorderConstraints {
  private static let section = "Editing Hints"

  static func check(_ unit: XLIFF2Unit, _ context: XLIFF2Context) {
    for part in unit.parts { deletions(in: part, context) }
    guard unit.parts.contains(where: isOrdered) else { return }
    let sources = codes(unit.sources)
    let targets = codes(unit.orderedTargets)
    for code in sources + targets { hints(of: code.node, context) }
    let sequences = sequences(of: sources, context)
    _ = self.sequences(of: targets, context)
    kept(sequences, targets, context)
  }

  /// Whether any code may not be moved: most units have none.
  private static func isOrdered(_ part: XLIFF2Unit.Part) -> Bool {
    [part.source, part.target].contains { content in
      content?.elements.contains { $0.kind.isCode && $0.node["canReorder"] != nil } == true
    }
  }

  private struct Code {
    let node: Node
    /// The identifier, with a mark on the end of a span.
    let id: String
    /// The code that the content of a `<pc>` ends, which stands before this one.
    var closed: Node?
  }

  /// The codes of some contents in their order.
  private static func codes(_ contents: [XLIFF2Content]) -> [Code] {
    var result: [Code] = []
    for content in contents {
      for element in content.elements where element.kind.isCode {
        let node = element.node
        var code = Code(node: node, id: node["id"] ?? "end of \(node["startRef"] ?? "")")
        let before = node.parent?.children.prefix { $0 != node }
        if let last = before?.last(where: { $0.inline?.isCode == true }), last.name == "pc" {
          code.closed = last
        }
        result.append(code)
      }
    }
    return result
  }

  /// A code that may not be moved may be neither copied nor deleted.
  private static func hints(of code: Node, _ context: XLIFF2Context) {
    guard let order = code["canReorder"], order != "yes" else { return }
    for name in ["canCopy", "canDelete"] where code[name] != "no" {
      context.error(
        "code", "canReorder=\"\(order)\" asks for \(name)=\"no\"", section, at: code)
    }
  }

  /// Sequences begin with a code that has `firstNo`.
  private static func sequences(of codes: [Code], _ context: XLIFF2Context) -> [[String]] {
    var result: [[String]] = []
    var isOpen = false
    for code in codes {
      switch code.node["canReorder"] ?? "yes" {
      case "firstNo":
        result.append([code.id])
        isOpen = true
      case "no":
        let followsSpan = code.closed.map { ($0["canReorder"] ?? "yes") != "yes" } ?? false
        if !isOpen && !followsSpan {
          context.error(
            "code",
            "the code \(code.id) has canReorder=\"no\", and no code with firstNo or no before it",
            section, at: code.node)
          result.append([])
        }
        if result.isEmpty { result.append([]) }
        result[result.count - 1].append(code.id)
        isOpen = true
      default: isOpen = false
      }
    }
    return result
  }

  /// A sequence has the same order in the targets.
  private static func kept(
    _ sequences: [[String]], _ targets: [Code], _ context: XLIFF2Context
  ) {
    var places: [String: Int] = [:]
    for (index, code) in targets.enumerated() where places[code.id] == nil {
      places[code.id] = index
    }
    for sequence in sequences where sequence.count > 1 {
      let present = sequence.filter { places[$0] != nil }
      for (left, right) in zip(present, present.dropFirst()) {
        guard let first = places[left], let second = places[right], second != first + 1 else {
          continue
        }
        context.error(
          "code", "the codes \(left) and \(right) may not be moved apart or exchanged", section,
          at: targets[second].node)
      }
    }
  }

  /// A code that may not be deleted is there when the segment is final.
  private static func deletions(in part: XLIFF2Unit.Part, _ context: XLIFF2Context) {
    guard let source = part.source, let target = part.target else { return }
    for element in source.elements where element.kind.isCode {
      guard element.node["canDelete"] == "no" else { continue }
      let id = element.id ?? element.node["startRef"] ?? ""
      let isKept = target.elements.contains {
        $0.kind.isCode && ($0.id ?? $0.node["startRef"]) == id
      }
      if isKept { continue }
      let message = "the code \(id), which may not be deleted, is missing"
      if part.node["state"] == "final" {
        context.error("code", message, section, at: target.node)
      } else {
        context.warning("code", message, section, at: target.node)
      }
    }
  }
}
