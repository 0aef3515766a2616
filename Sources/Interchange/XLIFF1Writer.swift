import ArticleModel
import Markup

/// Writes XLIFF 1.2: a trans-unit a segment.
///
/// A unit with one segment is a trans-unit, one with several a group. White space between two
/// segments is the context of the one before it; what lies between with codes in it is a trans-unit
/// that is not to be translated. Terms are notes: the version has no glossary.
struct XLIFF1Writer: BundleWriter {
  static let unitType = "x-unit"
  static let ignorableType = "x-ignorable"
  static let gapBefore = "x-gap-before"
  static let gapAfter = "x-gap-after"
  static let metadataPrefix = "meta:"
  static let glossaryAuthor = "glossary"

  let isPrefilled: Bool
  var xml = XMLWriter()
  private var hasFile = false
  private var groups: [UnitGroup] = []

  init(isPrefilled: Bool) { self.isPrefilled = isPrefilled }

  mutating func start(_ first: TranslationBundle, modules: Set<XLIFFModule>) {
    xml.start("xliff", [("xmlns", XLIFFNamespace.core12), ("version", "1.2")])
  }

  mutating func begin(_ bundle: TranslationBundle) {
    endFile()
    hasFile = true
    xml.start(
      "file",
      [
        ("original", bundle.original ?? bundle.articleID),
        ("source-language", bundle.sourceLocale.identifier),
        ("target-language", bundle.targetLocale?.identifier), ("datatype", "html"),
      ])
    header(bundle)
    xml.start("body")
  }

  private mutating func header(_ bundle: TranslationBundle) {
    let hasName = bundle.articleID != bundle.original
    guard hasName || !bundle.notes.isEmpty || !bundle.metadata.isEmpty else { return }
    xml.start("header")
    // The identifier has no attribute of its own in this version; a skeleton names what the
    // translation is put back into.
    if hasName {
      xml.start("skl")
      xml.empty("external-file", [("href", bundle.articleID)])
      xml.end()
    }
    notes(bundle.notes)
    for (name, value) in bundle.metadata {
      xml.element("note", [("from", Self.metadataPrefix + name)], text: value)
    }
    xml.end()
  }

  mutating func finish() {
    endFile()
    xml.end()
  }

  private mutating func endFile() {
    guard hasFile else { return }
    enter([])
    xml.end()
    xml.end()
    hasFile = false
  }

  /// Closes the groups that end, and opens those that begin.
  private mutating func enter(_ next: [UnitGroup]) {
    let shared = zip(groups, next).prefix { $0.0 == $0.1 }.count
    for _ in groups[shared...] { xml.end() }
    for group in next[shared...] {
      xml.start("group", [("id", group.id), ("resname", group.name)])
      notes(group.notes)
    }
    groups = next
  }

  private mutating func notes(_ notes: [Note]) {
    for note in notes {
      xml.element(
        "note", [("from", note.category), ("priority", note.priority.map(String.init))],
        text: note.text)
    }
  }

  mutating func unit(_ unit: TranslationUnit, hasTarget: Bool) {
    enter(unit.groups)
    let layout = XLIFF1Layout(unit)
    if layout.isSingle, let item = layout.items.first {
      return self.item(
        item, id: unit.id, name: unit.name, of: unit, hasTarget: hasTarget, isFirst: true)
    }
    xml.start(
      "group",
      [
        ("id", unit.id), ("resname", unit.name), ("restype", Self.unitType),
        ("translate", unit.isTranslatable ? nil : "no"),
      ])
    var gap = 0
    var isFirst = true
    for item in layout.items {
      if case .segment(let segment) = item.part {
        self.item(
          item, id: "\(unit.id)/\(segment.id)", of: unit, hasTarget: hasTarget, isFirst: isFirst)
        isFirst = false
      } else {
        gap += 1
        self.item(
          item, id: "\(unit.id)/~\(gap)", of: unit, hasTarget: hasTarget, isFirst: false)
      }
    }
    xml.end()
  }

  private mutating func item(
    _ item: XLIFF1Layout.Item, id: String, name: String? = nil, of unit: TranslationUnit,
    hasTarget: Bool, isFirst: Bool
  ) {
    guard case .segment(let segment) = item.part else {
      xml.start(
        "trans-unit",
        [
          ("id", id), ("restype", Self.ignorableType), ("translate", "no"),
          ("xml:space", "preserve"),
        ])
      content("source", item.part.source)
      if hasTarget, let target = item.part.target { content("target", target) }
      return xml.end()
    }
    let isFinal = segment.state == .final && hasTarget && segment.target != nil
    xml.start(
      "trans-unit",
      [
        // Some tools take the name for the key of a message: it must be unique.
        ("id", id), ("resname", name ?? id),
        ("restype", unit.role.map { "x-\($0.rawValue)" }),
        ("translate", unit.isTranslatable ? nil : "no"), ("approved", isFinal ? "yes" : nil),
        ("maxwidth", unit.sizeLimit.map(String.init)),
        ("size-unit", unit.sizeLimit == nil ? nil : "char"), ("xml:space", "preserve"),
      ])
    content("source", segment.source)
    if hasTarget, let target = segment.target {
      content("target", target, state: XLIFF1State.text(segment))
    } else if isPrefilled, unit.isTranslatable {
      content("target", segment.source, state: XLIFF1State.text(.initial))
    }
    gaps(item)
    if isFirst { notes(unit.notes) }
    glossary(of: unit, in: segment)
    if hasTarget { matches(of: unit, for: segment) }
    xml.end()
  }

