import ArticleModel
import Markup

/// Writes XLIFF 2: the structure; content is in ``XLIFF2ContentWriter``.
struct XLIFF2Writer {
  let version: XLIFFVersion
  private var xml = XMLWriter()

  init(version: XLIFFVersion) { self.version = version }

  mutating func bytes(for bundles: [TranslationBundle]) throws(InterchangeError) -> [UInt8] {
    let units = bundles.flatMap(\.units)
    xml.start(
      "xliff",
      [
        ("xmlns", version.namespace),
        ("xmlns:mda", bundles.contains { !$0.metadata.isEmpty } ? XLIFFNamespace.metadata : nil),
        ("xmlns:gls", units.contains { !$0.glossary.isEmpty } ? XLIFFNamespace.glossary : nil),
        ("xmlns:mtc", units.contains { !$0.matches.isEmpty } ? XLIFFNamespace.matches : nil),
        ("version", version.rawValue),
        ("srcLang", bundles[0].sourceLocale.identifier),
        ("trgLang", bundles[0].targetLocale?.identifier),
      ])
    for bundle in bundles { try file(bundle) }
    xml.end()
    return xml.bytes
  }

  private mutating func file(_ bundle: TranslationBundle) throws(InterchangeError) {
    xml.start(
      "file", [("id", NameToken.encode(bundle.articleID)), ("original", bundle.original)])
    if !bundle.metadata.isEmpty {
      xml.start("mda:metadata")
      xml.start("mda:metaGroup", [("category", "article")])
      for (name, value) in bundle.metadata {
        xml.element("mda:meta", [("type", name)], text: value)
      }
      xml.end()
      xml.end()
    }
    notes(bundle.notes)
    for unit in bundle.units { try self.unit(unit, hasTarget: bundle.targetLocale != nil) }
    xml.end()
  }

  private mutating func notes(_ notes: [Note]) {
    guard !notes.isEmpty else { return }
    xml.start("notes")
    for note in notes { xml.element("note", [("category", note.category)], text: note.text) }
    xml.end()
  }

  private mutating func unit(
    _ unit: TranslationUnit, hasTarget: Bool
  ) throws(InterchangeError) {
    let sources = unit.parts.map(\.source)
    let targets = unit.parts.map { hasTarget ? $0.target : nil }
    let names = try UnitNames(
      segments: unit.segments.map(\.id), contents: sources + targets.compactMap { $0 },
      unit: unit.id)
    var content = try XLIFF2ContentWriter(
      unit: unit.id, names: names, sources: sources, targets: targets.compactMap { $0 })
    let glossary = GlossaryLinks(unit: unit, content: &content)

    xml.start(
      "unit",
      [
        ("id", NameToken.encode(unit.id)), ("name", unit.role?.rawValue),
        ("translate", unit.isTranslatable ? nil : "no"), ("xml:space", "preserve"),
      ])
    matches(unit, names: names, hasTarget: hasTarget)
    self.glossary(unit, links: glossary)
    notes(unit.notes)
    content.writeOriginalData(to: &xml)
    var segment = 0
    for (index, part) in unit.parts.enumerated() {
      var marks: [GlossaryLinks.Mark] = []
      if case .segment(let value) = part {
        // A state without a target says what is not so (XLIFF 2.1, section 4.3.1.30).
        let state = targets[index] == nil ? .initial : value.state
        xml.start("segment", [("id", names.segment(value.id)), ("state", state.rawValue)])
        marks = glossary.marks[segment]
        segment += 1
      } else {
        xml.start("ignorable")
      }
      xml.start("source")
      content.writeSource(part.source, marks: marks, to: &xml)
      xml.end()
      if let target = targets[index] {
        xml.start("target")
        content.writeTarget(target, to: &xml)
        xml.end()
      }
      xml.end()
    }
    xml.end()
  }

  private mutating func glossary(_ unit: TranslationUnit, links: GlossaryLinks) {
    guard !links.entries.isEmpty else { return }
    xml.start("gls:glossary")
    for (entry, id, mark) in links.entries {
      xml.start("gls:glossEntry", [("id", id), ("ref", mark.map { "#\($0)" })])
      xml.element("gls:term", text: entry.term)
      for translation in entry.translations { xml.element("gls:translation", text: translation) }
      // An entry must have one of the two (XLIFF 2.1, section 5.2.4.2).
      if entry.definition != nil || entry.translations.isEmpty {
        xml.element("gls:definition", text: entry.definition ?? "")
      }
      xml.end()
    }
    xml.end()
  }

  /// A match whose codes cannot be written is left out: it is an offer, not content.
  private mutating func matches(_ unit: TranslationUnit, names: UnitNames, hasTarget: Bool) {
    guard hasTarget else { return }
    let known = Set(unit.segments.map(\.id))
    let writable = unit.matches.compactMap { match -> (TranslationMatch, XLIFF2ContentWriter)? in
      guard known.contains(match.segment),
        let names = try? UnitNames(
          segments: [], contents: [match.source, match.target], unit: unit.id),
        let content = try? XLIFF2ContentWriter(
          unit: unit.id, names: names, sources: [match.source], targets: [match.target])
      else { return nil }
      return (match, content)
    }
    guard !writable.isEmpty else { return }
    xml.start("mtc:matches")
    for (match, content) in writable {
      var content = content
      xml.start(
        "mtc:match",
        [
          ("ref", "#\(names.segment(match.segment))"),
          ("similarity", Self.decimal(match.similarity)), ("origin", match.origin),
        ])
      content.writeOriginalData(to: &xml)
      xml.start("source")
      content.writeSource(match.source, marks: [], to: &xml)
      xml.end()
      xml.start("target")
      content.writeTarget(match.target, to: &xml)
      xml.end()
      xml.end()
    }
    xml.end()
  }

  /// A percentage as XML Schema's `decimal` has it: no exponent, no needless fraction.
  static func decimal(_ value: Double) -> String {
    let clamped = value.isNaN ? 0 : min(100, max(0, value))
    let text = clamped.description
    if text.contains("e") { return "0" }
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension UnitPart {
  /// The target of either.
  var target: [Inline]? {
    switch self {
    case .segment(let segment): segment.target
    case .ignorable(_, let target): target
    }
  }
}
