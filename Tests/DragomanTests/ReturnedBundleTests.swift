import ArticleModel
import Foundation
import Interchange
import Testing

@testable import Dragoman

/// Bundles as real tools return them: each named habit of a tool, with what import makes of it.
@Suite struct ReturnedBundleTests {
  static let page = """
    <html lang="en"><head><title>Talks in Athens</title></head><body><h1>Talks in Athens</h1>
    <p>The President met <a href="http://example.org/pm">the Prime Minister</a> in Athens. He
    <b>thanked</b> the hosts.</p>
    <p>They spoke of a no-break&nbsp;space. It was a good talk about the harbour.</p>
    </body></html>
    """

  /// A project with the page, its bundles in one format.
  private func project(_ format: String, locale: String = "el") async throws -> ExampleProject {
    let project = try ExampleProject()
    let page = project.folder.appendingPathComponent("returned-page.html")
    try Self.page.write(to: page, atomically: true, encoding: .utf8)
    let opened = try Project(
      folder: project.folder, create: true, languages: [try #require(LocaleTag(locale))])
    try await ExtractWorkflow(project: opened, format: format).run(
      pages: [page.path], address: nil, jobs: 1
    ) { #expect($0.failure == nil) }
    return project
  }

  /// The bundle with every source copied into a target with a word before it.
  private func filled(_ project: ExampleProject, _ format: String) throws -> String {
    let text = try project.text("bundles/el/talks-in-athens.xlf")
    if format == "1.2-prefilled" {
      return text.replacing(/<target([^>]*)>/) { "<target\($0.1)>Λοιπόν " }
    }
    // Marks of terms stay in the source; the codes go along.
    return text.replacing(/<source>(.*?)<\/source>/) { match in
      guard match.1.contains(/[a-z]{3}/) else { return String(match.0) }
      let target = match.1.replacing(/<\/?mrk[^>]*>/, with: "")
      return "<source>\(match.1)</source><target>Λοιπόν \(target)</target>"
    }
  }

  private func verdicts(
    _ project: ExampleProject, _ bytes: [UInt8], repairs: Bool = false
  ) throws -> ImportWorkflow.Report {
    let file = project.folder.appendingPathComponent("returned-\(UUID()).xlf")
    try Data(bytes).write(to: file)
    return try ImportWorkflow(
      project: Project(folder: project.folder), repairsCodes: repairs
    ).run(files: [file.path])
  }

  private static let formats = ["2.0", "2.1", "2.2", "1.2", "1.2-prefilled"]

  @Test("what is translated comes home in every format", arguments: formats)
  func everyFormat(format: String) async throws {
    let project = try await project(format)
    let text = try filled(project, format)
    let report = try verdicts(project, Array(text.utf8))
    #expect(report.verdicts.map(\.kind) == [.accepted, .accepted, .accepted])
    let kept = try #require(
      try Project(folder: project.folder).translation(of: "talks-in-athens", in: .greek))
    #expect(
      kept.units[1].segments.map { $0.target?.dump } == [
        "Λοιπόν The President met <1>the Prime Minister</1> in Athens.",
        "Λοιπόν He <2>thanked</2> the hosts.",
      ])
    #expect(kept.units[1].parts.count == 3)
  }

  /// What a tool does to a file, by name; what it keeps is the same.
  private static let changes: [(name: String, change: @Sendable (String) -> [UInt8])] = [
    ("re-indented", { Array($0.replacing(/\n */, with: "\n\t\t").utf8) }),
    ("on one line", { Array($0.replacing(/>\n *</, with: "><").utf8) }),
    ("BOM", { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }),
    (
      "UTF-16",
      { text in
        Array(
          text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
            .data(using: .utf16) ?? Data())
      }
    ),
    ("CDATA", { Array($0.replacing(">Λοιπόν ", with: "><![CDATA[Λοιπόν ]]>").utf8) }),
    ("no-break space for a plain one", { Array($0.replacing(" space", with: "\u{A0}space").utf8) }),
    (
      "stale state", { Array($0.replacing("state=\"translated\"", with: "state=\"initial\"").utf8) }
    ),
    (
      "state on target",
      { Array($0.replacing("<target>", with: "<target state=\"translated\">").utf8) }
    ),
    (
      "xml:space on segment",
      { Array($0.replacing("<segment ", with: "<segment xml:space=\"preserve\" ").utf8) }
    ),
    (
      "notes in segments",
      { text in
        Array(
          text.replacing(/<\/target>(\s*)<\/segment>/) {
            "</target><notes><note>ok</note></notes>\($0.1)</segment>"
          }.utf8)
      }
    ),
    (
      "empty mrk left",
      { Array($0.replacing("</target>", with: "<mrk id=\"m99\" type=\"term\"/></target>").utf8) }
    ),
    (
      "emptied ignorables",
      {
        Array(
          $0.replacing(/<ignorable>\s*<source>\s*<\/source>/, with: "<ignorable><source/>").utf8)
      }
    ),
    (
      "lost gaps",
      {
        Array(
          $0.replacing(/<context-group.*?<\/context-group>/.dotMatchesNewlines(), with: "").utf8)
      }
    ),
    (
      "tool and phase",
      { text in
        Array(
          text.replacing(
            "</header>",
            with: """
              <phase-group><phase phase-name="p" process-name="t"/></phase-group>
              <tool tool-id="x" tool-name="X"/></header>
              """
          ).utf8)
      }
    ),
    (
      "no header",
      { Array($0.replacing(/<header>.*?<\/header>/.dotMatchesNewlines(), with: "").utf8) }
    ),
    (
      "groups taken away",
      { text in
        text.contains("trans-unit")
          ? Array(text.replacing(/<\/?group[^>]*>/, with: "").utf8) : Array(text.utf8)
      }
    ),
  ]

  @Test("habits of tools do no harm", arguments: changes.map(\.name), ["2.0", "1.2"])
  func habits(name: String, format: String) async throws {
    let project = try await project(format)
    let change = try #require(Self.changes.first { $0.name == name }).change
    let report = try verdicts(project, change(try filled(project, format)))
    #expect(report.verdicts.map(\.kind) == [.accepted, .accepted, .accepted], "\(report)")
    let kept = try #require(
      try Project(folder: project.folder).translation(of: "talks-in-athens", in: .greek))
    let article = try Project(folder: project.folder).article("talks-in-athens").article
    #expect(kept.units.map(\.source.dump) == article.blocks.map(\.content.dump))
  }

