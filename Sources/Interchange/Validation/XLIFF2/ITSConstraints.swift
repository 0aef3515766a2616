/// The ITS module: data categories of the Internationalization Tag Set.
enum ITSConstraints {
  private static let section = "ITS Module"

  /// The attributes of the Provenance data category.
  static let provenance = [
    "org", "orgRef", "person", "personRef", "revOrg", "revOrgRef", "revPerson", "revPersonRef",
    "revTool", "revToolRef", "tool", "toolRef",
  ]

  /// The attributes on an element of the core, or on a match.
  static func attributes(of element: Node, _ context: XLIFF2Context) {
    let names = element.attributes.filter { $0.space == .its || $0.space == .itsm }.map(\.name)
    guard !names.isEmpty else { return }
    let used = Set(names)
    if !isVersioned(element, context) {
      context.error(
        "its", "ITS is used, and no its:version is set here or further out", section, at: element)
    }
    if let text = element[.its, "annotatorsRef"] { annotators(text, at: element, context) }
    issue(element, used, context)
    rating(element, used, context)
    analysis(element, used, context)
    provenanceOf(element, used, context)
    if used.contains("localeFilterType"), !used.contains("localeFilterList") {
      context.error(
        "its", "its:localeFilterType without its:localeFilterList", "Locale Filter", at: element)
    }
    if let ranges = element[.its, "localeFilterList"], !LanguageSyntax.areRanges(ranges) {
      context.error(
        "form", "its:localeFilterList=\"\(ranges)\" is no list of language ranges such as en, *-CA",
        "Locale Filter", at: element)
    }
    confidence(element, context)
    if element.inline?.isMark == true { type(of: element, used, context) }
  }

  private static func isVersioned(_ element: Node, _ context: XLIFF2Context) -> Bool {
    var node: Node? = element
    while let current = node {
      if current[.its, "version"] != nil { return true }
      if current.space == .its, current["version"] != nil { return true }
      node = current.parent
    }
    return context.scopes.contains { $0.node[.its, "version"] != nil }
  }

  /// The type of an annotation is its:generic, or term where it is about a term.
  private static func type(of mark: Node, _ used: Set<String>, _ context: XLIFF2Context) {
    let type = mark["type"] ?? "generic"
    let isGeneric = type == "generic" || type == "its:generic"
    let isTerm = type == "term" || type == "its:term-no"
    if used.contains("termConfidence"), !isTerm {
      context.error(
        "its", "its:termConfidence goes with the type term or its:term-no", "Terminology", at: mark)
    }
    if used.contains("termConfidence"), mark["value"] != nil, mark["ref"] != nil {
      context.error("its", "a term has a value or a ref, not both", "Terminology", at: mark)
    }
    let own = used.subtracting(["version", "termConfidence"])
    guard !own.isEmpty, !isGeneric, !(isTerm && own == ["annotatorsRef"]) else { return }
    context.error(
      "its", "type=\"\(type)\"; with \(own.sorted().joined(separator: ", ")) it is its:generic",
      section, at: mark)
  }

  private static func issue(_ element: Node, _ used: Set<String>, _ context: XLIFF2Context) {
    let section = "Localization Quality Issue"
    let isDescribed =
      used.contains("locQualityIssueType") || used.contains("locQualityIssueComment")
    let details = used.intersection([
      "locQualityIssueSeverity", "locQualityIssueProfileRef", "locQualityIssueEnabled",
    ])
    if let address = element[.its, "locQualityIssuesRef"] {
      if isDescribed || !details.isEmpty {
        context.error(
          "its", "its:locQualityIssuesRef stands with no other attribute of an issue", section,
          at: element)
      }
      let issues = context.scopes.last?.records ?? []
      if !issues.contains("issues " + identifier(address)) {
        context.error(
          "reference", "its:locQualityIssuesRef=\"\(address)\" names no issues of the unit",
          section,
          at: element)
      }
    } else if !details.isEmpty, !isDescribed {
      context.error(
        "its", "an issue has neither its:locQualityIssueType nor its:locQualityIssueComment",
        section,
        at: element)
    }
  }

