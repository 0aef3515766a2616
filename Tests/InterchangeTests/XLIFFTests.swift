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

  @Test(
    "the validator accepts what the specification allows",
    arguments: [
      "<segment><source>a</source></segment>",
      "<segment state='translated' subState='my:x'><source>a</source><target>b</target></segment>",
      "<segment><source><sc id='1'/>a<ec startRef='1'/></source></segment>",
      "<segment><source><sc id='1' isolated='yes'/>a</source></segment>",
      "<segment><source><mrk id='m' type='term'>a</mrk></source></segment>",
      "<segment><source>a</source><target order='2'>a</target></segment><ignorable><source> </source><target order='1'> </target></ignorable>",
    ])
  func valid(unit: String) {
    let findings = XLIFFValidator().findings(in: Array(Self.document(unit).utf8), file: "a")
    #expect(findings.map(\.message) == [])
  }

  @Test(
    "the validator names what the specification forbids",
    arguments: [
      ("", "content"), ("<ignorable><source/></ignorable>", "content"),
      ("<segment/>", "content"), ("<segment><target/><source/></segment>", "order"),
      ("<segment state='done'><source/></segment>", "value"),
      ("<segment subState='a:b'><source/></segment>", "state"),
      ("<segment foo='1'><source/></segment>", "attribute"),
      ("<segment><source><ph/></source></segment>", "attribute"),
      ("<segment><source><b/></source></segment>", "content"),
      ("<segment id='s'><source><ph id='s'/></source></segment>", "duplicate-id"),
      ("<segment><source><ph id='1' dataRef='d'/></source></segment>", "reference"),
      ("<segment><source><sc id='1'/></source></segment>", "code"),
      ("<segment><source><ec startRef='1'/></source></segment>", "code"),
      ("<segment><source><sm id='m'/></source></segment>", "mark"),
      ("<segment><source xml:lang='de'/></segment>", "language"),
      ("<segment><source/><target order='3'/></segment>", "order"),
      ("<segment><source><ph id='1' type='fmt' subType='xlf:zz'/></source></segment>", "value"),
      ("text<segment><source/></segment>", "content"),
    ])
  func invalid(unit: String, rule: String) {
    let findings = XLIFFValidator().findings(in: Array(Self.document(unit).utf8), file: "a")
    #expect(findings.map(\.rule).contains(rule), "\(findings.map(\.message))")
    #expect(findings.allSatisfy { $0.line != nil && $0.message.contains("XLIFF 2.1") })
  }

  @Test("a target needs a target language")
  func targetLanguage() {
    let text = Self.document(
      "<segment><source>a</source><target>b</target></segment>", attributes: "")
    #expect(
      XLIFFValidator().findings(in: Array(text.utf8), file: "a").map(\.rule) == ["language"])
  }
}
