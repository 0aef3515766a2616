package import ArticleModel
import Markup

/// Writes translation memories as TMX 1.4b, level 2.
package struct TMXWriter {
  private var xml = XMLWriter()

  /// Begins a document.
  ///
  /// - Parameter source: The language of the source, when all entries have the same.
  package init(source: LocaleTag?) {
    xml.start("tmx", [("version", "1.4")])
    xml.empty(
      "header",
      [
        ("creationtool", "dragoman"), ("creationtoolversion", "1"), ("segtype", "sentence"),
        ("o-tmf", "XLIFF"), ("adminlang", "en"), ("srclang", source?.identifier ?? "*all*"),
        ("datatype", "html"),
      ])
    xml.start("body")
  }

  /// The number of bytes written since the last call of ``take()``.
  var count: Int { xml.bytes.count }

  /// What was written since the last call.
  package mutating func take() -> [UInt8] { xml.take() }

  /// Ends the document.
  package mutating func finish() {
    xml.end()
    xml.end()
  }

  /// Adds an entry.
  package mutating func add(_ entry: TMXEntry) {
    xml.start("tu", [("tuid", entry.id)])
    for note in entry.notes { xml.element("note", text: note.text) }
    let names = Self.names(of: entry)
    for variant in entry.variants {
      xml.start("tuv", [("xml:lang", variant.locale.identifier)])
      xml.start("seg")
      xml.beginMixed()
      Self.write(variant.content, names: names, to: &xml)
      xml.end()
      xml.end()
    }
    xml.end()
  }

  /// `x` and `i` are numbers.
  private static func names(of entry: TMXEntry) -> [String: String] {
    let codes = entry.variants.flatMap(\.content.codes)
    let areNumbers = codes.allSatisfy { code in
      code.id.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    var names: [String: String] = [:]
    for code in codes where names[code.id] == nil {
      names[code.id] = areNumbers ? code.id : "\(names.count + 1)"
    }
    return names
  }

  private static func write(
    _ content: [Inline], names: [String: String], to xml: inout XMLWriter
  ) {
    let codes = content.codes
    for item in content {
      guard case .code(let code) = item else {
        if case .text(let text) = item { xml.text(text) }
        continue
      }
      let name = names[code.id]
      let type = CodeType.type12(of: code.kind, isPlaceholder: code.position == .standalone)
      func has(_ position: InlineCode.Position) -> Bool {
        codes.contains { $0.id == code.id && $0.position == position }
      }
      switch code.position {
      case .standalone: xml.element("ph", [("x", name), ("type", type)], text: code.data)
      case .opening where has(.closing):
        xml.element("bpt", [("i", name), ("x", name), ("type", type)], text: code.data)
      case .closing where has(.opening): xml.element("ept", [("i", name)], text: code.data)
      case .opening, .closing:
        let position = code.position == .opening ? "begin" : "end"
        xml.element("it", [("pos", position), ("x", name), ("type", type)], text: code.data)
      }
    }
  }
}
