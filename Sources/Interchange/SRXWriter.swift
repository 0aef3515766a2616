import ArticleModel
import Markup

/// Writes SRX 2.0, the same bytes for the same rules.
public struct SRXWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// Writes a document.
  ///
  /// - Parameter document: The rules.
  /// - Returns: XML in UTF-8.
  public func write(_ document: SRXDocument) -> [UInt8] {
    var xml = XMLWriter()
    xml.start("srx", [("xmlns", SRXReader.namespace), ("version", "2.0")])
    xml.start(
      "header",
      [
        ("segmentsubflows", document.segmentsSubflows ? "yes" : "no"),
        ("cascade", document.cascades ? "yes" : "no"),
      ])
    for type in ["start", "end", "isolated"] {
      guard let isIncluded = document.formatHandles[type] else { continue }
      xml.empty("formathandle", [("type", type), ("include", isIncluded ? "yes" : "no")])
    }
    xml.end()
    xml.start("body")
    xml.start("languagerules")
    for rule in document.languageRules {
      xml.start("languagerule", [("languagerulename", rule.name)])
      for pattern in rule.patterns {
        xml.start("rule", [("break", pattern.breaks ? "yes" : "no")])
        xml.element("beforebreak", text: pattern.before)
        xml.element("afterbreak", text: pattern.after)
        xml.end()
      }
      xml.end()
    }
    xml.end()
    xml.start("maprules")
    for map in document.languageMaps {
      xml.empty(
        "languagemap",
        [("languagepattern", map.pattern), ("languagerulename", map.ruleName)])
    }
    xml.end()
    xml.end()
    xml.end()
    return xml.bytes
  }
}
