/// The Translation Candidates module.
enum CandidateConstraints {
  static func check(_ matches: Node, unit: XLIFF2Unit?, _ context: XLIFF2Context) {
    let section = "Translation Candidates Module"
    var ids: Set<String> = []
    for match in matches.children where match.isElement(.candidates, "match") {
      if let id = match["id"], !ids.insert(id).inserted {
        IdentifierConstraints.twice(match, id, "two matches", context, section)
      }
      if let address = match["ref"] {
        References.checkSpan(
          address, "ref", "\(section), ref", unit: unit, at: match, context)
      }
      if match["subType"] != nil, match["type"] == nil {
        context.error(
          "companion", "subType without type; add the type", "\(section), subType", at: match)
      }
      SegmentConstraints.reserved(match, "subType", context)
      language(of: match, context)
      let content = XLIFF2Unit(match)
      IdentifierConstraints.contents(of: content, context)
      CodeConstraints.check(content, context)
      let modules = match.children.filter { $0.space.prefix != nil && $0.space != .its }
      for (index, module) in modules.enumerated() {
        if module.space == .metadata { MetadataConstraints.check(module, context) }
        if index > 0 || module.space != .metadata {
          context.error(
            "placement", "<mtc:match> may hold one <mda:metadata> and no other module",
            "<mtc:match>",
            at: module)
        }
      }
    }
  }

  /// Only a match for reference is in another language than the document's.
  private static func language(of match: Node, _ context: XLIFF2Context) {
    guard match["reference"] != "yes", let language = context.targetLanguage,
      let target = match.child("target"), let tag = target[.xml, "lang"],
      !DocumentLanguages.isSame(tag, language)
    else { return }
    context.error(
      "language",
      "xml:lang is \(tag), and trgLang is \(language); only with reference=\"yes\" they may differ",
      "<mtc:match>", at: target)
  }
}

/// The Glossary module.
enum GlossaryConstraints {
  static func check(_ glossary: Node, unit: XLIFF2Unit?, _ context: XLIFF2Context) {
    let section = "Glossary Module"
    var ids: Set<String> = []
    for entry in glossary.children where entry.isElement(.glossary, "glossEntry") {
      let parts = entry.children.filter { $0.space == .glossary }
      if !parts.contains(where: { $0.name == "translation" || $0.name == "definition" }) {
        context.error(
          "glossary", "<gls:glossEntry> has neither a translation nor a definition", section,
          at: entry)
      }
      var metadata = 0
      for other in entry.children where other.space.prefix != nil && other.space != .glossary {
        metadata += other.isElement(.metadata, "metadata") ? 1 : 2
        if metadata > 1 {
          context.error(
            "placement", "<gls:glossEntry> may hold one <mda:metadata> and no other module",
            section,
            at: other)
        }
        if other.space == .metadata { MetadataConstraints.check(other, context) }
      }
      for element in [entry] + parts where element == entry || element.name == "translation" {
        if let id = element["id"], !ids.insert(id).inserted {
          IdentifierConstraints.twice(element, id, "two elements of the glossary", context, section)
        }
        guard let address = element["ref"] else { continue }
        References.checkSpan(
          address, "ref", "\(section), ref", unit: unit, at: element, context)
      }
    }
  }
}

/// The Metadata module.
enum MetadataConstraints {
  static func check(_ metadata: Node, _ context: XLIFF2Context) {
    var ids: Set<String> = []
    for element in [metadata] + metadata.descendants.filter({ $0.space == .metadata }) {
      guard let id = element["id"], element.name != "meta", !ids.insert(id).inserted else {
        continue
      }
      IdentifierConstraints.twice(
        element, id, "two elements of the metadata", context, "Metadata Module")
    }
  }
}

/// The Resource Data module.
enum ResourceConstraints {
  private static let section = "Resource Data Module"

  static func check(_ data: Node, in scope: XLIFF2Scope, _ context: XLIFF2Context) {
    var ids: Set<String> = []
    for element in data.children where element.space == .resources {
      guard let id = element["id"] else { continue }
      if !ids.insert(id).inserted {
        IdentifierConstraints.twice(element, id, "two resources", context, section)
      }
      if element.name == "resourceItem" { scope.resources.insert(id) }
    }
    for element in data.children where element.space == .resources {
      if element.name == "resourceItem" {
        item(element, context)
      } else if let ref = element["ref"], context.file?.resources.contains(ref) != true {
        context.error(
          "reference", "ref=\"\(ref)\" names no <res:resourceItem> that stands in the file itself",
          "\(section), ref", at: element)
      }
    }
  }

  private static func item(_ item: Node, _ context: XLIFF2Context) {
    let source = item.children.first { $0.isElement(.resources, "source") }
    let target = item.children.first { $0.isElement(.resources, "target") }
    if isEmpty(item) {
      context.error("resource", "<res:resourceItem> is empty", section, at: item)
    }
    let contents = [source, target].compactMap { $0 }
    if !contents.isEmpty, contents.allSatisfy(isEmpty), item["mimeType"] == nil {
      context.error(
        "resource", "<res:resourceItem> whose source and target are empty needs a mimeType",
        section, at: item)
    }
    if item["context"] == "no", source == nil {
      context.error(
        "resource", "<res:resourceItem> with context=\"no\" needs a <res:source>", section, at: item
      )
    }
    for content in contents { check(content, context) }
  }

