import ArticleModel
import Interchange
import Testing

@Suite struct SRXTests {
  private let file = """
    <?xml version="1.0" encoding="UTF-8"?>
    <srx xmlns="http://www.lisa.org/srx20" version="2.0">
      <header segmentsubflows="no" cascade="yes">
        <formathandle type="start" include="no"/>
        <formathandle type="isolated" include="yes"/>
      </header>
      <body>
        <languagerules>
          <languagerule languagerulename="English">
            <rule break="no"><beforebreak>\\bDr\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
          </languagerule>
          <languagerule languagerulename="All">
            <rule><beforebreak>[.?!]&amp;?</beforebreak></rule>
            <rule break="yes"><afterbreak>§</afterbreak></rule>
          </languagerule>
        </languagerules>
        <maprules>
          <languagemap languagepattern="en.*" languagerulename="English"/>
          <languagemap languagepattern=".*" languagerulename="All"/>
        </maprules>
      </body>
    </srx>
    """

  @Test("rules are read with their order, their missing parts and the header")
  func read() throws {
    let document = try SRXReader().read(Array(file.utf8), file: "a.srx")
    #expect(document.cascades)
    #expect(!document.segmentsSubflows)
    #expect(document.formatHandles == ["start": false, "end": true, "isolated": true])
    #expect(
      document.languageRules.map(\.patterns) == [
        [SegmentationPattern(breaks: false, before: "\\bDr\\.", after: "\\s")],
        [
          SegmentationPattern(breaks: true, before: "[.?!]&?", after: ""),
          SegmentationPattern(breaks: true, before: "", after: "§"),
        ],
      ])
  }

  @Test("maps cascade, or the first one counts")
  func cascade() throws {
    var document = try SRXReader().read(Array(file.utf8), file: "a.srx")
    let all = document.patterns { _ in true }
    let second = document.patterns { $0 == ".*" }
    document.cascades = false
    let first = document.patterns { _ in true }
    #expect(all.count == 3)
    #expect(second.count == 2)
    #expect(first.count == 1)
  }

  @Test("what is written is read back")
  func roundTrip() throws {
    let document = try SRXReader().read(Array(file.utf8), file: "a.srx")
    #expect(try SRXReader().read(SRXWriter().write(document), file: "b.srx") == document)
  }

  @Test(
    "what is no SRX 2.0 is refused with its line",
    arguments: [
      ("", "a.srx: the file is empty; export it again"),
      (
        "<srx version='1.0'/>",
        "a.srx:1: not usable as SRX: the root is not <srx version=\"2.0\"> of SRX 2.0"
      ),
      ("<srx version='2.0'/>", "a.srx:1: not usable as SRX: <srx> has no <header> or no <body>"),
      (
        "<srx version='2.0'><header cascade='yes'/><body><maprules>\n"
          + "<languagemap languagepattern='x' languagerulename='y'/></maprules></body></srx>",
        "a.srx:2: not usable as SRX: <languagemap> needs a languagepattern and the name of a "
          + "<languagerule>"
      ),
    ])
  func refused(text: String, message: String) {
    #expect {
      try SRXReader().read(Array(text.utf8), file: "a.srx")
    } throws: { "\($0)" == message }
  }
}
