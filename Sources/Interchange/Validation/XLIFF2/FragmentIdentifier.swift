/// The fragment of an address that points into an XLIFF document (Fragment Identification).
struct FragmentIdentifier {
  /// A step of the address: `u=1`, or an identifier alone.
  struct Selector: Equatable {
    var prefix: String?
    var id: String
  }

  let selectors: [Selector]

  /// What the address names in the end.
  var last: Selector { selectors[selectors.count - 1] }

  /// The prefixes of the core and of the modules.
  static let prefixes: Set = [
    "f", "g", "u", "n", "d", "t", "mtc", "gls", "mda", "res", "ctr", "slr", "val", "its", "fs",
    "pgs",
  ]

  /// Reads the text after `#`.
  ///
  /// - Returns: The address, or what is wrong with it.
  static func read(
    _ text: some StringProtocol, prefixes more: Set<String>
  ) -> (address: FragmentIdentifier?, problem: String?) {
    var selectors: [Selector] = []
    let path = text.hasPrefix("/") ? text.dropFirst() : text[...]
    for step in path.split(separator: "/", omittingEmptySubsequences: false) {
      let sides = step.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let id = sides.last, NameToken.isValid(id) else {
        return (nil, "“\(step)” names nothing")
      }
      guard sides.count == 2 else {
        selectors.append(Selector(prefix: nil, id: String(id)))
        continue
      }
      let prefix = String(sides[0])
      guard prefixes.contains(prefix) || more.contains(prefix) else {
        return (nil, "the prefix \(prefix) is not registered; --prefix registers it here")
      }
      selectors.append(Selector(prefix: prefix, id: String(id)))
    }
    return check(selectors)
  }

  private static func check(
    _ selectors: [Selector]
  ) -> (address: FragmentIdentifier?, problem: String?) {
    let order = ["f", "g", "u"]
    var last = -1
    for (index, selector) in selectors.enumerated() {
      if let place = selector.prefix.flatMap({ order.firstIndex(of: $0) }) {
        if place == last { return (nil, "the prefix \(order[place]) is there twice") }
        if place < last { return (nil, "f, g and u stand in this order") }
        last = place
      } else if index < selectors.count - 1 {
        return (nil, "only the last selector may name what is in a unit, group or file")
      }
    }
    return (FragmentIdentifier(selectors: selectors), nil)
  }

  /// Whether the address stays in a unit, given where the unit is.
  func isInside(unit: String?, group: [String], file: String?) -> Bool {
    for selector in selectors {
      switch selector.prefix {
      case "f" where selector.id != file: return false
      case "g" where !group.contains(selector.id): return false
      case "u" where selector.id != unit: return false
      default: continue
      }
    }
    return true
  }
}

/// Addresses into the document.
enum References {
  /// The fragment of an address within the document; nil for any other address.
  static func fragment(of address: String) -> Substring? {
    address.hasPrefix("#") ? address.dropFirst() : nil
  }

  /// Reads an address, and reports when it is none.
  static func read(
    _ address: String, _ name: String, at node: Node, _ context: XLIFF2Context
  ) -> FragmentIdentifier? {
    guard let text = fragment(of: address) else { return nil }
    let result = FragmentIdentifier.read(text, prefixes: context.prefixes)
    if let problem = result.problem {
      context.error(
        "fragment", "\(name)=\"\(address)\": \(problem)", "Fragment Identification", at: node)
    }
    return result.address
  }

  /// Whether an address stays in the unit that is checked.
  static func isInUnit(_ address: FragmentIdentifier, _ context: XLIFF2Context) -> Bool {
    address.isInside(
      unit: context.scopes.last?.id,
      group: context.scopes.filter { $0.node.isCore("group") }.compactMap(\.id),
      file: context.file?.id)
  }

  /// An address that must name a span of text of the unit: a segment or an inline element.
  ///
  /// A name without `#` is taken too, as the files of the committee have it.
  static func checkSpan(
    _ address: String, _ name: String, _ section: String, unit: XLIFF2Unit?, at node: Node,
    _ context: XLIFF2Context
  ) {
    guard let unit else { return }
    var selector = FragmentIdentifier.Selector(prefix: nil, id: address)
    if fragment(of: address) != nil {
      guard let read = read(address, name, at: node, context) else { return }
      selector = isInUnit(read, context) ? read.last : .init(prefix: "f", id: "")
    }
    let isSpan = selector.prefix == nil || selector.prefix == "t"
    guard isSpan, unit.names(selector.id, inTargets: selector.prefix == "t" ? true : nil) else {
      return context.error(
        "reference", "\(name)=\"\(address)\" names no span of text of the unit", section, at: node)
    }
  }
}

extension XLIFF2Unit {
  /// Whether a segment or an inline element has an identifier.
  fileprivate func names(_ id: String, inTargets: Bool?) -> Bool {
    parts.contains { part in
      if inTargets != true, part.node["id"] == id { return true }
      let contents = [inTargets == true ? nil : part.source, part.target].compactMap { $0 }
      return contents.contains { $0.elements.contains { $0.id == id } }
    }
  }
}

/// `ref` of notes, which 2.2 has.
enum NoteReferences {
  /// Checks a note of a unit, or of what stands around units, where no span of text is at hand.
  static func check(_ element: Node, unit: XLIFF2Unit?, _ context: XLIFF2Context) {
    guard element.isCore("note"), let address = element["ref"] else { return }
    if unit == nil { _ = References.read(address, "ref", at: element, context) }
    References.checkSpan(address, "ref", "<note>", unit: unit, at: element, context)
  }
}
