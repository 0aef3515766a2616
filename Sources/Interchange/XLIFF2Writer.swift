import ArticleModel
import Markup

/// Writes XLIFF 2: the structure; content is in ``XLIFF2ContentWriter``.
struct XLIFF2Writer: BundleWriter {
  let version: XLIFFVersion
  var xml = XMLWriter()
  private var modules: Set<XLIFFModule> = []
  private var hasFile = false
  private var groups: [UnitGroup] = []

  init(version: XLIFFVersion) { self.version = version }

  mutating func start(_ first: TranslationBundle, modules: Set<XLIFFModule>) {
    self.modules = modules
    func space(_ module: XLIFFModule, _ name: String) -> String? {
      modules.contains(module) ? name : nil
    }
    let hasITS = self.hasITS
    xml.start(
      "xliff",
      [
        ("xmlns", version.namespace),
        ("xmlns:mda", space(.metadata, XLIFFNamespace.metadata)),
        ("xmlns:gls", space(.glossary, XLIFFNamespace.glossary)),
        ("xmlns:mtc", space(.matches, XLIFFNamespace.matches)),
        ("xmlns:slr", space(.sizes, XLIFFNamespace.sizes)),
        ("xmlns:its", hasITS ? XLIFFNamespace.its : nil),
        ("xmlns:itsm", hasITS ? XLIFFNamespace.itsm : nil),
        ("its:version", hasITS ? "2.0" : nil),
        ("version", version.rawValue),
        ("srcLang", first.sourceLocale.identifier),
        ("trgLang", first.targetLocale?.identifier),
      ])
  }

  private var hasITS: Bool { version.hasITS && modules.contains(.its) }

  mutating func begin(_ bundle: TranslationBundle) {
    endFile()
    hasFile = true
    xml.start(
      "file",
      [
        ("id", NameToken.encode(bundle.articleID)), ("original", bundle.original),
        // The sections of the site are the page's domain (XLIFF 2.1, section 5.9.5.1).
        ("itsm:domains", hasITS ? bundle.section : nil),
      ])
    if modules.contains(.sizes) {
      xml.empty("slr:profiles", [("generalProfile", "xliff:codepoints")])
    }
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
  }

  mutating func finish() {
    endFile()
    xml.end()
  }

  private mutating func endFile() {
    guard hasFile else { return }
    enter([])
    xml.end()
    hasFile = false
  }

  /// Closes the groups that end, and opens those that begin.
  private mutating func enter(_ next: [UnitGroup]) {
    let shared = zip(groups, next).prefix { $0.0 == $0.1 }.count
    for _ in groups[shared...] { xml.end() }
    for group in next[shared...] {
      xml.start("group", [("id", NameToken.encode(group.id)), ("name", group.name)])
      notes(group.notes)
    }
    groups = next
  }

  private mutating func notes(_ notes: [Note]) {
    guard !notes.isEmpty else { return }
    xml.start("notes")
    for note in notes {
      xml.element(
        "note", [("category", note.category), ("priority", note.priority.map(String.init))],
        text: note.text)
    }
    xml.end()
  }

  mutating func unit(_ unit: TranslationUnit, hasTarget: Bool) throws(InterchangeError) {
    enter(unit.groups)
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
        ("id", NameToken.encode(unit.id)), ("name", unit.role?.rawValue ?? unit.name),
        ("translate", unit.isTranslatable ? nil : "no"), ("xml:space", "preserve"),
        ("slr:sizeRestriction", unit.sizeLimit.map(String.init)),
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
        xml.start(
          "segment",
          [
            ("id", names.segment(value.id)), ("state", state.rawValue),
            ("subState", targets[index] == nil ? nil : value.subState),
          ])
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
          ("similarity", Self.decimal(match.similarity)),
          ("origin", match.origin.isEmpty ? nil : match.origin),
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
