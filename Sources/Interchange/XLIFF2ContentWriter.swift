import ArticleModel
import Markup

/// Writes the sources and targets of one unit: text, codes, marks and the data of the codes.
struct XLIFF2ContentWriter {
  var names: UnitNames
  private let unit: String
  private var data: [(id: String, text: String)] = []
  private var dataIDs: [String: String] = [:]
  /// Which halves of pairs the unit has.
  private var openings: Set<String> = []
  private var closings: Set<String> = []
  private var targetOpenings: Set<String> = []
  private var targetClosings: Set<String> = []
  /// Codes that a target has more than once, which therefore can be copied.
  private var copied: Set<String> = []
  /// The name under which a code was last opened, by its identifier: a copy has a name of its own.
  private var opened: [String: String] = [:]
  private var writtenInTarget: Set<String> = []

  init(
    unit: String, names: UnitNames, sources: [[Inline]], targets: [[Inline]]
  ) throws(InterchangeError) {
    self.unit = unit
    self.names = names
    let inSource = sources.flatMap(\.codes)
    let inTarget = targets.flatMap(\.codes)
    let sourceCopies = try Self.halves(
      of: inSource, unit: unit, openings: &openings, closings: &closings)
    if let copy = sourceCopies.first {
      throw .unwritable(unit: unit, message: "the source has the code \(copy) twice")
    }
    copied = try Self.halves(
      of: inTarget, unit: unit, openings: &targetOpenings, closings: &targetClosings)
    for code in inSource + inTarget where !code.data.isEmpty && dataIDs[code.data] == nil {
      let id = "d\(data.count + 1)"
      dataIDs[code.data] = id
      data.append((id, code.data))
    }
  }

  /// Collects the halves of pairs, checks their order, and returns the codes that stand twice.
  private static func halves(
    of codes: [InlineCode], unit: String, openings: inout Set<String>, closings: inout Set<String>
  ) throws(InterchangeError) -> Set<String> {
    var seen: Set<String> = []
    var copies: Set<String> = []
    var open: [String: Int] = [:]
    for code in codes {
      switch code.position {
      case .standalone:
        if !seen.insert(code.id).inserted { copies.insert(code.id) }
      case .opening:
        if closings.contains(code.id), !openings.contains(code.id) {
          throw .unwritable(
            unit: unit, message: "the code \(code.id) is closed before it is opened")
        }
        if !seen.insert(code.id).inserted { copies.insert(code.id) }
        openings.insert(code.id)
        open[code.id, default: 0] += 1
      case .closing:
        if openings.contains(code.id) {
          guard open[code.id, default: 0] > 0 else {
            throw .unwritable(unit: unit, message: "the code \(code.id) is closed twice")
          }
          open[code.id, default: 0] -= 1
        } else if !seen.insert(code.id).inserted {
          throw .unwritable(unit: unit, message: "the code \(code.id) is closed twice")
        }
        closings.insert(code.id)
      }
    }
    return copies
  }

  func writeOriginalData(to xml: inout XMLWriter) {
    guard !data.isEmpty else { return }
    xml.start("originalData")
    for (id, text) in data {
      xml.start("data", [("id", id)])
      Self.write(text, to: &xml)
      xml.end()
    }
    xml.end()
  }

  mutating func writeSource(
    _ content: [Inline], marks: [GlossaryLinks.Mark], to xml: inout XMLWriter
  ) {
    write(InlineLayout.tokens(for: content, marks: marks.map(\.range)), marks: marks, to: &xml)
  }

  mutating func writeTarget(_ content: [Inline], to xml: inout XMLWriter) {
    write(InlineLayout.tokens(for: content), marks: [], inTarget: true, to: &xml)
  }

  /// Writes text, and `cp` for what XML cannot hold (XLIFF 2.1, section 4.2.3.1).
  private static func write(_ text: String, to xml: inout XMLWriter) {
    xml.beginMixed()
    if XMLEscape.isAllowed(text) { return xml.text(text) }
    var run = ""
    for scalar in text.unicodeScalars {
      if XMLEscape.isAllowed(scalar) {
        run.unicodeScalars.append(scalar)
        continue
      }
      xml.text(run)
      run = ""
      let hex = String(scalar.value, radix: 16, uppercase: true)
      xml.empty("cp", [("hex", String(repeating: "0", count: 4 - hex.count) + hex)])
    }
    xml.text(run)
  }