  private mutating func gaps(_ item: XLIFF1Layout.Item) {
    guard item.before != nil || item.after != nil else { return }
    xml.start("context-group", [("purpose", "information")])
    for (type, text) in [(Self.gapBefore, item.before), (Self.gapAfter, item.after)] {
      if let text { xml.element("context", [("context-type", type)], text: text) }
    }
    xml.end()
  }

  private mutating func glossary(of unit: TranslationUnit, in segment: Segment) {
    let marked = Set(segment.terms.map(\.concept))
    for entry in unit.glossary where marked.contains(entry.concept) {
      let translations = entry.translations.joined(separator: " | ")
      xml.element(
        "note", [("from", Self.glossaryAuthor)], text: "\(entry.term) = \(translations)")
    }
  }

  private mutating func matches(of unit: TranslationUnit, for segment: Segment) {
    for match in unit.matches where match.segment == segment.id {
      xml.start(
        "alt-trans",
        [
          ("match-quality", XLIFF2Writer.decimal(match.similarity)),
          ("origin", match.origin.isEmpty ? nil : match.origin), ("xml:space", "preserve"),
        ])
      content("source", match.source)
      content("target", match.target)
      xml.end()
    }
  }

  /// Codes with data are `bpt`, `ept`, `it` and `ph`, those without are `g` and `x`.
  private mutating func content(_ name: String, _ content: [Inline], state: String? = nil) {
    xml.start(name, [("state", state)])
    xml.beginMixed()
    for token in InlineLayout.tokens(for: content) {
      switch token {
      case .text(let text): xml.text(text)
      case .standalone(let code): Self.write(code, "x", "ph", [], to: &xml)
      case .pairStart(let code, let closing):
        if code.data.isEmpty, closing.data.isEmpty {
          xml.start("g", Self.attributes(of: code))
        } else {
          xml.element("bpt", Self.attributes(of: code), text: code.data)
          ends.append(closing)
          continue
        }
        ends.append(nil)
      case .pairEnd:
        if let closing = ends.popLast() ?? nil {
          xml.element("ept", [("id", closing.id)], text: closing.data)
        } else {
          xml.end()
        }
      case .opening(let code): crossing(code, in: content, partner: .closing)
      case .closing(let code): crossing(code, in: content, partner: .opening)
      case .markStart, .markEnd, .markOpening, .markClosing: break
      }
    }
    xml.end()
  }

  /// The closing halves of the pairs that are open; none for a `g`, which ends as an element.
  private var ends: [InlineCode?] = []

  /// A half whose partner is in the content but crosses another pair, or is in another segment.
  private mutating func crossing(
    _ code: InlineCode, in content: [Inline], partner: InlineCode.Position
  ) {
    let isOpening = code.position == .opening
    if content.codes.contains(where: { $0.id == code.id && $0.position == partner }) {
      let attributes = isOpening ? Self.attributes(of: code) : [("id", code.id)]
      xml.element(isOpening ? "bpt" : "ept", attributes, text: code.data)
    } else {
      xml.element(
        "it", Self.attributes(of: code) + [("pos", isOpening ? "open" : "close")], text: code.data)
    }
  }

  private static func write(
    _ code: InlineCode, _ empty: String, _ full: String, _ extra: [(String, String?)],
    to xml: inout XMLWriter
  ) {
    if code.data.isEmpty {
      xml.empty(empty, attributes(of: code) + extra)
    } else {
      xml.element(full, attributes(of: code) + extra, text: code.data)
    }
  }

  private static func attributes(of code: InlineCode) -> [(String, String?)] {
    var type = CodeType.type12(of: code.kind, isPlaceholder: code.position == .standalone)
    if let subType = code.subType, subType.hasPrefix(XLIFF1State.prefix) {
      type = String(subType.dropFirst(XLIFF1State.prefix.count))
    }
    return [("id", code.id), ("ctype", type)]
  }
}

/// How the parts of a unit become trans-units.
struct XLIFF1Layout {
  /// A trans-unit, with the white space around it.
  struct Item {
    var part: UnitPart
    var before: String?
    var after: String?
  }

  private(set) var items: [Item] = []
  /// Whether the unit is one trans-unit that needs no group around it.
  private(set) var isSingle = false

  init(_ unit: TranslationUnit) {
    var waiting: String?
    for part in unit.parts {
      guard case .ignorable(let source, nil) = part, source.codes.isEmpty else {
        items.append(Item(part: part, before: waiting))
        waiting = nil
        continue
      }
      if case .segment? = items.last?.part, items.last?.after == nil {
        items[items.count - 1].after = source.textOnly
      } else {
        waiting = source.textOnly
      }
    }
    if let waiting { items.append(Item(part: .ignorable(source: [.text(waiting)], target: nil))) }
    if items.count == 1, case .segment(let segment) = items[0].part {
      isSingle = segment.id == "s1"
    }
  }
}
