import ArticleModel

/// The identifiers of one unit as written: segments, codes and marks share one scope
/// (XLIFF 2.1, section 4.3.1.21), and so does what is copied in a target.
struct UnitNames {
  private var taken: Set<String> = []
  private var segments: [String: String] = [:]
  private var codes: [String: String] = [:]

  /// Names the segments and the codes of a unit.
  init(segments ids: [String], contents: [[Inline]], unit: String) throws(InterchangeError) {
    for id in ids {
      let name = NameToken.encode(id)
      guard taken.insert(name).inserted else {
        throw .unwritable(unit: unit, message: "two segments have the id \(id)")
      }
      segments[id] = name
    }
    for code in contents.flatMap(\.codes) where codes[code.id] == nil {
      var name = NameToken.encode(code.id)
      if taken.contains(name) { name = NameToken.encode(code.id, escapingFirst: true) }
      guard taken.insert(name).inserted else {
        throw .unwritable(unit: unit, message: "a code has the id \(code.id) of a segment")
      }
      codes[code.id] = name
    }
  }

  func segment(_ id: String) -> String { segments[id] ?? NameToken.encode(id) }

  func code(_ id: String) -> String { codes[id] ?? NameToken.encode(id) }

  /// A name that nothing else in the unit has.
  mutating func fresh(_ base: String, from number: Int) -> String {
    var number = number
    while !taken.insert("\(base)\(number)").inserted { number += 1 }
    return "\(base)\(number)"
  }
}
