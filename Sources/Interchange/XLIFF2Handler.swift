import ArticleModel
import Markup

/// Collects the units of an XLIFF 2 document as the parser meets them.
final class XLIFF2Handler: XMLHandler {
  private enum Scope {
    case file(isTranslatable: Bool)
    case group(isTranslatable: Bool)
    case other
  }

  private let output: BundleOutput
  private let source: LocaleTag
  private let target: LocaleTag?
  private var scopes: [Scope] = []
  private var groups: [UnitGroup] = []

  /// Fails when the root names no source language.
  init?(root: XMLElement, output: BundleOutput) {
    guard let source = root["srcLang"].flatMap({ LocaleTag($0) }) else { return nil }
    self.source = source
    target = root["trgLang"].flatMap { LocaleTag($0) }
    self.output = output
  }

  private var isTranslatable: Bool {
    switch scopes.last {
    case .file(let value), .group(let value): value
    case .other, nil: true
    }
  }

  func start(_ element: XMLElement) -> Bool {
    let isCore = XLIFFNamespace.isCore2(element.namespace)
    switch element.name {
    case "file" where isCore:
      output.begin(
        TranslationBundle(
          articleID: NameToken.decode(element["id"] ?? ""), original: element["original"],
          sourceLocale: source, targetLocale: target, units: []))
      scopes.append(.file(isTranslatable: element["translate"] != "no"))
      return false
    case "group" where isCore:
      groups.append(UnitGroup(id: NameToken.decode(element["id"] ?? ""), name: element["name"]))
      scopes.append(
        .group(isTranslatable: element["translate"].map { $0 != "no" } ?? isTranslatable))
      return false
    case "unit" where isCore, "notes" where isCore: return true
    case "metadata" where element.namespace == XLIFFNamespace.metadata: return true
    default:
      scopes.append(.other)
      return false
    }
  }

  func element(_ element: XMLElement) {
    switch element.name {
    case "unit":
      guard case .file? = scopes.first(where: { if case .file = $0 { true } else { false } })
      else { return }
      var reader = XLIFF2UnitReader(element, isTranslatable: isTranslatable)
      var unit = reader.unit()
      output.scanner?.scanUnit2(element)
      unit.groups = groups
      output.unit(unit, line: element.line, findings: reader.findings)
    case "notes":
      let notes = XLIFF2UnitReader.notes(in: element)
      if case .group? = scopes.last {
        groups[groups.count - 1].notes += notes
      } else {
        output.amend { $0.notes += notes }
      }
    default:
      guard case .file? = scopes.last else { return }
      for group in element.children where group["category"] == "article" {
        for meta in group.children {
          output.amend { $0.metadata.append((name: meta["type"] ?? "", value: meta.text)) }
        }
      }
    }
  }

  func text(_ text: String, line: Int) {}

  func end(line: Int) {
    if case .group? = scopes.popLast() { groups.removeLast() }
  }
}