  @Test("segments that were merged, or split, are found in the text")
  func resegmented() async throws {
    let project = try await project("1.2")
    var bundle = try #require(
      try XLIFFReader().read(Array(try filled(project, "1.2").utf8), file: "x").bundles.first)
    let merged = bundle.units[1].segments
    bundle.units[1].parts = [
      .segment(
        Segment(
          id: "s1", source: merged[0].source + [.text(" ")] + merged[1].source,
          target: (merged[0].target ?? []) + [.text(" ")] + (merged[1].target ?? []),
          state: .translated))
    ]
    bundle.units[2].parts = [
      .segment(Segment(id: "a", source: [.text("They spoke of a")], target: [.text("Μίλησαν")])),
      .segment(
        Segment(
          id: "b", source: [.text("no-break space. It was a good talk about the harbour.")],
          target: [.text("για κενό.")], state: .translated)),
    ]
    let report = try verdicts(
      project, try XLIFFWriter(version: .v1_2).bytes(for: [bundle]))
    #expect(report.verdicts.map(\.kind) == [.accepted, .accepted, .accepted])
  }

  @Test("a segment that is lost leaves its unit open")
  func lostSegment() async throws {
    let project = try await project("1.2")
    let text = try filled(project, "1.2").replacing(
      /<trans-unit id="[a-z0-9]+\/s2".*?<\/trans-unit>/.dotMatchesNewlines(), with: "")
    let report = try verdicts(project, Array(text.utf8))
    #expect(report.verdicts.map(\.kind) == [.accepted, .notTranslated, .notTranslated])
    #expect(report.verdicts[1].reason?.hasPrefix("1 of 2") == true)
  }

  @Test("the text decides over a stale state, and the disagreement is told")
  func staleState() async throws {
    let project = try await project("1.2-prefilled")
    let report = try verdicts(project, Array(try filled(project, "1.2-prefilled").utf8))
    #expect(report.verdicts.allSatisfy { $0.findings.contains { $0.rule == "state-mismatch" } })
    #expect(report.verdicts.allSatisfy { $0.kind == .accepted })
  }

  @Test("codes that a tool wrote as text are codes again")
  func codesAsText() async throws {
    let project = try await project("1.2")
    let text = try filled(project, "1.2").replacing(/<target>(.*?)<\/target>/) { match in
      "<target>\(match.1.replacing(/<\/?(bpt|ept)[^>]*>/, with: ""))</target>"
    }
    #expect(text.contains("<target>Λοιπόν He &lt;b&gt;thanked"))
    let report = try verdicts(project, Array(text.utf8))
    #expect(report.verdicts.map(\.kind) == [.accepted, .accepted, .accepted])
    #expect(report.verdicts[1].findings.contains { $0.rule == "codes-as-text" })
  }

  @Test("a lost code is repaired only when asked, and only where there is one way")
  func repair() async throws {
    let project = try await project("2.0")
    let text = try filled(project, "2.0").replacing(
      /<target>(Λοιπόν He )<pc[^>]*>thanked<\/pc>/, with: { "<target>\($0.1)thanked" })
    let refused = try verdicts(project, Array(text.utf8))
    #expect(refused.verdicts[1].kind == .refused)
    #expect(refused.verdicts[1].findings.first?.suggestion == "Λοιπόν He <2>thanked</2> the hosts.")
    let repaired = try verdicts(project, Array(text.utf8), repairs: true)
    #expect(repaired.verdicts[1].kind == .accepted)
    let hopeless = text.replacing(">thanked the hosts.</target>", with: ">ευχαρίστησε.</target>")
      .replacing("Λοιπόν He thanked", with: "ευχαρίστησε όλους")
    let left = try verdicts(project, Array(hopeless.utf8), repairs: true)
    #expect(left.verdicts[1].kind == .refused)
  }

  @Test("a filled unit that is not to be translated is refused")
  func untranslatable() async throws {
    let project = try await project("2.0")
    let text = try filled(project, "2.0").replacing(
      /<unit id="([^"]+)" name="title"/,
      with: { "<unit id=\"\($0.1)\" name=\"title\" translate=\"no\"" })
    let report = try verdicts(project, Array(text.utf8))
    #expect(report.verdicts[0].kind == .refused)
    #expect(report.verdicts[0].reason?.contains("not to be translated") == true)
  }

  @Test("a bundle that says it is finished and is empty is named")
  func emptyPromise() async throws {
    let project = try await project("2.0")
    let text = try project.text("bundles/el/talks-in-athens.xlf")
      .replacing("state=\"initial\"", with: "state=\"final\"")
    let report = try verdicts(project, Array(text.utf8))
    #expect(report.findings.contains { $0.rule == "nothing-translated" && $0.severity == .error })
    #expect(report.exitCode == 1)
  }

  @Test("several files in one bundle are taken one by one")
  func several() async throws {
    let project = try await project("2.0")
    var bundle = try #require(
      try XLIFFReader().read(Array(try filled(project, "2.0").utf8), file: "x").bundles.first)
    var other = bundle
    other.articleID = "no-such-article"
    other.units[0].id = "unknown"
    bundle.units[0].name = nil
    let report = try verdicts(project, try XLIFFWriter().bytes(for: [other, bundle]))
    #expect(report.verdicts.map(\.kind) == [.accepted, .accepted, .accepted])
    #expect(report.failures.map(\.message).contains { $0.contains("no article no-such-article") })
  }

  @Test("a cut file gives its whole units and says where it breaks off")
  func cut() async throws {
    for format in ["2.0", "1.2"] {
      let project = try await project(format)
      let text = try filled(project, format)
      let place = try #require(text.range(of: "harbour", options: .backwards)).lowerBound
      let report = try verdicts(project, Array(text[..<place].utf8))
      #expect(report.verdicts.map(\.kind) == [.accepted, .accepted, .missing])
      let finding = try #require(report.findings.first { $0.rule == "not-well-formed" })
      #expect(finding.line == text[..<place].split(separator: "\n").count)
      #expect(report.exitCode == 1)
    }
  }
}
