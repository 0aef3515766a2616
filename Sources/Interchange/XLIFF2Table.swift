/// The core of XLIFF 2 as a table: what each element may hold (XLIFF 2.1, sections 4.2 and 4.3).
enum XLIFF2Table {
  /// What an element may have.
  struct Rule {
    /// Attributes that must be there.
    var required: Set<String> = []
    /// Attributes that may be there.
    var optional: Set<String> = []
    /// Core elements that may be inside, in their order where order counts.
    var children: [String] = []
    /// Whether text may be inside.
    var hasText = false
    /// Whether elements of modules and extensions may be inside.
    var isOpen = false
    /// The children that may stand once at most.
    var single: Set<String> = []
    /// Whether the children stand in any order.
    var isFree = false
    /// The children one of which must be there.
    var oneOf: Set<String> = []
  }

  private static let inline = ["cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em"]
  private static let editing: Set = ["canCopy", "canDelete", "canReorder", "copyOf"]
  private static let kind: Set = ["type", "subType"]

  static let rules: [String: Rule] = [
    "xliff": Rule(
      required: ["version", "srcLang"], optional: ["trgLang"], children: ["file"],
      oneOf: ["file"]),
    "file": Rule(
      required: ["id"],
      optional: ["canResegment", "original", "translate", "srcDir", "trgDir"],
      children: ["skeleton", "notes", "unit", "group"], isOpen: true,
      single: ["skeleton", "notes"], isFree: true, oneOf: ["unit", "group"]),
    "skeleton": Rule(optional: ["href"], hasText: true, isOpen: true),
    "group": Rule(
      required: ["id"],
      optional: ["name", "canResegment", "translate", "srcDir", "trgDir", "type"],
      children: ["notes", "unit", "group"], isOpen: true, single: ["notes"], isFree: true),
    "unit": Rule(
      required: ["id"],
      optional: ["name", "canResegment", "translate", "srcDir", "trgDir", "type"],
      children: ["notes", "originalData", "segment", "ignorable"], isOpen: true,
      single: ["notes", "originalData"], oneOf: ["segment"]),
    "notes": Rule(children: ["note"], oneOf: ["note"]),
    "note": Rule(optional: ["id", "appliesTo", "category", "priority"], hasText: true),
    "originalData": Rule(children: ["data"], oneOf: ["data"]),
    "data": Rule(required: ["id"], optional: ["dir"], children: ["cp"], hasText: true),
    "segment": Rule(
      optional: ["id", "canResegment", "state", "subState"], children: ["source", "target"],
      single: ["source", "target"], oneOf: ["source"]),
    "ignorable": Rule(
      optional: ["id"], children: ["source", "target"], single: ["source", "target"],
      oneOf: ["source"]),
    "source": Rule(children: inline, hasText: true, isFree: true),
    "target": Rule(optional: ["order"], children: inline, hasText: true, isFree: true),
    "cp": Rule(required: ["hex"]),
    "ph": Rule(
      required: ["id"],
      optional: editing.union(kind).union(["disp", "equiv", "dataRef", "subFlows"])),
    "pc": Rule(
      required: ["id"],
      optional: editing.union(kind).union([
        "canOverlap", "dispEnd", "dispStart", "equivEnd", "equivStart", "dataRefEnd",
        "dataRefStart", "subFlowsEnd", "subFlowsStart", "dir",
      ]), children: inline, hasText: true, isFree: true),
    "sc": Rule(
      required: ["id"],
      optional: editing.union(kind).union([
        "canOverlap", "dataRef", "dir", "disp", "equiv", "isolated", "subFlows",
      ])),
    "ec": Rule(
      optional: editing.union(kind).union([
        "id", "startRef", "canOverlap", "dataRef", "dir", "disp", "equiv", "isolated", "subFlows",
      ])),
    "mrk": Rule(
      required: ["id"], optional: ["translate", "type", "ref", "value"], children: inline,
      hasText: true, isFree: true),
    "sm": Rule(required: ["id"], optional: ["translate", "type", "ref", "value"]),
    "em": Rule(required: ["startRef"]),
  ]

  /// The values that an attribute may have; attributes that are not here are checked by kind.
  static let values: [String: Set<String>] = [
    "canResegment": yesNo, "translate": yesNo, "canCopy": yesNo, "canDelete": yesNo,
    "canOverlap": yesNo, "isolated": yesNo, "canReorder": ["yes", "firstNo", "no"],
    "state": ["initial", "translated", "reviewed", "final"], "srcDir": directions,
    "trgDir": directions, "dir": directions, "appliesTo": ["source", "target"],
  ]

  private static let yesNo: Set = ["yes", "no"]
  private static let directions: Set = ["ltr", "rtl", "auto"]
}