  private static func rating(_ element: Node, _ used: Set<String>, _ context: XLIFF2Context) {
    let section = "Localization Quality Rating"
    if used.contains("locQualityRatingScore"), used.contains("locQualityRatingVote") {
      context.error("its", "a rating is a score or a vote, not both", section, at: element)
    }
    for (threshold, value) in ratings {
      if used.contains(value) { for scope in context.scopes { scope.ratings.insert(value) } }
      if context.scopes.last?.node == element { continue }
      hold(threshold, to: value, of: element, context)
    }
    let isRated = ["locQualityRatingScore", "locQualityRatingVote"].contains {
      isInScope($0, of: element, context)
    }
    if used.contains("locQualityRatingProfileRef"), element.inline?.isMark == true, !isRated {
      context.error("its", "a rating has neither a score nor a vote", section, at: element)
    }
  }

  /// A threshold that a file, a group or a unit sets may be that of a rating in it.
  static func end(_ scope: XLIFF2Scope, _ context: XLIFF2Context) {
    for (threshold, value) in ratings where !scope.ratings.contains(value) {
      hold(threshold, to: value, of: scope.node, context)
    }
  }

  private static let ratings = [
    ("locQualityRatingScoreThreshold", "locQualityRatingScore"),
    ("locQualityRatingVoteThreshold", "locQualityRatingVote"),
  ]

  private static func hold(
    _ threshold: String, to value: String, of element: Node, _ context: XLIFF2Context
  ) {
    guard element[.its, threshold] != nil, !isInScope(value, of: element, context) else { return }
    context.error(
      "its", "its:\(threshold) without its:\(value)", "Localization Quality Rating", at: element)
  }

  private static func analysis(_ element: Node, _ used: Set<String>, _ context: XLIFF2Context) {
    let section = "Text Analysis"
    let parts = used.intersection(["taSource", "taIdent"])
    if parts.count == 1 {
      context.error("its", "its:taSource and its:taIdent stand together", section, at: element)
    }
    if used.contains("taIdentRef"), !parts.isEmpty {
      context.error(
        "its", "its:taIdentRef stands instead of its:taSource and its:taIdent", section, at: element
      )
    }
    if used.contains("taConfidence"), parts.isEmpty, !used.contains("taIdentRef"),
      !used.contains("taClassRef")
    {
      context.error(
        "its", "its:taConfidence is about nothing: add its:taClassRef or its:taIdentRef", section,
        at: element)
    }
  }

  private static func provenanceOf(
    _ element: Node, _ used: Set<String>, _ context: XLIFF2Context
  ) {
    guard let address = element[.its, "provenanceRecordsRef"] else { return }
    if !used.isDisjoint(with: provenance) {
      context.error(
        "its", "its:provenanceRecordsRef stands with no other attribute of provenance",
        "Provenance",
        at: element)
    }
    // Records of a file or a group come after its start tag.
    guard !element.isCore("file"), !element.isCore("group") else { return }
    let name = "records " + identifier(address)
    let isOwn = ["unit", "mrk", "sm"].contains(element.name)
    let scopes = element.isCore("unit") ? context.scopes[...] : context.scopes.suffix(1)
    guard isOwn, !scopes.contains(where: { $0.records.contains(name) }) else { return }
    context.error(
      "reference", "its:provenanceRecordsRef=\"\(address)\" names no records around it",
      "Provenance",
      at: element)
  }

  /// The identifier in `#its=id`, `#id` and `id`.
  private static func identifier(_ address: String) -> String {
    String(address.split { $0 == "#" || $0 == "/" || $0 == "=" }.last ?? "")
  }

  /// The value of an attribute here or further out.
  private static func isInScope(
    _ name: String, of element: Node, _ context: XLIFF2Context
  ) -> Bool {
    var node: Node? = element
    while let current = node {
      if current[.its, name] != nil { return true }
      node = current.parent
    }
    return context.scopes.contains { $0.node[.its, name] != nil }
  }
}

// MARK: - Annotators

extension ITSConstraints {
  private static let categories: Set = [
    "allowed-characters", "directionality", "domain", "elements-within-text", "external-resource",
    "id-value", "language-information", "locale-filter", "localization-note",
    "localization-quality-issue", "localization-quality-rating", "mt-confidence", "preserve-space",
    "provenance", "storage-size", "target-pointer", "terminology", "text-analysis", "translate",
  ]

