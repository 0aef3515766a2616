import ArticleModel
import Foundation
import Testing

@testable import Interchange

@Suite struct ConversionTests {
  static func convert(
    _ text: String, to target: BundleConverter.Target
  ) throws -> (text: String, findings: [Finding]) {
    var output: [UInt8] = []
    let converter = BundleConverter(file: "in.xlf") {
      var rest = Array(text.utf8)[...]
      return { buffer in
        let piece = rest.prefix(buffer.count)
        buffer.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
      }
    }
    let findings = try converter.convert(to: target, languages: nil) { output += $0 }
    return (String(decoding: output, as: UTF8.self), findings)
  }

  static let old = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
      <file original="a.html" source-language="en" target-language="el" datatype="html">
        <body>
          <group id="g1" resname="menu">
            <note from="author">of the group</note>
            <trans-unit id="t1" resname="key.one" xml:space="preserve">
              <source>One <g id="1" ctype="bold">two</g> <x id="2" ctype="lb"/><bpt id="3" ctype="link">&lt;a&gt;</bpt>three<ept id="3">&lt;/a&gt;</ept>.</source>
              <target state="signed-off">Ένα <g id="1" ctype="bold">δύο</g> <x id="2" ctype="lb"/><bpt id="3" ctype="link">&lt;a&gt;</bpt>τρία<ept id="3">&lt;/a&gt;</ept>.</target>
              <note from="author" priority="2">a note</note>
              <alt-trans match-quality="80" origin="memory" xml:space="preserve">
                <source>One two three</source>
                <target>Ένα δύο τρία</target>
              </alt-trans>
            </trans-unit>
            <group id="g2">
              <trans-unit id="t2" resname="t2" xml:space="preserve">
                <source>Left <it id="9" ctype="italic" pos="open">&lt;i&gt;</it>open</source>
                <target state="new">Left</target>
              </trans-unit>
            </group>
          </group>
          <trans-unit id="t3" resname="t3" translate="no" approved="yes" xml:space="preserve">
            <source>Final <ph id="1" ctype="x-html-img">&lt;img&gt;</ph></source>
            <target state="final">Τελικό <ph id="1" ctype="x-html-img">&lt;img&gt;</ph></target>
          </trans-unit>
          <trans-unit id="t4" resname="t4" xml:space="preserve">
            <source>Not yet</source>
          </trans-unit>
          <trans-unit id="t5" resname="t5" xml:space="preserve">
            <source>Look again</source>
            <target state="needs-review-translation">Ξανά</target>
          </trans-unit>
        </body>
      </file>
    </xliff>

