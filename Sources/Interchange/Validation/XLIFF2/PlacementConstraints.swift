/// Where elements and attributes of modules and extensions may stand.
enum PlacementConstraints {
  /// The elements of modules in each element of the core; `*` marks what may stand more than once.
  private static let elements: [String: Set<String>] = [
    "xliff": ["mda:metadata"],
    "file": [
      "ctr:changeTrack", "mda:metadata", "res:resourceData", "slr:profiles", "slr:data",
      "val:validation", "its:provenanceRecords*",
    ],
    "group": [
      "ctr:changeTrack", "mda:metadata", "slr:data", "val:validation", "its:provenanceRecords*",
    ],
    "unit": [
      "ctr:changeTrack", "mtc:matches", "gls:glossary", "mda:metadata", "res:resourceData",
      "slr:data", "val:validation", "its:locQualityIssues*", "its:provenanceRecords*",
    ],
  ]

  /// Where an element of a module stands, and that it does not stand twice.
  static func element(
    _ element: Node, counts: inout [String: Int], _ context: XLIFF2Context
  ) {
    guard let prefix = element.space.prefix, let holder = context.scopes.last?.node else { return }
    let name = "\(prefix):\(element.name)"
    let allowed = elements[holder.name] ?? []
    let section = "<\(holder.name)>"
    guard allowed.contains(name) || allowed.contains(name + "*") else {
      return context.error(
        "placement", "<\(name)> may not stand in <\(holder.name)>", section, at: element)
    }
    counts[name, default: 0] += 1
    if counts[name] == 2, allowed.contains(name) {
      context.error("placement", "<\(holder.name)> has <\(name)> twice", section, at: element)
    }
  }

  private static let structural = ["file", "group", "unit"]
  private static let marks = ["mrk", "sm"]

  /// The attributes of modules, and the elements that they stand on.
  private static let attributes: [Space: [String: [String]]] = [
    .formatStyle: [
      "fs": structural + marks + ["note", "sc", "ec", "ph", "pc"],
      "subFs": structural + marks + ["note", "sc", "ec", "ph", "pc"],
    ],
    .size: [
      "storageRestriction": structural + marks + ["pc", "sc"],
      "sizeRestriction": structural + marks + ["pc", "sc"],
      "equivStorage": ["pc", "sc", "ec", "ph"],
      "sizeInfo": structural + ["pc", "sc", "ec", "ph"],
      "sizeInfoRef": structural + ["pc", "sc", "ec", "ph"],
    ],
    .its: its,
    .itsm: ["domains": structural + marks + ["mtc:match"], "lang": marks],
    .plural: ["switch": ["group", "unit"], "case": ["unit", "segment"]],
  ]

  private static let its: [String: [String]] = {
    let holders = structural + marks + ["mtc:match"]
    let tracked = holders + ["ctr:revisions", "ctr:revision"]
    var result: [String: [String]] = [
      "version": holders + ["xliff"], "annotatorsRef": tracked, "provenanceRecordsRef": tracked,
    ]
    for name in ITSConstraints.provenance { result[name] = tracked }
    for name in ["ProfileRef", "Score", "ScoreThreshold", "Vote", "VoteThreshold"] {
      result["locQualityRating\(name)"] = holders
    }
    for name in ["Comment", "Enabled", "ProfileRef", "sRef", "Severity", "Type"] {
      result["locQualityIssue\(name)"] = marks
    }
    for name in [
      "allowedCharacters", "localeFilterList", "localeFilterType", "mtConfidence", "taClassRef",
      "taConfidence", "taIdent", "taIdentRef", "taSource", "termConfidence",
    ] { result[name] = marks }
    return result
  }()

  /// The attributes of an element that have a namespace.
  static func attributes(of element: Node, _ context: XLIFF2Context) {
    let name = (element.space.prefix.map { "\($0):" } ?? "") + element.name
    for attribute in element.attributes {
      switch attribute.space {
      case .none, .schema: continue
      case .xml: xml(attribute.name, on: element, context)
      case .foreign:
        if element.inline?.isCode == true {
          context.error(
            "placement", "a code may have attributes of Format Style and Size Restriction alone",
            "<\(element.name)>", at: element)
        }
      default:
        let shown = "\(attribute.space.prefix ?? ""):\(attribute.name)"
        if attributes[attribute.space]?[attribute.name]?.contains(name) == true { continue }
        context.error(
          "placement", "\(shown) may not stand on <\(name)>", "<\(element.name)>", at: element)
      }
    }
  }

  private static func xml(_ name: String, on element: Node, _ context: XLIFF2Context) {
    guard element.inline?.isIdentified == true else { return }
    context.error(
      "placement", "xml:\(name) may not stand on <\(element.name)>", "<\(element.name)>",
      at: element)
  }
}
