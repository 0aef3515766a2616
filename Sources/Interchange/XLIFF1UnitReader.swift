import ArticleModel
import Markup

/// Reads one `<trans-unit>` of XLIFF 1.2: a unit of its own, or a part of one.
struct XLIFF1UnitReader {
  private let element: XMLElement
  private let isTranslatable: Bool
  private let id: String
  private var content = XLIFF1ContentReader()
  private(set) var findings: [Finding] = []
  private var source: XMLElement?
  private var target: XMLElement?
  private var cut: XMLElement?
  /// What stands before and after the text in the unit that the trans-unit is a part of.
  private var gapBefore: String?
  private var gapAfter: String?

  init(_ element: XMLElement, isTranslatable: Bool) {
    self.element = element
    self.isTranslatable = element["translate"].map { $0 != "no" } ?? isTranslatable
    id = element["id"] ?? ""
    for child in element.children where child.isBeside(element) {
      switch child.name {
      case "source": source = source ?? child
      case "target": target = target ?? child
      case "seg-source": cut = cut ?? child
      case "context-group": readGaps(child)
      default: break
      }
    }
  }

  private mutating func read(_ element: XMLElement?) -> [Inline]? {
    guard let element else { return nil }
    return content.read(element)
  }

  private mutating func readGaps(_ group: XMLElement) {
    for context in group.children {
      switch context["context-type"] {
      case XLIFF1Writer.gapBefore: gapBefore = gapBefore ?? context.text
      case XLIFF1Writer.gapAfter: gapAfter = gapAfter ?? context.text
      default: break
      }
    }
  }

  /// The trans-unit as a unit; `seg-source` cuts it into segments.
  mutating func unit() -> TranslationUnit {
    var unit = TranslationUnit(
      id: id, role: role, name: element["resname"] == id ? nil : element["resname"],
      isTranslatable: isTranslatable, parts: [])
    if unit.role == nil, let role = unit.name.flatMap(BlockRole.init) {
      unit.role = role
      unit.name = nil
    }
    add(to: &unit)
    return unit
  }

  /// Adds what the trans-unit holds to a unit.
  mutating func add(to unit: inout TranslationUnit) {
    let first = unit.parts.count
    unit.role = unit.role ?? role
    if element["size-unit"] == "char", let limit = element["maxwidth"].flatMap(Int.init) {
      unit.sizeLimit = limit
    }
    if let gap = gapBefore {
      unit.parts.append(.ignorable(source: [.text(gap)], target: nil))
    }
    let source = read(self.source) ?? []
    if element["restype"] == XLIFF1Writer.ignorableType {
      unit.parts.append(
        .ignorable(source: source, target: read(target)))
    } else if let cut, cut.children.contains(where: Self.isSegment) {
      addSegments(of: cut, to: &unit)
    } else {
      unit.parts.append(.segment(segment(source, in: unit)))
    }
    if let gap = gapAfter {
      unit.parts.append(.ignorable(source: [.text(gap)], target: nil))
    }
    addRemarks(to: &unit, segments: unit.parts[first...])
    report()
  }

  private var role: BlockRole? {
    element["restype"].flatMap {
      $0.hasPrefix("x-") ? BlockRole(rawValue: String(Substring($0.utf8.dropFirst(2)))) : nil
    }
  }

  private mutating func segment(_ source: [Inline], in unit: TranslationUnit) -> Segment {
    let prefix = unit.id + "/"
    let name =
      id.hasPrefix(prefix)
      ? String(Substring(id.utf8.dropFirst(prefix.utf8.count))) : "s\(unit.segments.count + 1)"
    let translation = read(target)
    let (state, subState) = self.state(
      hasText: !(translation ?? []).isBlank, hasSource: !source.isBlank)
    return Segment(id: name, source: source, target: translation, state: state, subState: subState)
  }

  /// The state by the table of the documentation; the text decides where it contradicts.
  private mutating func state(hasText: Bool, hasSource: Bool) -> (UnitState, String?) {
    let written = target?["state"]
    let isApproved = element["approved"] == "yes"
    var state = written.map(XLIFF1State.state) ?? (isApproved ? .final : .translated)
    if isApproved, state > .initial { state = .final }
    guard hasText else {
      if state > .initial, written != nil || isApproved, hasSource {
        findings.append(
          Finding(
            rule: "state-mismatch", severity: .warning,
            message: "the state is \(written ?? "approved") and there is no translation; "
              + "the text decides",
            line: element.line, unit: id))
      }
      return (.initial, nil)
    }
    return (state, written.flatMap { XLIFF1State.subState($0, for: state) })
  }

  private static func isSegment(_ element: XMLElement) -> Bool {
    element.name == "mrk" && element["mtype"] == "seg"
  }

  /// Segments as the marks of `seg-source` have them, with the target's marks of the same `mid`.
  private mutating func addSegments(of cut: XMLElement, to unit: inout TranslationUnit) {
    let targets = target.map { $0.children.filter(Self.isSegment) } ?? []
    for item in cut.content {
      switch item {
      case .text(let text): unit.parts.append(.ignorable(source: [.text(text)], target: nil))
      case .element(let mark) where Self.isSegment(mark):
        let source = content.read(mark)
        let target = targets.first { $0["mid"] == mark["mid"] }.map { content.read($0) }
        let (state, subState) = self.state(
          hasText: !(target ?? []).isBlank, hasSource: !source.isBlank)
        unit.parts.append(
          .segment(
            Segment(
              id: mark["mid"] ?? "s\(unit.segments.count + 1)", source: source, target: target,
              state: state, subState: subState)))
      case .element:
        unit.parts.append(.ignorable(source: content.read([item]), target: nil))
      }
    }
  }

  private mutating func addRemarks(
    to unit: inout TranslationUnit, segments parts: ArraySlice<UnitPart>
  ) {
    // Most have no alternatives, and need not be looked for.
    func segment() -> Segment? {
      parts.lazy.compactMap { part in
        if case .segment(let segment) = part { segment } else { nil }
      }.first
    }
    for child in element.children {
      switch child.name {
      case "note":
        let note = Self.note(child)
        if !unit.notes.contains(note) { unit.notes.append(note) }
      case "alt-trans":
        guard let segment = segment(), let target = child.child("target"),
          child["alttranstype"] ?? "proposal" == "proposal"
        else { continue }
        let quality = (child["match-quality"] ?? "").prefix { $0.isNumber || $0 == "." }
        unit.matches.append(
          TranslationMatch(
            segment: segment.id,
            source: child.child("source").map { content.read($0) } ?? segment.source,
            target: content.read(target), similarity: min(100, Double(quality) ?? 0),
            origin: child["origin"] ?? ""))
      default: break
      }
    }
  }

  private mutating func report() {
    for (rule, message) in content.losses.sorted(by: { $0.key < $1.key }) {
      findings.append(
        Finding(
          rule: rule, severity: .information, message: message, line: element.line, unit: id))
    }
  }

  static func note(_ element: XMLElement) -> Note {
    Note(
      category: element["from"], text: element.text, priority: element["priority"].flatMap(Int.init)
    )
  }
}
