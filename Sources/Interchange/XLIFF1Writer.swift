import ArticleModel
import Markup

/// Writes XLIFF 1.2: a group a unit, a trans-unit a segment.
///
/// What lies between two segments is a trans-unit that is not to be translated, so that the
/// file read again gives the whole unit. Terms are notes: the version has no glossary.
struct XLIFF1Writer {
  static let unitType = "x-unit"
  static let ignorableType = "x-ignorable"
  static let glossaryAuthor = "glossary"

  let isPrefilled: Bool
  private var xml = XMLWriter()

  init(isPrefilled: Bool) { self.isPrefilled = isPrefilled }

  mutating func bytes(for bundles: [TranslationBundle]) throws(InterchangeError) -> [UInt8] {
    xml.start("xliff", [("xmlns", XLIFFNamespace.core12), ("version", "1.2")])
    for bundle in bundles { file(bundle) }
    xml.end()
    return xml.bytes
  }

  private mutating func file(_ bundle: TranslationBundle) {
    xml.start(
      "file",
      [
        ("original", bundle.original ?? bundle.articleID),
        ("source-language", bundle.sourceLocale.identifier),
        ("target-language", bundle.targetLocale?.identifier), ("datatype", "html"),
      ])
    xml.start("header")
    // The identifier has no attribute of its own in this version; a skeleton names what the
    // translation is put back into.
    xml.start("skl")
    xml.empty("external-file", [("href", bundle.articleID)])
    xml.end()
    for note in bundle.notes { xml.element("note", [("from", note.category)], text: note.text) }
    for (name, value) in bundle.metadata {
      xml.element("note", [("from", "meta:\(name)")], text: value)
    }
    xml.end()
    xml.start("body")
    for unit in bundle.units { self.unit(unit) }
    xml.end()
    xml.end()
  }

  private mutating func unit(_ unit: TranslationUnit) {
    xml.start(
      "group",
      [
        ("id", unit.id), ("resname", unit.role?.rawValue), ("restype", Self.unitType),
        ("translate", unit.isTranslatable ? nil : "no"),
      ])
    for note in unit.notes { xml.element("note", [("from", note.category)], text: note.text) }
    var gap = 0
    for part in unit.parts {
      switch part {
      case .segment(let segment): self.segment(segment, of: unit)
      case .ignorable(let source, let target):
        gap += 1
        xml.start(
          "trans-unit",
          [
            ("id", "\(unit.id)/~\(gap)"), ("restype", Self.ignorableType), ("translate", "no"),
            ("xml:space", "preserve"),
          ])
        content("source", source)
        if let target { content("target", target) }
        xml.end()
      }
    }
    xml.end()
  }

  private mutating func segment(_ segment: Segment, of unit: TranslationUnit) {
    xml.start(
      "trans-unit",
      [
        ("id", "\(unit.id)/\(segment.id)"), ("resname", segment.id),
        ("translate", unit.isTranslatable ? nil : "no"),
        ("approved", segment.state == .final && segment.target != nil ? "yes" : nil),
        ("xml:space", "preserve"),
      ])
    content("source", segment.source)
    if let target = segment.target {
      content("target", target, state: Self.state(segment.state))
    } else if isPrefilled, unit.isTranslatable {
      content("target", segment.source, state: Self.state(.initial))
    }
    let marked = Set(segment.terms.map(\.concept))
    for entry in unit.glossary where marked.contains(entry.concept) {
      let translations = entry.translations.joined(separator: " | ")
      xml.element(
        "note", [("from", Self.glossaryAuthor)], text: "\(entry.term) = \(translations)")
    }
    for match in unit.matches where match.segment == segment.id {
      let quality = XLIFF2Writer.decimal(match.similarity)
      xml.start("alt-trans", [("match-quality", quality), ("origin", match.origin)])
      content("source", match.source)
      content("target", match.target)
      xml.end()
    }
    xml.end()
  }

  static func state(_ state: UnitState) -> String {
    switch state {
    case .initial: "needs-translation"
    case .translated: "translated"
    case .reviewed: "signed-off"
    case .final: "final"
    }
  }

  private mutating func content(_ name: String, _ content: [Inline], state: String? = nil) {
    xml.start(name, [("state", state)])
    xml.beginMixed()
    let codes = content.codes
    let openings = Set(codes.filter { $0.position == .opening }.map(\.id))
    let closings = Set(codes.filter { $0.position == .closing }.map(\.id))
    for item in content {
      guard case .code(let code) = item else {
        if case .text(let text) = item { xml.text(text) }
        continue
      }
      let attributes: [(String, String?)] = [
        ("id", code.id), ("ctype", CodeType.type12(of: code.kind)),
      ]
      switch code.position {
      case .standalone: xml.element("ph", attributes, text: code.data)
      case .opening where closings.contains(code.id):
        xml.element("bpt", attributes, text: code.data)
      case .closing where openings.contains(code.id):
        xml.element("ept", [("id", code.id)], text: code.data)
      case .opening: xml.element("it", attributes + [("pos", "open")], text: code.data)
      case .closing: xml.element("it", attributes + [("pos", "close")], text: code.data)
      }
    }
    xml.end()
  }
}
