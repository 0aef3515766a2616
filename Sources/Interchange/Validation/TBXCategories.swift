/// The data categories of the public dialects of TBX: Core has none, Min a few, Basic those and more.
struct TBXCategories {
  /// The element of the style DCA that each category is written with.
  private static let min = [
    "administrativeStatus": "termNote", "customerSubset": "admin",
    "externalCrossReference": "xref", "partOfSpeech": "termNote", "subjectField": "descrip",
  ]
  private static let basic = [
    "context": "descrip", "crossReference": "ref", "definition": "descrip",
    "geographicalUsage": "termNote", "grammaticalGender": "termNote", "projectSubset": "admin",
    "responsibility": "transacNote", "source": "admin", "termLocation": "termNote",
    "termType": "termNote", "transactionType": "transac", "xGraphic": "xref",
  ]
  private static let elements: Set = [
    "admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote",
    "xref",
  ]
  /// The modules whose elements stand for categories in the style DCT.
  private static let modules = [
    "http://www.tbxinfo.net/ns/min": min, "http://www.tbxinfo.net/ns/basic": basic,
  ]

  private let dialect: String
  /// The categories of the dialect, with their elements.
  private let known: [String: String]

  /// Fails for a private dialect, whose categories only its makers know.
  init?(dialect: String) {
    switch dialect {
    case "TBX-Core": known = [:]
    case "TBX-Min": known = Self.min
    case "TBX-Basic": known = Self.min.merging(Self.basic) { first, _ in first }
    default: return nil
    }
    self.dialect = dialect
  }

  /// What is wrong with the category that an element is or names.
  func problem(of node: Node) -> String? {
    if let module = Self.modules[node.namespace] {
      if module[node.name] == nil {
        return "<\(node.name)> is no data category of its module"
      }
      return known[node.name] == nil ? "\(dialect) has no data category \(node.name)" : nil
    }
    guard node.space == .core || node.namespace.isEmpty, Self.elements.contains(node.name),
      let category = node["type"]
    else { return nil }
    guard let element = known[category] else {
      return "\(dialect) has no data category \(category)"
    }
    // Who made a change is noted at the change; where a definition is from, at the definition.
    if element == node.name { return nil }
    return "the data category \(category) is written with <\(element)>"
  }
}
