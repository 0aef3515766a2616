import ArticleModel
import Markup

/// Checks what one unit says of itself: identifiers, references, pairs, languages, order.
struct XLIFF2UnitChecker {
  private let unit: XMLElement
  private let source: String
  private let target: String?
  private var data: Set<String> = []
  private var findings: [Finding] = []
  /// The start codes that the sources close: a target may not have come to the end of one yet.
  private var closedInSource: Set<String> = []

  init(_ unit: XMLElement, source: String, target: String?) {
    self.unit = unit
    self.source = source
    self.target = target
  }

  mutating func check() -> [Finding] {
    for entry in unit.child("originalData")?.children ?? [] {
      guard let id = entry["id"] else { continue }
      if !data.insert(id).inserted {
        report(entry, "duplicate-id", "two data elements have the id \(id)", "4.3.1.21")
      }
    }
    let parts = unit.children.filter { $0.name == "segment" || $0.name == "ignorable" }
    var ids: Set<String> = []
    for part in parts {
      if let id = part["id"], !ids.insert(id).inserted {
        report(part, "duplicate-id", "the id \(id) is there twice in the unit", "4.3.1.21")
      }
      checkState(part)
    }
    checkSide(parts.compactMap { $0.child("source") }, ids: ids, language: source)
    checkSide(parts.compactMap { $0.child("target") }, ids: ids, language: target)
    checkOrder(parts)
    return findings
  }

  private mutating func checkState(_ part: XMLElement) {
    if let target = part.child("target"), self.target == nil {
      report(target, "language", "there is a target, and <xliff> has no trgLang", "4.3.1.36")
    }
    guard let subState = part["subState"] else { return }
    if part["state"] == nil {
      report(part, "state", "subState without state; add the state", "4.3.1.31")
    }
    let fields = subState.split(separator: ":", omittingEmptySubsequences: false)
    if fields.count < 2 || fields.contains(where: \.isEmpty) {
      report(part, "state", "subState=\"\(subState)\" is not prefix:value", "4.3.1.31")
    }
  }

  /// All sources, or all targets, of a unit: identifiers are unique in each.
  private mutating func checkSide(
    _ contents: [XMLElement], ids: Set<String>, language: String?
  ) {
    var side = Side(ids: ids)
    for content in contents {
      if let tag = content[XLIFFNamespace.xml, "lang"], let language,
        tag.lowercased() != language.lowercased()
      {
        report(content, "language", "xml:lang is \(tag), the document says \(language)", "4.3.2")
      }
      collect(content, &side)
    }
    for closing in side.closings {
      if let reference = closing["startRef"] {
        if side.openings.removeValue(forKey: reference) == nil {
          report(closing, "code", "no <sc> before it has the id \(reference)", "4.2.3.5")
        }
      }
    }
    for (id, opening) in side.openings.sorted(by: { $0.key < $1.key })
    where opening["isolated"] != "yes" && !closedInSource.contains(id) {
      report(
        opening, "code", "no <ec> closes it, and isolated is not yes", "4.3.1.23")
    }
    closedInSource.formUnion(side.closings.compactMap { $0["startRef"] })
    for (id, mark) in side.openMarks.sorted(by: { $0.key < $1.key }) {
      report(mark, "mark", "no <em> closes the mark \(id)", "4.2.3.8")
    }
  }

  private struct Side {
    var ids: Set<String>
    var openings: [String: XMLElement] = [:]
    var closings: [XMLElement] = []
    var openMarks: [String: XMLElement] = [:]
  }

  private mutating func collect(_ parent: XMLElement, _ side: inout Side) {
    for element in parent.children where element.namespace == unit.namespace {
      if let id = element["id"], element.name != "cp", !side.ids.insert(id).inserted {
        report(element, "duplicate-id", "the id \(id) is there twice in the unit", "4.3.1.21")
      }
      for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
        if let reference = element[name], !data.contains(reference) {
          report(
            element, "reference", "\(name)=\"\(reference)\" names no data of the unit", "4.3.1.8")
        }
      }
      checkSubType(element)
      switch element.name {
      case "sc": if let id = element["id"] { side.openings[id] = element }
      case "ec":
        checkClosing(element)
        side.closings.append(element)
      case "sm": if let id = element["id"] { side.openMarks[id] = element }
      case "em":
        if let reference = element["startRef"], side.openMarks.removeValue(forKey: reference) == nil
        {
          report(element, "mark", "no <sm> before it has the id \(reference)", "4.2.3.9")
        }
      default: break
      }
      collect(element, &side)
    }
  }

  private mutating func checkClosing(_ element: XMLElement) {
    let isIsolated = element["isolated"] == "yes"
    if isIsolated, element["id"] == nil || element["startRef"] != nil {
      report(element, "code", "an isolated <ec> has an id and no startRef", "4.2.3.5")
    }
    if !isIsolated, element["startRef"] == nil || element["id"] != nil {
      report(element, "code", "an <ec> that is not isolated has a startRef and no id", "4.2.3.5")
    }
  }

  private mutating func checkSubType(_ element: XMLElement) {
    guard let subType = element["subType"] else { return }
    if element["type"] == nil {
      report(element, "attribute", "subType without type; add the type", "4.3.1.32")
    }
    let isFormat = element["type"] == "fmt"
    let known: Set = ["xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u"]
    if subType.hasPrefix("xlf:"), subType != "xlf:var", !isFormat || !known.contains(subType) {
      report(element, "value", "subType=\"\(subType)\" does not go with this type", "4.3.1.32")
    }
  }

  /// The targets' order is a rearrangement of the parts' own (section 4.3.1.26).
  private mutating func checkOrder(_ parts: [XMLElement]) {
    let orders = parts.enumerated().map { index, part in
      part.child("target")?["order"].flatMap { Int($0) } ?? index + 1
    }
    guard Set(orders).count != orders.count || orders.contains(where: { $0 > parts.count }) else {
      return
    }
    report(
      unit, "order", "the orders of the targets are not those of \(parts.count) parts", "4.3.1.26")
  }

  private mutating func report(
    _ element: XMLElement, _ rule: String, _ message: String, _ section: String
  ) {
    findings.append(
      Finding(
        rule: rule, severity: .error, message: "\(message) (XLIFF 2.1, \(section))",
        line: element.line, unit: unit["id"]))
  }
}
