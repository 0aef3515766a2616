import ArticleModel
import Interchange
import Testing

@Suite struct TBXTests {
  private let entries = [
    TBXEntry(
      id: "T001", subject: "party", notes: ["a < b & c"], source: "a page",
      subsets: ["unconfirmed"],
      terms: [
        TBXEntry.Term(language: .greek, text: "Κόμμα", status: .preferred),
        TBXEntry.Term(language: .greek, text: "ΚΚΚ", status: .admitted),
        TBXEntry.Term(language: .english, text: "Party", status: .preferred),
        TBXEntry.Term(language: .english, text: "old name", status: .deprecated),
      ])
  ]

  private func read(_ text: String) throws -> [TBXEntry] {
    try TBXReader().read(Array(text.utf8), file: "t.tbx").entries
  }

  @Test("what is written comes back", arguments: TBXVersion.allCases)
  func roundTrip(version: TBXVersion) throws {
    let bytes = TBXWriter(version: version, title: "terms").write(entries)
    var read = try TBXReader().read(bytes, file: "t.tbx").entries
    #expect(read.allSatisfy { $0.line > 1 })
    for index in read.indices { read[index].line = 1 }
    #expect(read == entries)
  }

  @Test("other tools' forms are read: a document type, ntig, the style DCA")
  func otherForms() throws {
    let martif = try read(
      """
      <?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
      <martif type="TBX" xml:lang="en"><text><body><termEntry id="a">
      <descripGrp><descrip type="subjectField">law</descrip></descripGrp>
      <langSet xml:lang="en-US"><ntig><termGrp><term> rule  of law </term>
      <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termGrp></ntig></langSet>
      </termEntry></body></text></martif>
      """)
    #expect(martif.first?.subject == "law")
    #expect(
      martif.first?.terms
        == [TBXEntry.Term(language: .english, text: "rule of law", status: .superseded)])
    let dca = try read(
      """
      <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
      <conceptEntry id="b"><langSec xml:lang="zh-TW"><termSec><term>法治</term>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
      </conceptEntry></body></text></tbx>
      """)
    #expect(
      dca.first?.terms
        == [TBXEntry.Term(language: .traditionalChinese, text: "法治", status: .preferred)])
  }

  @Test(
    "a file that is no term base is refused with its line",
    arguments: [
      ("<html/>", "t.tbx:1: not a file that can be read here: its root is html"),
      ("<martif>\n<text>", "t.tbx:2: not well-formed XML"), ("", "t.tbx: the file is empty"),
    ])
  func refused(text: String, message: String) {
    let error = #expect(throws: InterchangeError.self) { try read(text) }
    #expect(error?.description.hasPrefix(message) == true)
  }
}