  private static func isEmpty(_ content: Node) -> Bool {
    content.children.first { _ in true } == nil
  }

  private static func check(_ content: Node, _ context: XLIFF2Context) {
    if isEmpty(content) != (content["href"] != nil) {
      context.error(
        "resource",
        isEmpty(content)
          ? "an empty <res:\(content.name)> has no href; add it"
          : "<res:\(content.name)> has content and an href; take one out", section, at: content)
    }
    let language = content.name == "source" ? context.sourceLanguage : context.targetLanguage
    guard let tag = content[.xml, "lang"], let language,
      !DocumentLanguages.isSame(tag, language)
    else { return }
    context.error(
      "language", "xml:lang is \(tag), and the document says \(language)", section, at: content)
  }
}

/// Change Tracking, the module of 2.0 and extension of 2.1.
enum ChangeConstraints {
  private static let section = "Change Tracking"

  static func check(_ track: Node, _ context: XLIFF2Context) {
    for revisions in track.children where revisions.isElement(.changes, "revisions") {
      var versions: Set<String> = []
      for revision in revisions.children where revision.isElement(.changes, "revision") {
        if let version = revision["version"], !versions.insert(version).inserted {
          context.warning(
            "change", "two revisions have the version \(version)", section, at: revision)
        }
        if let date = revision["datetime"], !isDate(date) {
          context.error(
            "form", "datetime=\"\(date)\" is no date such as 2024-01-31 or 2024-01-31T12:00:00Z",
            section, at: revision)
        }
      }
      checkObject(of: revisions, context)
      if let current = revisions["currentVersion"], !versions.contains(current) {
        context.error(
          "reference", "currentVersion=\"\(current)\" is the version of no revision", section,
          at: revisions)
      }
    }
  }

  /// What is tracked is there: an element beside the tracks, or inside of one.
  private static func checkObject(of revisions: Node, _ context: XLIFF2Context) {
    guard let unit = context.scopes.last?.node, unit.isCore("unit") else { return }
    if let name = revisions["appliesTo"] {
      let objects = unit.descendants.filter { $0.name == name }
      if objects.isEmpty {
        context.error(
          "reference", "appliesTo=\"\(name)\" names no element of the unit", section, at: revisions)
      } else if objects.count > 1, objects.allSatisfy({ $0["id"] != nil }), revisions["ref"] == nil
      {
        context.error(
          "companion", "appliesTo=\"\(name)\" is one of \(objects.count); add the ref", section,
          at: revisions)
      }
    }
    if let id = revisions["ref"], !unit.descendants.contains(where: { $0["id"] == id }) {
      context.error(
        "reference", "ref=\"\(id)\" names no element of the unit", section, at: revisions)
    }
  }

  /// A date in the profile of ISO 8601 that the W3C has noted down; the specification's own example
  /// has one digit for the hours of the zone.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      let padded = ["-01-01", "-01", ""].map { text + $0 }
      return padded.contains { LexicalForm.isDateTime($0 + "T00:00:00Z") }
    }
    let sign = parts[1].firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? parts[1].endIndex
    let time = parts[1][..<sign]
    var zone = String(parts[1][sign...])
    if zone.utf8.count == 5 { zone.insert("0", at: zone.index(after: zone.startIndex)) }
    let seconds = time.filter { $0 == ":" }.count == 2 ? "" : ":00"
    return LexicalForm.isDateTime("\(parts[0])T\(time)\(seconds)\(zone)")
  }
}

/// The Format Style module.
enum FormatStyleConstraints {
  private static let section = "Format Style Module"

  static func check(_ element: Node, _ context: XLIFF2Context) {
    let style = element[.formatStyle, "fs"]
    let more = element[.formatStyle, "subFs"]
    guard style != nil || more != nil else { return }
    if element.isCore("ec"), element["isolated"] != "yes" {
      context.error(
        "format-style", "fs:fs and fs:subFs stand only on an isolated <ec>", section, at: element)
    }
    guard let more else { return }
    if style == nil {
      context.error("format-style", "fs:subFs without fs:fs; add it", section, at: element)
    }
    if !isPairs(more) {
      context.error(
        "format-style",
        "fs:subFs=\"\(more)\": pairs are name,value with \\ between; \\ and , in values follow a \\",
        section, at: element)
    }
  }

  /// `name,value` with `\` between the pairs and before `\` and `,` of a value.
  private static func isPairs(_ text: String) -> Bool {
    var hasName = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\" {
        if rest.first == "\\" || rest.first == "," {
          rest.removeFirst()
        } else if hasName {
          hasName = false
        } else {
          return false
        }
      } else if scalar == "," {
        if hasName { return false }
        hasName = true
      }
    }
    return hasName
  }
}

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
