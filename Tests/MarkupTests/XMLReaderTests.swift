import Foundation
import Testing

@testable import Markup

@Suite struct XMLReaderTests {
  /// Collects the elements of a name; keeps them, as a reader must allow.
  private final class Collector: XMLHandler {
    let wanted: String
    var elements: [XMLElement] = []
    var texts = ""
    var ends = 0

    init(_ wanted: String) { self.wanted = wanted }

    func start(_ element: XMLElement) -> Bool { element.name == wanted }
    func element(_ element: XMLElement) { elements.append(element) }
    func text(_ text: String, line: Int) { texts += text }
    func end(line: Int) { ends += 1 }
  }

  private func read(
    _ text: String, wanted: String = "unit", reader: XMLReader = XMLReader()
  ) -> (Collector, XMLReader.End) {
    let collector = Collector(wanted)
    return (collector, reader.read(Array(text.utf8), to: collector))
  }

  @Test("a wanted element comes with its attributes, text and children, in order")
  func tree() throws {
    let (found, end) = read(
      """
      <file xmlns="urn:a" xmlns:b="urn:b">x<unit id="u" b:id="v">
      <source>one &amp; <g id="1">two</g> three</source><b:source/><target/></unit></file>
      """)
    #expect(end == .complete)
    #expect(found.texts == "x")
    #expect(found.ends == 1)
    let unit = try #require(found.elements.first)
    #expect(unit["id"] == "u")
    #expect(unit["urn:b", "id"] == "v")
    #expect(unit["urn:b", "name"] == nil)
    #expect(unit.attributes.map(\.value) == ["u", "v"])
    #expect(unit.line == 1)
    #expect(unit.children.map(\.name) == ["source", "source", "target"])
    #expect(unit.children.map(\.namespace) == ["urn:a", "urn:b", "urn:a"])
    let source = try #require(unit.child("source"))
    #expect(source.line == 2)
    #expect(source.text == "one & two three")
    let pieces = source.content.map { item in
      switch item {
      case .text(let text): text
      case .element(let element): "<\(element.name)>\(element.text)"
      }
    }
    #expect(pieces == ["one & ", "<g>two", " three"])
    #expect(unit.child("target")?.text == "")
    #expect(unit.child("note") == nil)
  }

  @Test("an element that is kept does not change when the next one is read")
  func kept() {
    let (found, _) = read("<f><unit id='1'>a</unit><unit id='2'>b<x/></unit></f>")
    #expect(found.elements.map(\.text) == ["a", "b"])
    #expect(found.elements.map { $0["id"] } == ["1", "2"])
  }

  @Test("what comes before the place where a document breaks off is delivered")
  func cut() {
    let (found, end) = read("<f>\n<unit>a</unit>\n<unit>b")
    #expect(found.elements.map(\.text) == ["a"])
    guard case .malformed(let line, _) = end else { return #expect(Bool(false), "\(end)") }
    #expect(line == 3)
  }

  @Test(
    "hostile documents are refused",
    arguments: [
      "<!DOCTYPE f [<!ENTITY a 'b'>]><f>&a;</f>", "<f>&a;</f>",
      "<!DOCTYPE f SYSTEM 'file:///etc/passwd'><f/>",
    ])
  func hostile(text: String) {
    let (_, end) = read(text)
    #expect(end != .complete)
  }

  @Test("a document type that declares nothing is passed over where that is allowed")
  func doctype() {
    let text = "<!DOCTYPE f SYSTEM 'f.dtd'><f><unit/></f>"
    #expect(read(text, reader: XMLReader(allowsDoctype: true)).1 == .complete)
    #expect(read(text).1 != .complete)
  }

  @Test("an element that is larger than the limit ends the reading, and says where it began")
  func size() {
    let text = "<f>\n<unit>" + String(repeating: "<x>abc</x>", count: 20_000) + "</unit></f>"
    let (found, end) = read(text, reader: XMLReader(maximumSize: 1 << 20))
    #expect(found.elements.isEmpty)
    #expect(end == .refused(line: 2, message: "one unit is larger than 1 MB"))
  }

  @Test("elements that are nested deeper than the limit end the reading")
  func depth() {
    let text = String(repeating: "<x>", count: 300) + String(repeating: "</x>", count: 300)
    #expect(read(text).1 == .tooDeep(line: 1))
  }

  @Test("a tag with more names than any document has is refused, not compared each with each")
  func attributes() {
    let names = (0..<60_000).map { " a\($0)=''" }.joined()
    #expect(read("<f><unit\(names)/></f>").1 != .complete)
    let (found, end) = read("<f><unit\((0..<1000).map { " a\($0)=''" }.joined())/></f>")
    #expect(end == .complete)
    #expect(found.elements.first?.attributes.count == 1000)
  }

  @Test("a source that gives one byte at a time is read like any other")
  func pieces() {
    let collector = Collector("unit")
    var bytes = Array("<f><unit>Ελλάδα</unit></f>".utf8)[...]
    let end = XMLReader().read(
      from: { buffer in
        guard let byte = bytes.popFirst() else { return 0 }
        buffer[0] = byte
        return 1
      }, to: collector)
    #expect(end == .complete)
    #expect(collector.elements.map(\.text) == ["Ελλάδα"])
  }
}
