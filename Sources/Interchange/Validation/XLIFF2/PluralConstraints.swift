/// The Plural, Gender, and Select module of 2.2.
enum PluralConstraints {
  private static let section = "Plural, Gender, and Select Module"
  private static let kinds: Set = ["plural", "ordinal", "gender", "select"]
  private static let numbers: Set = ["zero", "one", "two", "few", "many", "other"]

  static func check(_ element: Node, _ context: XLIFF2Context) {
    if let selectors = element[.plural, "switch"] {
      for item in items(selectors) where !isSelector(item) {
        context.error(
          "plural",
          "pgs:switch=\"\(selectors)\": “\(item)” is not plural, ordinal, gender or select, "
            + "a colon and a variable", section, at: element)
      }
    }
    guard let cases = element[.plural, "case"] else { return }
    let holders = context.scopes.reversed().filter { $0.node != element }
    guard let selectors = holders.lazy.compactMap({ $0.node[.plural, "switch"] }).first else {
      return context.error(
        "plural", "pgs:case stands in nothing that has pgs:switch", section, at: element)
    }
    let kinds = items(selectors).map { $0.prefix { $0 != ":" } }
    let values = items(cases)
    guard kinds.count == values.count else {
      return context.error(
        "plural", "pgs:case has \(values.count) values, and pgs:switch \(kinds.count)", section,
        at: element)
    }
    for (kind, value) in zip(kinds, values) where kind == "plural" || kind == "ordinal" {
      if numbers.contains(String(value)) || LexicalForm.isDecimal(String(value)) { continue }
      context.error(
        "plural",
        "“\(value)” is neither a number nor one of \(numbers.sorted().joined(separator: ", "))",
        section, at: element)
    }
  }

  /// Drafts of the module separate with commas, the specification with spaces; both are taken.
  private static func items(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "," }
  }

  private static func isSelector(_ item: Substring) -> Bool {
    let parts = item.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && kinds.contains(String(parts[0])) && !parts[1].isEmpty
  }
}
