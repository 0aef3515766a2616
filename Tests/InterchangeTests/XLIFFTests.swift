import ArticleModel
import Foundation
import Testing

@testable import Interchange

@Suite struct XLIFFTests {
  static let link = InlineCode(
    id: "1", position: .opening, kind: .link, data: "<a href=\"https://example.org/?a=1&b=2\">")
  static let linkEnd = InlineCode(id: "1", position: .closing, kind: .link, data: "</a>")
  static let bold = InlineCode(id: "2", position: .opening, kind: .bold, data: "<b>")
  static let boldEnd = InlineCode(id: "2", position: .closing, kind: .bold, data: "</b>")
  static let lineBreak = InlineCode(id: "3", position: .standalone, kind: .lineBreak, data: "<br>")

  /// Codes nested, over a boundary and alone; text that needs escapes.
  static let bundle = TranslationBundle(
    articleID: "2017-10-25-talks", original: "page.html", sourceLocale: .english,
    targetLocale: .greek,
    units: [
      TranslationUnit(
        id: "uabcdefgh", role: .paragraph, notes: [Note(category: "role", text: "paragraph")],
        parts: [
          .segment(
            Segment(
              id: "s1",
              source: [
                .text("A < B & \"C\" "), .code(link), .text("see"), .code(linkEnd), .text(" "),
                .code(bold), .text("one."),
              ],
              target: [
                .code(link), .text("δες"), .code(linkEnd), .text(" ]]> "), .code(bold),
                .text("ένα."),
              ], state: .reviewed)),
          .ignorable(source: [.text(" \u{A0}")], target: nil),
          .segment(
            Segment(
              id: "s2", source: [.text("two"), .code(boldEnd), .code(lineBreak), .text("\u{1}")])),
        ])
    ])

  @Test(
    "what is written is read back as it was", arguments: [XLIFFVersion.v2_0, .v2_1, .v2_2, .v1_2])
  func roundTrip(version: XLIFFVersion) throws {
    var bundle = Self.bundle
    if version == .v1_2 {
      // Version 1.2 has no way to write a control character.
      bundle.units[0].mapSegments { segment in
        segment.source = segment.source.filter { $0 != .text("\u{1}") }
      }
    }
    let bytes = try XLIFFWriter(version: version).bytes(for: [bundle])
    let document = try XLIFFReader().read(bytes, file: "a.xlf")
    #expect(document.bundles == [bundle])
    #expect(document.findings.isEmpty && !document.isCut)
    if version != .v1_2 {
      #expect(XLIFFValidator().findings(in: bytes, file: "a.xlf").map(\.message) == [])
    }
    #expect(try XLIFFWriter(version: version).bytes(for: [bundle]) == bytes)
  }

  @Test(
    "the sections that a page is in are its domain where ITS is",
    arguments: [(XLIFFVersion.v2_0, false), (.v2_1, true), (.v2_2, true)])
  func domains(version: XLIFFVersion, hasITS: Bool) throws {
    var bundle = Self.bundle
    bundle.metadata = [(name: "section", value: "News, Embassy")]
    let bytes = try XLIFFWriter(version: version).bytes(for: [bundle])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("itsm:domains=\"News, Embassy\"") == hasITS)
    #expect(text.contains("its:version=\"2.0\"") == hasITS)
    #expect(XLIFFValidator().findings(in: bytes, file: "a.xlf").map(\.message) == [])
    #expect(try XLIFFReader().read(bytes, file: "a.xlf").bundles == [bundle])
  }

  @Test("a file that is cut anywhere gives whole units or an error, never a wrong text")
  func cut() throws {
    let bytes = try XLIFFWriter().bytes(for: [Self.bundle])
    for length in stride(from: 0, to: bytes.count - 2, by: 7) {
      guard let document = try? XLIFFReader().read(Array(bytes.prefix(length)), file: "a") else {
        continue
      }
      #expect(document.isCut)
      for bundle in document.bundles { #expect(bundle.units == Self.bundle.units) }
    }
  }

  @Test(
    "hostile and foreign files are errors",
    arguments: [
      "", "PK", "<html/>", "<xliff version='3.0'/>",
      "<!DOCTYPE xliff [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><xliff>&a;</xliff>",
      "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><xliff>&b;</xliff>",
    ])
  func hostile(text: String) {
    #expect(throws: InterchangeError.self) {
      try XLIFFReader().read(Array(text.utf8), file: "a.xlf")
    }
  }

  @Test("a state without a translation is reported, and the text decides")
  func state() throws {
    let document = try XLIFFReader().read(
      Array(Self.document("<segment id='s1' state='final'><source>a</source></segment>").utf8),
      file: "a.xlf")
    #expect(document.findings.map(\.rule) == ["state-mismatch"])
    #expect(document.bundles[0].units[0].segments[0].state == .initial)
  }

  static func document(_ unit: String, attributes: String = "trgLang='el'") -> String {
    """
    <xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='en' \(attributes)>
    <file id='f'><unit id='u'>\(unit)</unit></file></xliff>
    """
  }
}
