import Dragoman
import Foundation
import Testing

@Suite struct TermFinderTests {
  /// Runs the finder over a pipe, as the command does.
  private func answers(
    _ input: [UInt8], glossary: String? = nil, jobs: Int = 2
  ) async throws -> (lines: [String], errors: Int) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terms-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("terms.tsv")
    if let glossary { try Data(glossary.utf8).write(to: file) }
    return try await PipedLines.answers(to: input) { blocks, emit in
      try await TermFinder(folder: folder, files: glossary == nil ? [] : [file.path])
        .run(jobs: jobs, nextBlock: { try blocks.next() }, emit: emit)
    }
  }

  @Test("offsets count Unicode scalars, and escapes are undone")
  func offsets() async throws {
    let (lines, errors) = try await answers(
      Array(#"{"id":"1","lang":"el","text":"😀 το \u039A\u039A\u039A"}"#.utf8))
    #expect(
      lines == [
        #"{"id":"1","hits":[{"concept":"T001","term":"ΚΚΚ","status":"admitted","start":5,"end":8}]}"#
      ])
    #expect(errors == 0)
  }

  @Test("a line that cannot be read is an error with its number, and the rest goes on")
  func broken() async throws {
    let lines: [[UInt8]] = [
      Array(#"{"id":"1","lang":"en","text":"the CPC"}"#.utf8), [0xFF, 0xFE, 0x41],
      Array("[1]".utf8), Array(#"{"id":"2","lang":"12","text":"the CPC"}"#.utf8),
      Array(#"{"id":"3","lang":"en","text":"the CPC"}"#.utf8),
    ]
    let result = try await answers(Array(lines.joined(separator: [0x0A])))
    #expect(result.errors == 3)
    #expect(
      result.lines.map { String($0.prefix(20)) } == [
        #"{"id":"1","hits":[{""#, #"{"line":2,"error":"n"#, #"{"line":3,"error":"n"#,
        #"{"line":4,"error":"1"#, #"{"id":"3","hits":[{""#,
      ])
  }

  @Test("a segment of a megabyte is answered")
  func longSegment() async throws {
    let text = String(repeating: "The CPC met, and rain fell. ", count: 40_000)
    let (lines, errors) = try await answers(
      Array("{\"id\":\"1\",\"lang\":\"en\",\"text\":\"\(text)\"}\n".utf8))
    #expect(errors == 0)
    #expect(lines.first?.components(separatedBy: "T001").count == 40_001)
  }

  @Test("a glossary of a hundred thousand rows is read and used")
  func largeGlossary() async throws {
    var rows = "id\ten\n"
    for number in 0..<100_000 { rows += "A\(number)\tterm x\(number)\n" }
    let (lines, errors) = try await answers(
      Array(#"{"id":"1","lang":"en","text":"the term x99999"}"#.utf8), glossary: rows)
    #expect(errors == 0)
    #expect(lines.first?.contains("A99999") == true)
  }

  @Test("a broken row of a glossary is an error with its file and line")
  func brokenRow() async throws {
    await #expect {
      _ = try await answers([], glossary: "id\ten\nA\tone\nA\ttwo\n")
    } throws: { error in
      "\(error)".contains("terms.tsv:3: ")
    }
  }
}