  /// A list of `category|address`, a category once.
  private static func annotators(_ text: String, at element: Node, _ context: XLIFF2Context) {
    var seen: Set<Substring> = []
    let items = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    for item in items {
      let parts = item.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count != 2 || parts[1].isEmpty || !categories.contains(String(parts[0])) {
        context.error(
          "its", "its:annotatorsRef: “\(item)” is not a data category, | and an address",
          "ITS Tools Referencing", at: element)
      } else if !seen.insert(parts[0]).inserted {
        context.error(
          "its", "its:annotatorsRef names the category \(parts[0]) twice", "ITS Tools Referencing",
          at: element)
      }
    }
    if items.isEmpty {
      context.error("its", "its:annotatorsRef is empty", "ITS Tools Referencing", at: element)
    }
  }

  /// A confidence says which tool is confident.
  private static func confidence(_ element: Node, _ context: XLIFF2Context) {
    for (name, category) in [
      ("taConfidence", "text-analysis"), ("termConfidence", "terminology"),
      ("mtConfidence", "mt-confidence"),
    ] where element[.its, name] != nil {
      if isAnnotated(category, element, context) { continue }
      context.error(
        "its", "its:\(name) without its:annotatorsRef for \(category), here or further out",
        "ITS Tools Referencing", at: element)
    }
  }

  private static func isAnnotated(
    _ category: String, _ element: Node, _ context: XLIFF2Context
  ) -> Bool {
    var node: Node? = element
    while let current = node {
      if names(category, current) { return true }
      node = current.parent
    }
    return context.scopes.contains { names(category, $0.node) }
  }

  private static func names(_ category: String, _ node: Node) -> Bool {
    guard let text = node[.its, "annotatorsRef"] else { return false }
    return text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.contains {
      $0.hasPrefix(category + "|")
    }
  }
}

// MARK: - Records

extension ITSConstraints {
  /// Issues and provenance that stand outside of the text.
  static func records(_ element: Node, in scope: XLIFF2Scope, _ context: XLIFF2Context) {
    if let id = element[.xml, "id"] {
      scope.records.insert((element.name == "provenanceRecords" ? "records " : "issues ") + id)
    }
    for node in [element] + element.children.map({ $0 }) {
      if let version = node["version"], version != "2.0" {
        context.error("form", "version=\"\(version)\"; it is 2.0", section, at: node)
      }
    }
    if !isVersioned(element, context), !element.children.allSatisfy({ $0["version"] != nil }) {
      context.error(
        "its", "ITS is used, and no its:version is set here or further out", section, at: element)
    }
    for record in element.children {
      if record.isElement(.its, "locQualityIssue") { issue(record, context) }
      guard record.isElement(.its, "provenanceRecord"),
        provenance.allSatisfy({ record[$0] == nil })
      else { continue }
      context.error("its", "a provenance record says nothing", "Provenance", at: record)
    }
  }

  private static func issue(_ issue: Node, _ context: XLIFF2Context) {
    let section = "Localization Quality Issue"
    if issue["locQualityIssueType"] == nil, issue["locQualityIssueComment"] == nil {
      context.error(
        "its", "an issue has neither locQualityIssueType nor locQualityIssueComment", section,
        at: issue)
    }
    if let type = issue["locQualityIssueType"], !types.contains(type) {
      context.error(
        "form", "locQualityIssueType=\"\(type)\" is no type of issue", section, at: issue)
    }
    if let severity = issue["locQualityIssueSeverity"],
      !LexicalForm.isDecimal(severity) || !ValueType.isInside(Double(severity), 0, 100)
    {
      context.error(
        "form", "locQualityIssueSeverity=\"\(severity)\" is no number from 0 to 100", section,
        at: issue)
    }
    if let enabled = issue["locQualityIssueEnabled"], enabled != "yes", enabled != "no" {
      context.error(
        "form", "locQualityIssueEnabled=\"\(enabled)\" is neither yes nor no", section, at: issue)
    }
  }

  private static let types: Set = [
    "terminology", "mistranslation", "omission", "untranslated", "addition", "duplication",
    "inconsistency", "grammar", "legal", "register", "locale-specific-content", "locale-violation",
    "style", "characters", "misspelling", "typographical", "formatting", "inconsistent-entities",
    "numbers", "markup", "pattern-problem", "whitespace", "internationalization", "length",
    "non-conformance", "uncategorized", "other",
  ]
}
