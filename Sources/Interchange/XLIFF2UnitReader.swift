import ArticleModel
import Markup

/// Reads one `<unit>` of XLIFF 2.
struct XLIFF2UnitReader {
  private let element: XMLElement
  private let id: String
  private let isTranslatable: Bool
  private var content: XLIFF2ContentReader
  private(set) var findings: [Finding] = []
  private var hasTerms = false

  init(_ element: XMLElement, isTranslatable: Bool) {
    self.element = element
    id = NameToken.decode(element["id"] ?? "")
    self.isTranslatable = element["translate"].map { $0 != "no" } ?? isTranslatable
    content = XLIFF2ContentReader(data: element.child("originalData"))
  }

  mutating func unit() -> TranslationUnit {
    let name = element["name"]
    let role = name.flatMap(BlockRole.init)
    var unit = TranslationUnit(
      id: id, role: role, name: role == nil ? name : nil,
      sizeLimit: element[XLIFFNamespace.sizes, "sizeRestriction"].flatMap(Int.init),
      isTranslatable: isTranslatable, parts: [])
    for child in element.children where child.isBeside(element) {
      switch child.name {
      case "segment": unit.parts.append(.segment(segment(child, number: unit.parts.count + 1)))
      case "ignorable":
        let source = child.child("source").map { content.read($0) } ?? []
        let target = child.child("target").map { content.read($0) }
        // A tool that empties what lies between two sentences means no harm: it is put back.
        unit.parts.append(
          .ignorable(source: source, target: target?.isEmpty == true ? nil : target))
      case "notes": unit.notes += Self.notes(in: child)
      default: break
      }
    }
    for child in element.children {
      switch (child.namespace, child.name) {
      case (XLIFFNamespace.glossary, "glossary"): unit.glossary = entries(of: child)
      case (XLIFFNamespace.matches, "matches"): unit.matches = matches(of: child, in: unit)
      default: break
      }
    }
    if hasTerms { nameConcepts(of: &unit) }
    return unit
  }

  /// Marks of terms name the entries of the unit's glossary; one without its entry is left out.
  private func nameConcepts(of unit: inout TranslationUnit) {
    let concepts = Dictionary(
      unit.glossary.map { (NameToken.encode($0.concept), $0.concept) },
      uniquingKeysWith: { first, _ in first })
    unit.mapSegments { segment in
      segment.terms = segment.terms.compactMap { term in
        concepts[term.concept].map { TermMark(range: term.range, concept: $0) }
      }
    }
  }

  private mutating func segment(_ child: XMLElement, number: Int) -> Segment {
    let target = child.child("target")
    let source = child.child("source").map { content.read($0) } ?? []
    let terms = content.terms
    if !terms.isEmpty { hasTerms = true }
    let translation = target.map { content.read($0) }
    let hasText = translation.map { !$0.isBlank } ?? false
    // Some tools put the state on the target, where the standard has none.
    let written = child["state"] ?? target?["state"]
    let state = written.flatMap(UnitState.init)
    if let state, state > .initial, !hasText, !source.isBlank {
      findings.append(
        Finding(
          rule: "state-mismatch", severity: .warning,
          message: "the state is \(state.rawValue) and there is no translation; the text decides",
          line: child.line, unit: id, segment: child["id"].map(NameToken.decode)))
    }
    return Segment(
      id: child["id"].map(NameToken.decode) ?? "s\(number)", source: source,
      target: translation,
      state: hasText ? state ?? (written == nil ? .translated : .initial) : .initial,
      subState: child["subState"], terms: terms)
  }

  static func notes(in element: XMLElement) -> [Note] {
    element.children.filter { $0.name == "note" }.map {
      Note(category: $0["category"], text: $0.text, priority: $0["priority"].flatMap(Int.init))
    }
  }

  private func entries(of glossary: XMLElement) -> [GlossaryEntry] {
    glossary.children.filter { $0.name == "glossEntry" }.map { entry in
      GlossaryEntry(
        concept: NameToken.decode(entry["id"] ?? ""), term: entry.child("term")?.text ?? "",
        translations: entry.children.filter { $0.name == "translation" }.map(\.text),
        definition: entry.child("definition").map(\.text).flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  /// A match of a whole unit is one of its only segment.
  private func matches(of matches: XMLElement, in unit: TranslationUnit) -> [TranslationMatch] {
    matches.children.compactMap { match in
      guard let source = match.children.first(where: { $0.name == "source" }),
        let target = match.children.first(where: { $0.name == "target" })
      else { return nil }
      var reader = XLIFF2ContentReader(
        data: match.children.first { $0.name == "originalData" })
      let reference = match["ref"].map { String($0.drop { $0 == "#" }) } ?? ""
      let segments = unit.segments.map(\.id)
      return TranslationMatch(
        segment: segments.first { NameToken.encode($0) == reference } ?? segments.first ?? "",
        source: reader.read(source), target: reader.read(target),
        similarity: match["similarity"].flatMap(Double.init) ?? 0, origin: match["origin"] ?? "")
    }
  }
}
