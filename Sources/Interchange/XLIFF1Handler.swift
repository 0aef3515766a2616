import ArticleModel
import Markup

/// Collects the units of an XLIFF 1.2 document: a trans-unit is a unit, and so is a group that says
/// it is one of ours, with the trans-units inside as its segments.
final class XLIFF1Handler: XMLHandler {
  private enum Scope {
    case file, group, unit, other
    /// A part that holds no text: what is inside is passed over.
    case skipped
  }

  private let output: BundleOutput
  private var scopes: [Scope] = []
  private var groups: [UnitGroup] = []
  private var isTranslatable: [Bool] = [true]
  private var unit: TranslationUnit?
  private var unitLine = 0
  private var unitFindings: [Finding] = []
  private var hasLanguage = false
  private var unnamedGroups = 0

  init(output: BundleOutput) { self.output = output }

  func start(_ element: XMLElement) -> Bool {
    if case .skipped? = scopes.last {
      scopes.append(.skipped)
      return false
    }
    switch element.name {
    case "file":
      scopes.append(beginFile(element) ? .file : .skipped)
    case "group":
      scopes.append(beginGroup(element))
    case "bin-unit":
      output.report(
        Finding(
          rule: "bin-unit", severity: .warning, message: "a bin-unit holds no text and is not read",
          line: element.line, unit: element["id"]))
      scopes.append(.skipped)
    case "header", "trans-unit": return true
    case "note": return scopes.last.map { $0 == .group || $0 == .unit } ?? false
    default: scopes.append(.other)
    }
    return false
  }

  private func beginFile(_ element: XMLElement) -> Bool {
    groups = []
    guard let source = element["source-language"].flatMap({ LocaleTag($0) }) else {
      output.report(
        Finding(
          rule: "language", severity: .error,
          message: "the file names no source-language and is not read; add it",
          line: element.line))
      return false
    }
    let original = element["original"]
    output.begin(
      TranslationBundle(
        articleID: original ?? "", original: original, sourceLocale: source,
        targetLocale: element["target-language"].flatMap { LocaleTag($0) }, units: []))
    return true
  }

  private func beginGroup(_ element: XMLElement) -> Scope {
    isTranslatable.append(element["translate"].map { $0 != "no" } ?? isTranslatable.last ?? true)
    if element["restype"] == XLIFF1Writer.unitType, unit == nil {
      unit = TranslationUnit(
        id: element["id"] ?? "",
        name: element["resname"] == element["id"] ? nil : element["resname"],
        groups: groups, isTranslatable: isTranslatable.last ?? true, parts: [])
      unitLine = element.line
      unitFindings = []
      return .unit
    }
    if element["id"] == nil { unnamedGroups += 1 }
    groups.append(UnitGroup(id: element["id"] ?? "g\(unnamedGroups)", name: element["resname"]))
    return .group
  }

  func element(_ element: XMLElement) {
    switch element.name {
    case "header": readHeader(element)
    case "note":
      let note = XLIFF1UnitReader.note(element)
      if unit != nil {
        unit?.notes.append(note)
      } else {
        groups[groups.count - 1].notes.append(note)
      }
    default: readUnit(element)
    }
  }

  private func readHeader(_ element: XMLElement) {
    output.amend { bundle in
      if let id = element.child("skl")?.child("external-file")?["href"] { bundle.articleID = id }
      for child in element.children where child.name == "note" {
        let note = XLIFF1UnitReader.note(child)
        if let from = note.category, from.hasPrefix(XLIFF1Writer.metadataPrefix) {
          bundle.metadata.append(
            (name: String(from.dropFirst(XLIFF1Writer.metadataPrefix.count)), value: note.text))
        } else {
          bundle.notes.append(note)
        }
      }
    }
  }

  private func readUnit(_ element: XMLElement) {
    output.scanner?.scanUnit1(element)
    var reader = XLIFF1UnitReader(element, isTranslatable: isTranslatable.last ?? true)
    guard var whole = unit else {
      var own = reader.unit()
      own.groups = groups
      output.unit(own, line: element.line, findings: reader.findings)
      return
    }
    // Held once, the unit grows in place.
    unit = nil
    reader.add(to: &whole)
    unitFindings += reader.findings
    unit = whole
  }

  func text(_ text: String, line: Int) {}

  func end(line: Int) {
    switch scopes.popLast() {
    case .group?:
      isTranslatable.removeLast()
      groups.removeLast()
    case .unit?:
      isTranslatable.removeLast()
      if let unit, !unit.parts.isEmpty {
        output.unit(unit, line: unitLine, findings: unitFindings)
      }
      unit = nil
    default: break
    }
  }
}
