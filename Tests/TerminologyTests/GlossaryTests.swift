import ArticleModel
import Foundation
import Terminology
import Testing

@Suite struct GlossaryTests {
  private func glossary(_ text: String) throws -> Glossary {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try Glossary(files: [file])
  }

  @Test("the built-in glossary has every concept, house style apart")
  func builtIn() throws {
    let glossary = try Glossary.builtIn()
    #expect(glossary.concepts.count == 211)
    #expect(glossary.concepts.count { $0.file == "house-style.tsv" } == 5)
    #expect(glossary.concept("T001")?.terms[.greek]?.preferred == "Κομμουνιστικό Κόμμα Κίνας")
  }

  @Test(
    "a broken file is an error with its line",
    arguments: [
      ("id\tel-varients\nA\tx\n", ":1: unknown column el-varients"),
      ("id\ten\nA\tx\n\ty\n", ":3: the row has no id"),
      ("id\ten\nA\tx\nA\ty\n", ":3: A is the identifier of"),
      ("id\ten\nA\t\n", ":2: A has no term"), ("id\ten\nA\tx\ty\n", ":2: 3 cells under 2 columns"),
      ("", ":1: no header line"),
    ])
  func broken(text: String, message: String) throws {
    let error = #expect(throws: GlossaryError.self) { try glossary(text) }
    #expect(error?.description.contains(message) == true)
  }

  @Test("lists in a cell are split, and the terms of a unit are marked")
  func annotate() throws {
    let glossary = try glossary(
      "id\ten\ten-variants\tel\nA\tforeign policy\tpolicy abroad | outside policy\tπολιτική\n")
    var unit = TranslationUnit(
      id: "u", parts: [.segment(Segment(id: "s1", source: [.text("An Outside Policy")]))])
    TermAnnotator(glossary: glossary, source: .english, target: .greek).annotate(&unit)
    #expect(unit.segments[0].terms == [TermMark(range: 3..<17, concept: "A")])
    #expect(
      unit.glossary
        == [GlossaryEntry(concept: "A", term: "foreign policy", translations: ["πολιτική"])])
  }

  @Test(
    "the offices of a person are for the program, the rest of the note for the translator",
    arguments: [
      ("office: T041, T006", ["T041", "T006"], nil),
      ("the press differs; office: T046; see T7", ["T046"], "the press differs; see T7"),
      ("the office: see T046", [], "the office: see T046"),
    ] as [(String, Set<String>, String?)])
  func offices(note: String, offices: Set<String>, advice: String?) throws {
    let glossary = try glossary(
      "id\tdomain\tnote\ten\tel\nA\tperson\t\(note)\tWang Yi\tΓουάνγκ Γι\n")
    #expect(glossary.concept("A")?.offices == offices)
    var unit = TranslationUnit(
      id: "u", parts: [.segment(Segment(id: "s1", source: [.text("Wang Yi spoke")]))])
    TermAnnotator(glossary: glossary, source: .english, target: .greek).annotate(&unit)
    #expect(unit.glossary.map(\.definition) == [advice])
  }
}