  private mutating func write(
    _ tokens: [InlineToken], marks: [GlossaryLinks.Mark], inTarget: Bool = false,
    to xml: inout XMLWriter
  ) {
    xml.beginMixed()
    for token in tokens {
      switch token {
      case .text(let text): Self.write(text, to: &xml)
      case .pairEnd, .markEnd: xml.end()
      case .standalone(let code):
        xml.empty(
          "ph",
          identity(of: code, inTarget: inTarget) + type(of: code) + [
            ("equiv", Self.equivalent(of: code)), ("disp", "[\(code.kind.rawValue)]"),
            ("dataRef", dataIDs[code.data]),
          ])
      case .pairStart(let code, let closing):
        xml.start(
          "pc",
          identity(of: code, inTarget: inTarget) + type(of: code) + [
            ("dispStart", "[\(code.kind.rawValue)]"), ("dispEnd", "[/\(code.kind.rawValue)]"),
            ("dataRefStart", dataIDs[code.data]), ("dataRefEnd", dataIDs[closing.data]),
          ])
      case .opening(let code):
        let hasPartner =
          closings.contains(code.id) || (inTarget && targetClosings.contains(code.id))
        xml.empty(
          "sc",
          identity(of: code, inTarget: inTarget) + [("isolated", hasPartner ? nil : "yes")]
            + type(of: code)
            + [("disp", "[\(code.kind.rawValue)]"), ("dataRef", dataIDs[code.data])])
      case .closing(let code): writeClosing(code, inTarget: inTarget, to: &xml)
      case .markStart(let mark): xml.start("mrk", Self.attributes(of: marks[mark]))
      case .markOpening(let mark): xml.empty("sm", Self.attributes(of: marks[mark]))
      case .markClosing(let mark): xml.empty("em", [("startRef", marks[mark].id)])
      }
    }
  }

  private mutating func writeClosing(
    _ code: InlineCode, inTarget: Bool, to xml: inout XMLWriter
  ) {
    let hasPartner = openings.contains(code.id) || (inTarget && targetOpenings.contains(code.id))
    let identity: [(String, String?)]
    if hasPartner {
      identity =
        [("startRef", opened[code.id] ?? names.code(code.id))] + Self.limits(copied, code.id)
    } else {
      identity = self.identity(of: code, inTarget: inTarget) + [("isolated", "yes")]
    }
    xml.empty(
      "ec",
      identity + type(of: code)
        + [("disp", "[/\(code.kind.rawValue)]"), ("dataRef", dataIDs[code.data])])
  }

  /// Identifier and permissions: no code of an article may get lost, or come twice.
  private mutating func identity(of code: InlineCode, inTarget: Bool) -> [(String, String?)] {
    let name = names.code(code.id)
    guard inTarget, !writtenInTarget.insert(code.id).inserted else {
      opened[code.id] = name
      return [("id", name)] + Self.limits(copied, code.id)
    }
    let copy = names.fresh("\(name)-", from: 2)
    opened[code.id] = copy
    return [("id", copy), ("copyOf", name)] + Self.limits(copied, code.id)
  }

  private static func limits(_ copied: Set<String>, _ id: String) -> [(String, String?)] {
    [("canCopy", copied.contains(id) ? nil : "no"), ("canDelete", "no")]
  }

  private func type(of code: InlineCode) -> [(String, String?)] {
    let (type, subType) = CodeType.type(of: code.kind)
    return [("type", type), ("subType", subType ?? code.subType)]
  }

  private static func equivalent(of code: InlineCode) -> String? {
    switch code.kind {
    case .lineBreak: "\n"
    case .image: code.attributes["alt"]
    default: nil
    }
  }

  private static func attributes(of mark: GlossaryLinks.Mark) -> [(String, String?)] {
    [("id", mark.id), ("type", "term"), ("ref", "#gls=\(mark.entry)")]
  }
}
