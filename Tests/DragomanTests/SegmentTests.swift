import Dragoman
import Foundation
import Testing

@Suite struct SegmentTests {
  /// Runs the workflow over a pipe, as the command does.
  private func run(
    _ input: String, srx: URL? = nil, explains: Bool = false, jobs: Int = 2
  ) async throws -> (lines: [String], errors: Int) {
    try await PipedLines.answers(to: Array(input.utf8)) { blocks, emit in
      try await SegmentWorkflow(
        project: FileManager.default.temporaryDirectory, srx: srx, explains: explains
      ).run(jobs: jobs, nextBlock: { try blocks.next() }, emit: emit)
    }
  }

  @Test(
    "a request is answered, escapes and all",
    arguments: [
      (
        #"{"id":"1","lang":"en","text":"It is. He left."}"#,
        #"{"id":"1","segments":["It is.","He left."]}"#
      ),
      (
        #"{"text":"a\nb \"c\" \\ \u0001","lang":"en","id":7,"x":{"y":["}",1]}}"#,
        #"{"id":7,"segments":["a","b \"c\" \\ \u0001"]}"#
      ),
      (
        #" { "id" : "ά" , "lang" : "el-GR" , "text" : "\u039D\u03B1\u03B9; \ud83d\ude00" } "#,
        #"{"id":"ά","segments":["Ναι;","😀"]}"#
      ),
      (
        #"{"id":"1","lang":"zh","text":"\ud800好。"}"#,
        "{\"id\":\"1\",\"segments\":[\"\u{FFFD}好。\"]}"
      ),
      (#"{"id":"1","lang":"en","text":""}"#, #"{"id":"1","segments":[]}"#),
      (#"{"id":"1","lang":"sv","text":"Ja. Nej."}"#, #"{"id":"1","segments":["Ja.","Nej."]}"#),
    ])
  func answers(request: String, answer: String) async throws {
    let (lines, errors) = try await run(request + "\n")
    #expect(lines == [answer])
    #expect(errors == 0)
  }

  private static let noRequest =
    #"not an object with \"id\" and the strings \"lang\" and \"text\""#

  @Test(
    "a line that cannot be read is answered with its number, and the run goes on",
    arguments: [
      ("nonsense", noRequest), (#"{"id":"1","lang":"en"}"#, noRequest),
      (#"{"id":"1","lang":"en","text":"a"} x"#, noRequest),
      (#"{"id":"1","lang":"en","text":"\x"}"#, #"\"text\" has an escape that is none; write JSON"#),
      (#"{"id":"1","lang":"?","text":"a"}"#, "? is not a language; write en, el, zh-Hans"),
    ])
  func errors(line: String, problem: String) async throws {
    let good = #"{"id":"1","lang":"en","text":"a"}"#
    let (lines, errors) = try await run("\(good)\n\n\(line)\n\(good)")
    #expect(
      lines == [
        #"{"id":"1","segments":["a"]}"#, #"{"error":"line 3: \#(problem)"}"#,
        #"{"id":"1","segments":["a"]}"#,
      ])
    #expect(errors == 1)
  }

  @Test("many lines come back in order, whatever the number of workers")
  func order() async throws {
    let request = (0..<20_000).map { #"{"id":"\#($0)","lang":"en","text":"One. Two \#($0)."}"# }
    let (lines, _) = try await run(request.joined(separator: "\n"), jobs: 4)
    #expect(
      lines == (0..<20_000).map { #"{"id":"\#($0)","segments":["One.","Two \#($0)."]}"# })
  }

  @Test("an explanation names the place and the rule")
  func explanation() async throws {
    let (lines, _) = try await run(
      #"{"id":"1","lang":"el","text":"Ο κ. Λι. Ναι"}"#, explains: true)
    #expect(
      lines == [
        #"{"id":"1","segments":["Ο κ. Λι.","Ναι"],"rules":[{"at":4,"action":"joined","rule":"never"},{"at":8,"action":"cut","rule":"terminator"}]}"#
      ])
  }

  @Test("rules of an SRX file count instead; dragoman's own go out and come back in")
  func rules() async throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragoman-\(UUID().uuidString).srx")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(SegmentWorkflow(project: url.deletingLastPathComponent()).exportRules()).write(to: url)
    let (lines, errors) = try await run(
      """
      {"id":"1","lang":"en","text":"Dr. Wu left the U.S. Congress. It is 3.5. Is it? Yes."}
      {"id":"2","lang":"zh-CN","text":"他来了。“好！”他走了。"}
      """, srx: url)
    #expect(errors == 0)
    #expect(
      lines == [
        #"{"id":"1","segments":["Dr. Wu left the U.S. Congress.","It is 3.5.","Is it?","Yes."]}"#,
        #"{"id":"2","segments":["他来了。","“好！”","他走了。"]}"#,
      ])
  }

  @Test("a file that is no SRX stops the run with its name")
  func badRules() throws {
    #expect(throws: (any Error).self) {
      try SegmentWorkflow(
        project: FileManager.default.temporaryDirectory,
        srx: FileManager.default.temporaryDirectory.appendingPathComponent("absent.srx"))
    }
  }
}
