import ArticleModel
import Foundation
import Terminology
import Testing

@Suite struct GlossaryFormatTests {
  private func file(_ text: String, _ ending: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(UUID()).\(ending)")
    try Data(text.utf8).write(to: file)
    return file
  }

  /// The concepts without the place that they were read from.
  private func placeless(_ concepts: [Concept]) -> [Concept] {
    concepts.map { concept in
      var concept = concept
      concept.file = ""
      concept.line = 0
      return concept
    }
  }

  @Test(
    "the built-in glossary comes back from every format with rows", arguments: ["tsv", ",", ";"])
  func roundTrip(format: String) throws {
    let concepts = try Glossary.builtIn().concepts
    let text =
      format == "tsv"
      ? GlossaryWriter.tsv(concepts)
      : GlossaryWriter.csv(concepts, separator: try #require(format.first))
    let file = try file(text, format == "tsv" ? "tsv" : "csv")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(placeless(try Glossary(files: [file]).concepts) == placeless(concepts))
  }

  @Test("a file of Excel is read: byte order mark, semicolons, quotes, line feeds in a cell")
  func excel() throws {
    let file = try file(
      "\u{FEFF}id;en;el-variants;el;note\r\nA;\"one; two\";α | β;γ;\"a \"\"b\"\"\r\nc\"\r\nB;x;;ψ;\r\n",
      "csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let concepts = try Glossary(files: [file]).concepts
    #expect(concepts.map(\.line) == [2, 4])
    #expect(concepts[0].terms[.english]?.preferred == "one; two")
    #expect(
      concepts[0].terms[.greek] == ConceptTerms(preferred: "γ", admitted: ["α", "β"]))
    #expect(concepts[0].note == "a \"b\"\nc")
  }

  @Test("bytes that are not UTF-8 are an error with its line")
  func invalidUTF8() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Array("id\ten\nA\tx\nB\t".utf8) + [0xFF, 0x0A]).write(to: file)
    let error = #expect(throws: GlossaryError.self) { try Glossary(files: [file]) }
    #expect(error?.description.hasSuffix(":3: not UTF-8; save the file as UTF-8") == true)
  }

  @Test(
    "mistakes are found with file and line",
    arguments: [
      ("id\ten\nA\tx\nA\ty\n", "glossary-duplicate", 3),
      ("id\ten\tel\nA\tx\tχ\nB\tx\tχ\n", "glossary-duplicate", 3),
      ("id\ten\ten-variants\nA\tx\tX\n", "glossary-duplicate", 2),
      ("id\ten\ten-forbidden\nA\tx\ty\nB\ty\t\n", "glossary-contradiction", 2),
      ("id\ten\ten-forbidden\nA\tx\tx\n", "glossary-contradiction", 2),
      ("id\ten\tel\nA\tx\t\n", "glossary-empty", 2),
      ("id\ten\tel\tel-variants\nA\tx\t\tχ\n", "glossary-empty", 2),
      ("id\ten\ten-varients\nA\tx\ty\n", "glossary-row", 1),
      ("id\ten\nA\tx\n\tz\n", "glossary-row", 3),
    ])
  func mistakes(text: String, rule: String, line: Int) throws {
    let file = try file(text, "tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    let findings = try GlossaryCheck.findings(in: [file])
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.map(\.line) == [line])
    #expect(findings.map(\.file) == [file.lastPathComponent])
  }

  @Test("rows may share a form")
  func sharedForm() throws {
    let file = try file("id\ten\tel\nA\tvisit of state\tχ\nB\tofficial visit\tχ\n", "tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try GlossaryCheck.findings(in: [file]).isEmpty)
  }

  @Test("the built-in glossary has no error")
  func builtIn() throws {
    let findings = GlossaryCheck.findings(in: try Glossary.builtIn().concepts)
    #expect(findings.filter { $0.severity == .error }.map(\.message) == [])
  }
}