    """

  @Test(
    "1.2 by way of any 2 keeps text, codes, ids, notes, states, matches and groups",
    arguments: [XLIFFVersion.v2_0, .v2_1, .v2_2])
  func thereAndBack(version: XLIFFVersion) throws {
    let there = try Self.convert(Self.old, to: .xliff(version))
    #expect(there.findings.map(\.message) == [])
    let invalid = XLIFFValidator().findings(in: Array(there.text.utf8), file: "x")
      .filter { $0.severity == .error }
    #expect(invalid.map(\.message) == [])
    let back = try Self.convert(there.text, to: .xliff(.v1_2))
    // What an editor may do with codes is the only thing that 1.2 has no word for.
    #expect(back.findings.allSatisfy { $0.rule == "lost-hint" }, "\(back.findings)")
    #expect(back.text == Self.old)
  }

  @Test(
    "the states follow the table",
    arguments: [
      ("initial", "needs-translation", nil), ("translated", "translated", nil),
      ("reviewed", "signed-off", nil), ("final", "final", "yes"),
    ])
  func states(new: String, old: String, approved: String?) throws {
    let text = XLIFFTests.document(
      "<segment id='s1' state='\(new)'><source>a</source><target>b</target></segment>")
    let converted = try Self.convert(text, to: .xliff(.v1_2))
    #expect(converted.text.contains("<target state=\"\(old)\">b</target>"))
    #expect(converted.text.contains("approved=\"yes\"") == (approved == "yes"))
    #expect(
      try Self.convert(converted.text, to: .xliff(.v2_0)).text.contains("state=\"\(new)\""))
  }

  @Test("comments and processing instructions stay where they are between versions of 2")
  func remarks() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- before --><?tool a="b"?>
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><!-- a --><unit id="u"><segment><source>a<?b?>c</source></segment></unit></file></xliff>
      <!-- after -->
      """
    let converted = try Self.convert(text, to: .xliff(.v2_1)).text
    for remark in [
      "<!-- before -->", "<?tool a=\"b\"?>", "<!-- a --><unit", "a<?b?>c", "<!-- after -->",
    ] {
      #expect(converted.contains(remark), "\(remark)")
    }
    #expect(try Self.convert(converted, to: .xliff(.v2_0)).text.contains("a<?b?>c"))
  }

  @Test("what the target cannot hold is told with its line")
  func losses() throws {
    let its = XLIFFTests.document(
      """
      <segment><source>a <mrk id='m' type='comment' value='x'>b</mrk></source></segment>
      """, attributes: "trgLang='el' xmlns:its='http://www.w3.org/2005/11/its' its:version='2.0'")
    let same = try Self.convert(its, to: .xliff(.v2_0))
    #expect(same.findings.map(\.rule) == ["lost-its"])
    #expect(!same.text.contains("its:version"))
    #expect(same.text.contains("type=\"comment\""))
    #expect(try Self.convert(its, to: .xliff(.v2_1)).findings == [])
    let old = try Self.convert(its, to: .xliff(.v1_2))
    #expect(old.findings.map(\.rule).contains("lost-mark"))
    #expect(old.findings.allSatisfy { $0.line != nil && $0.file == "in.xlf" })
  }

  @Test("a version of 2 becomes another and nothing else changes")
  func rewrite() throws {
    let text = String(
      decoding: try XLIFFWriter(version: .v2_0).bytes(for: [XLIFFTests.bundle]), as: UTF8.self)
    for version in [XLIFFVersion.v2_1, .v2_2] {
      let there = try Self.convert(text, to: .xliff(version))
      #expect(there.findings.isEmpty)
      #expect(there.text.contains("version=\"\(version.rawValue)\""))
      let back = try Self.convert(there.text, to: .xliff(.v2_0))
      #expect(
        try XLIFFReader().read(Array(back.text.utf8), file: "x").bundles == [XLIFFTests.bundle])
    }
  }

  @Test("a memory has the translated segments, and gives them back")
  func memory() throws {
    let memory = try Self.convert(Self.old, to: .tmx)
    #expect(memory.findings.map(\.rule).contains("lost-segment"))
    let back = try Self.convert(memory.text, to: .xliff(.v2_0))
    let units = try XLIFFReader().read(Array(back.text.utf8), file: "x").bundles[0].units
    #expect(units.map(\.id) == ["t1", "t2", "t3", "t5"])
    #expect(units[0].segments[0].target?.dump == "Ένα <1>δύο</1> <2/><3>τρία</3>.")
  }

  @Test("seg-source cuts a trans-unit into segments")
  func segmented() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a"
      source-language="en" target-language="el" datatype="html"><body><trans-unit id="t">
      <source>One. Two.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg"
      mid="1">Two.</mrk></seg-source><target><mrk mtype="seg" mid="0">Ένα.</mrk> <mrk mtype="seg"
      mid="1">Δύο.</mrk></target></trans-unit></body></file></xliff>
      """
    let unit = try XLIFFReader().read(Array(text.utf8), file: "x").bundles[0].units[0]
    #expect(unit.segments.map { $0.target?.plainText } == ["Ένα.", "Δύο."])
    #expect(unit.source.plainText == "One. Two.")
  }
}
