import ArticleModel
import Markup

/// Writes TBX-Basic: as `martif`, or by ISO 30042:2019.
public struct TBXWriter: Sendable {
  private let version: TBXVersion
  private let title: String

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - version: Which form is written.
  ///   - title: The title of the term base.
  public init(version: TBXVersion, title: String) {
    self.version = version
    self.title = title
  }

  /// The document as UTF-8.
  public func write(_ entries: [TBXEntry]) -> [UInt8] {
    var xml = XMLWriter()
    begin(&xml)
    xml.start("text")
    xml.start("body")
    for entry in entries { write(entry, to: &xml) }
    xml.end()
    xml.end()
    xml.end()
    return xml.bytes
  }

  private var isMartif: Bool { version == .martif }

  private func begin(_ xml: inout XMLWriter) {
    if isMartif {
      xml.start("martif", [("type", "TBX-Basic"), ("xml:lang", "en")])
    } else {
      xml.start(
        "tbx",
        [
          ("type", "TBX-Basic"), ("style", "dct"), ("xml:lang", "en"),
          ("xmlns", TBXReader.namespace), ("xmlns:min", "http://www.tbxinfo.net/ns/min"),
          ("xmlns:basic", "http://www.tbxinfo.net/ns/basic"),
        ])
    }
    xml.start(isMartif ? "martifHeader" : "tbxHeader")
    xml.start("fileDesc")
    xml.start("titleStmt")
    xml.element("title", text: title)
    xml.end()
    xml.start("sourceDesc")
    xml.element("p", text: "Written by dragoman")
    xml.end()
    xml.end()
    if isMartif {
      xml.start("encodingDesc")
      xml.element("p", [("type", "XCSURI")], text: "TBXBasicXCSV02.xcs")
      xml.end()
    }
    xml.end()
  }

  private func write(_ entry: TBXEntry, to xml: inout XMLWriter) {
    xml.start(isMartif ? "termEntry" : "conceptEntry", [("id", entry.id)])
    category("subjectField", "descrip", "min", entry.subject, &xml)
    for subset in entry.subsets { category("projectSubset", "admin", "basic", subset, &xml) }
    category("source", "admin", "basic", entry.source, &xml)
    for note in entry.notes { xml.element("note", text: note) }
    var languages: [LocaleTag] = []
    for term in entry.terms where !languages.contains(term.language) {
      languages.append(term.language)
    }
    for language in languages {
      xml.start(isMartif ? "langSet" : "langSec", [("xml:lang", language.identifier)])
      for term in entry.terms where term.language == language {
        xml.start(isMartif ? "tig" : "termSec")
        xml.element("term", text: term.text)
        category("administrativeStatus", "termNote", "min", term.status?.rawValue, &xml)
        xml.end()
      }
      xml.end()
    }
    xml.end()
  }

  /// A data category: an element with a type in `martif`, an element of a module in DCT.
  private func category(
    _ name: String, _ element: String, _ module: String, _ value: String?, _ xml: inout XMLWriter
  ) {
    guard let value else { return }
    if isMartif {
      xml.element(element, [("type", name)], text: value)
    } else {
      xml.element("\(module):\(name)", text: value)
    }
  }
}
