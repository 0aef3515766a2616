import ArticleModel
import Markup

/// Collects the units of an XLIFF 2 document as the parser meets them.
final class XLIFF2Handler: XMLHandler {
  private(set) var document = XLIFFDocument()
  /// The root element, when it is not that of XLIFF 2.
  private(set) var unknownRoot: (name: String, line: Int)?

  private var source: LocaleTag?
  private var target: LocaleTag?
  private var hasRoot = false
  private var depth = 0
  /// Whether the open file has a bundle in the document yet: a file without whole units gives none.
  private var openFile: TranslationBundle?

  func start(_ element: XMLElement) -> Bool {
    depth += 1
    guard hasRoot else {
      hasRoot = true
      readRoot(element)
      return false
    }
    guard unknownRoot == nil, XLIFFNamespace.isCore2(element.namespace) else { return false }
    switch element.name {
    case "file":
      if let source {
        openFile = TranslationBundle(
          articleID: NameToken.decode(element["id"] ?? ""), original: element["original"],
          sourceLocale: source, targetLocale: target, units: [])
      }
      return false
    case "unit":
      depth -= 1
      return true
    default: return false
    }
  }

  private func readRoot(_ element: XMLElement) {
    guard element.name == "xliff", XLIFFNamespace.isCore2(element.namespace) else {
      let version = element["version"].map { " version \($0)" } ?? ""
      unknownRoot = ("<\(element.name)>\(version)", element.line)
      return
    }
    source = element["srcLang"].flatMap { LocaleTag($0) }
    target = element["trgLang"].flatMap { LocaleTag($0) }
    if source == nil {
      unknownRoot = ("<xliff> without a srcLang that is a language", element.line)
    }
  }

  func element(_ element: XMLElement) {
    guard let file = openFile else { return }
    var reader = XLIFF2UnitReader(element)
    let unit = reader.unit()
    document.findings += reader.findings
    if document.bundles.last?.articleID != file.articleID { document.bundles.append(file) }
    document.bundles[document.bundles.count - 1].units.append(unit)
  }

  func text(_ text: String, line: Int) {}

  func end(line: Int) { depth -= 1 }
}

extension XLIFFNamespace {
  static func isCore2(_ namespace: String) -> Bool {
    namespace == core20 || namespace == core22
  }
}
