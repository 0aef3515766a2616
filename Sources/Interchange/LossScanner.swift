import Markup

/// Finds what the model of a bundle does not hold: that a conversion over it leaves out.
struct LossScanner {
  private let add: (LossReport.Loss) -> Void

  init(_ add: @escaping (LossReport.Loss) -> Void) { self.add = add }

  private static let known2: Set<String> = [
    XLIFFNamespace.glossary, XLIFFNamespace.matches, XLIFFNamespace.xml, XLIFFNamespace.sizes, "",
  ]
  /// Attributes of inline codes that tell an editor what it may do or show.
  private static let hints: Set<String> = [
    "canReorder", "canOverlap", "dir", "equiv", "equivStart", "equivEnd",
  ]

  /// Looks through a unit of XLIFF 2, on its way to XLIFF 1.2.
  func scanUnit2(_ element: XMLElement) {
    let isCore = XLIFFNamespace.isCore2(element.namespace)
    guard isCore || Self.known2.contains(element.namespace) else {
      return add(.module(element.namespace, line: element.line))
    }
    for attribute in element.attributes {
      if !Self.known2.contains(attribute.namespace) {
        add(.module(attribute.namespace, line: element.line))
      } else if isCore, Self.hints.contains(attribute.name) {
        lose("hint", "the attribute \(attribute.name) of codes is left out", element)
      } else if isCore, attribute.name.hasPrefix("subFlows") {
        lose("sub-flow", "the link from a code to its sub-flow is left out", element)
      } else if isCore, attribute.name == "order" {
        lose("order", "the order of targets is left out; they stand in the source's", element)
      } else if isCore, element.name == "note", attribute.name == "appliesTo" {
        lose("note", "what a note applies to is left out", element)
      }
    }
    switch element.name {
    case "mrk", "sm":
      let type = element["type"] ?? "generic"
      if type != "term" { lose("mark", "marks of the type \(type) are left out", element) }
    case "glossary": lose("glossary", "the glossary becomes notes", element)
    default: break
    }
    for child in element.children { scanUnit2(child) }
  }

  /// Looks through a trans-unit of XLIFF 1.2, on its way to XLIFF 2.
  func scanUnit1(_ element: XMLElement) {
    guard XLIFFNamespace.isCore1(element.namespace) else {
      return add(.module(element.namespace, line: element.line))
    }
    for attribute in element.attributes where !attribute.namespace.isEmpty {
      if attribute.namespace != XLIFFNamespace.xml {
        add(.module(attribute.namespace, line: element.line))
      }
    }
    let kept = Self.kept1[element.name]
    for attribute in element.attributes where attribute.namespace.isEmpty {
      if let kept, !kept.contains(attribute.name) {
        lose("attribute", "the attribute \(attribute.name) of \(element.name) is left out", element)
      }
    }
    switch element.name {
    case "context-group"
    where !element.children.allSatisfy({ $0["context-type"]?.hasPrefix("x-gap-") ?? false }):
      lose("context", "context groups are left out", element)
    case "count-group", "prop-group":
      lose("group", "the \(element.name) is left out", element)
    case "alt-trans" where element["alttranstype"] ?? "proposal" != "proposal":
      lose("match", "an alt-trans that is no proposal is left out", element)
    default: break
    }
    for child in element.children { scanUnit1(child) }
  }

  private static let codes: Set<String> = ["id", "rid", "ctype", "xid"]
  private static let kept1: [String: Set<String>] = [
    "trans-unit": [
      "id", "resname", "restype", "translate", "approved", "maxwidth", "size-unit", "datatype",
    ],
    "target": ["state"], "note": ["from", "priority"],
    "alt-trans": ["match-quality", "origin", "alttranstype"],
    "g": codes, "x": codes, "bx": codes, "ex": codes, "bpt": codes, "ept": codes, "ph": codes,
    "it": codes.union(["pos"]),
  ]

  private func lose(_ rule: String, _ message: String, _ element: XMLElement) {
    add(.init(rule: "lost-\(rule)", message: message, line: element.line))
  }
}
