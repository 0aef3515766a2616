/// States, types and the order of targets.
enum SegmentConstraints {
  static func check(_ unit: XLIFF2Unit, _ context: XLIFF2Context) {
    if !unit.parts.contains(where: { $0.node.isCore("segment") }), !unit.parts.isEmpty {
      context.error(
        "segment", "the unit has no <segment>; it has at least one", "<unit>", at: unit.node)
    }
    for part in unit.parts { checkState(part, context) }
    checkOrder(unit, context)
    reserved(unit.node, "type", context)
  }

  /// The prefix `xlf` belongs to the specification, which defines no values with it here.
  static func reserved(_ element: Node, _ name: String, _ context: XLIFF2Context) {
    guard let value = element[name], value.hasPrefix("xlf:") else { return }
    context.error(
      "form", "\(name)=\"\(value)\" uses the prefix xlf, which is reserved", name, at: element)
  }

  private static func checkState(_ part: XLIFF2Unit.Part, _ context: XLIFF2Context) {
    if let state = part.node["state"], state != "initial", part.target == nil {
      context.error(
        "state", "state=\"\(state)\" without a <target>; it is initial until there is one", "state",
        at: part.node)
    }
    guard let subState = part.node["subState"] else { return }
    if part.node["state"] == nil {
      context.error("state", "subState without state; add the state", "subState", at: part.node)
    }
    let colon = subState.firstIndex(of: ":")
    if colon == nil || colon == subState.startIndex || subState.hasSuffix(":") {
      context.error(
        "form", "subState=\"\(subState)\" is not of the form prefix:value", "subState",
        at: part.node)
    }
    reserved(part.node, "subState", context)
  }

  /// The orders of the targets, given or by their place, are different and not above the number of
  /// segments and ignorables.
  private static func checkOrder(_ unit: XLIFF2Unit, _ context: XLIFF2Context) {
    guard unit.parts.contains(where: { $0.target?.node["order"] != nil }) else { return }
    var taken: Set<Int> = []
    for (index, part) in unit.parts.enumerated() {
      guard let target = part.target?.node else { continue }
      let given = target["order"].flatMap { Int($0) }
      let order = given ?? index + 1
      if order > unit.parts.count {
        context.error(
          "order", "order=\"\(order)\", and the unit has \(unit.parts.count) parts", "order",
          at: target)
      }
      if !taken.insert(order).inserted {
        context.error(
          "order",
          given == nil
            ? "another target has the order \(order), which this one has by its place"
            : "two targets of the unit have the order \(order)", "order", at: target)
      }
    }
  }
}
