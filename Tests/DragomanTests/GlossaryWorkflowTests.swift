import ArticleModel
import Foundation
import Terminology
import Testing

@testable import Dragoman

/// Glossaries that go out to other tools, and come home.
@Suite final class GlossaryWorkflowTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "glossary-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, _ name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func concepts(_ path: String) throws -> [Concept] {
    try GlossaryFile.read(URL(fileURLWithPath: path)).concepts.map { concept in
      var concept = concept
      concept.file = ""
      concept.line = 0
      return concept
    }
  }

  @Test(
    "the built-in glossary goes out and is imported again without a loss",
    arguments: GlossaryFormat.allCases)
  func roundTrip(format: GlossaryFormat) throws {
    let name = ["tsv": "t.tsv", "csv": "t.csv", "semicolon": "t.csv"][format.rawValue] ?? "t.tbx"
    let file = folder.appendingPathComponent(name).path
    let workflow = GlossaryWorkflow(folder: folder)
    let count = try workflow.export([], to: file, format: format)
    let home = try workflow.importFile(file)
    #expect(home.file == "Glossary/t.tsv")
    #expect(home.count == count)
    #expect(home.findings.isEmpty)
    let back = try concepts(folder.appendingPathComponent(home.file).path)
    #expect(back == (try concepts(file)))
    #expect(Set(back.map(\.id)) == Set(try Glossary.builtIn().concepts.map(\.id)))
    let original = try #require(try Glossary.builtIn().concept("T153"))
    #expect(back.first { $0.id == "T153" }?.terms == original.terms)
  }

  @Test("an export of two languages has the source's first, and only concepts of both")
  func pair() throws {
    let glossary = try write(
      "id\ten\tel\tel-forbidden\tzh-Hans\nA\tone\tένα\tέναν\t一\nB\ttwo\tδύο\t\t\n", "g.tsv")
    let file = folder.appendingPathComponent("t.tbx").path
    let count = try GlossaryWorkflow(folder: folder).export(
      [glossary], to: file, format: .tbx2, pair: "zh:el", isAcceptedOnly: true)
    #expect(count == 1)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let chinese = try #require(text.firstRange(of: "<term>一</term>"))
    let greek = try #require(text.firstRange(of: "<term>ένα</term>"))
    #expect(chinese.lowerBound < greek.lowerBound)
    #expect(!text.contains("one") && !text.contains("έναν"))
  }

  @Test("a pair that is none is wrong usage")
  func wrongPair() throws {
    let error = #expect(throws: ProjectError.self) {
      try GlossaryWorkflow(folder: folder).export(
        [], to: folder.appendingPathComponent("t.tbx").path, format: nil, pair: "en-el")
    }
    #expect(error?.description == "en-el: a pair of languages is written en:el")
  }

  @Test("what is wrong with a file is told with its line, whatever its format")
  func check() throws {
    let rows = try write("id\ten\tel\nA\tone\tένα\nA\ttwo\tδύο\nB\t\t\nC\tx\ty\tz\n", "g.tsv")
    let base = try write(
      """
      <martif type="TBX-Basic" xml:lang="en"><text><body>
      <termEntry id="A"><langSet xml:lang="en"><tig><term>one</term></tig></langSet></termEntry>
      <termEntry id="A"><langSet xml:lang="en"><tig><term>two</term></tig></langSet></termEntry>
      </body></text></martif>
      """, "g.tbx")
    let workflow = GlossaryWorkflow(folder: folder)
    let found = try workflow.check([rows]).filter { $0.severity == .error }
    #expect(found.map(\.rule) == ["glossary-row", "glossary-row", "glossary-duplicate"])
    #expect(found.map(\.line) == [4, 5, 3])
    let duplicates = try workflow.check([base]).filter { $0.severity == .error }
    #expect(duplicates.map(\.rule) == ["glossary-duplicate"])
    #expect(duplicates.map(\.line) == [3])
    #expect(throws: (any Error).self) { try workflow.importFile(rows) }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Glossary"))
  }

  @Test("a glossary of 20,000 rows goes out and comes home")
  func manyRows() throws {
    let rows = (0..<20_000).map { "N\($0)\tterm number \($0)\tόρος αριθμός \($0)\n" }
    let file = try write("id\ten\tel\n" + rows.joined(), "many.tsv")
    let workflow = GlossaryWorkflow(folder: folder)
    let base = folder.appendingPathComponent("many.tbx").path
    #expect(try workflow.export([file], to: base, format: .tbx2) == 20_000)
    #expect(try workflow.importFile(base).count == 20_000)
    #expect(try workflow.check([base]).isEmpty)
  }
}
