import ArticleModel
import Foundation
import Testing

@testable import Dragoman

@Suite struct CheckWorkflowTests {
  private func pair(_ id: String, _ source: String, _ target: String, more: String = "") -> String {
    """
    {"id":"\(id)","src_lang":"en","trg_lang":"el","source":"\(source)","target":"\(target)"\(more)}

    """
  }

  private func report(
    _ lines: String, configuration: String? = nil
  ) throws -> CheckWorkflow.Report {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("checks-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if let configuration {
      try Data(configuration.utf8).write(to: folder.appendingPathComponent("dragoman.yaml"))
    }
    return try CheckWorkflow(folder: folder).run(files: ["-"]) { Array(lines.utf8) }
  }

  @Test("a broken line is an error with its number, and the rest goes on")
  func brokenLine() throws {
    let report = try report("{\n" + pair("a", "They met in 2017.", "Συναντήθηκαν το 2018."))
    #expect(report.findings.map(\.rule) == ["number-mismatch"])
    #expect(
      report.failures == [
        "-:1: not an object with the strings id, src_lang, trg_lang, source, target"
      ])
  }

  @Test("a memory is checked in every language of its entries")
  func memory() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("checks-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("memory.tmx")
    let variants = [("en", "They met in 2017."), ("el", "Συναντήθηκαν το 2018."), ("zh-Hans", "")]
      .map { "<tuv xml:lang=\"\($0.0)\"><seg>\($0.1)</seg></tuv>" }.joined()
    try Data(
      """
      <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence"
        o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/>
      <body><tu tuid="a">\(variants)</tu></body></tmx>
      """.utf8
    ).write(to: file)
    let report = try CheckWorkflow(folder: folder).run(files: [file.path]) { [] }
    #expect(report.failures == [])
    #expect(report.findings.map(\.rule) == ["number-mismatch", "empty-target"])
    #expect(report.findings.allSatisfy { $0.unit == "a" })
  }

  @Test("a bundle of another edition's translations is named, and waived where a unit says so")
  func wrongLanguage() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("checks-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("other.xlf")
    let segment = """
      <segment><source>The leaders met in Athens.</source>
      <target>两国领导人在雅典举行会谈。</target></segment>
      """
    let waiver = "<notes><note category='waiver'>wrong-language: a quotation</note></notes>"
    try Data(
      """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="el">
      <file id="f"><unit id="a">\(segment)</unit><unit id="b">\(waiver)\(segment)</unit></file></xliff>
      """.utf8
    ).write(to: file)
    let report = try CheckWorkflow(folder: folder).run(files: [file.path]) { [] }
    let found = report.findings.filter { $0.rule == "wrong-language" }
    #expect(found.map(\.unit) == ["a"])
    #expect(report.waived.map(\.finding.unit) == ["b"])
  }

  @Test("a line that is not UTF-8 is an error with its number, and the rest goes on")
  func badBytes() throws {
    let folder = FileManager.default.temporaryDirectory
    let report = try CheckWorkflow(folder: folder).run(files: ["-"]) {
      [0xFF, 0xFE, 0x0A] + Array(pair("a", "They met.", "").utf8)
    }
    #expect(report.findings.map(\.rule) == ["empty-target"])
    #expect(report.failures == ["-:1: not valid UTF-8; save the file as UTF-8"])
  }

  @Test("the same source in two ways is found over the whole file")
  func consistency() throws {
    let report = try report(
      pair("a", "Read more", "Διαβάστε περισσότερα") + pair("b", "Read more", "Δείτε κι άλλα"))
    #expect(report.findings.map(\.rule) == ["inconsistent"])
    #expect(report.findings.map(\.unit) == ["b"])
    #expect(report.findings.map(\.file) == ["-"])
  }

  @Test("a project sets the severity of a rule, switches one off, and waives one with a reason")
  func policy() throws {
    let report = try report(
      pair("a", "They met in 2017.", " Συναντήθηκαν  το 2018."),
      configuration: """
        severity:
          double-space: error
          edge-space: off
        waivers:
          - rule: number-mismatch
            unit: a
            reason: the source is wrong
        """)
    #expect(report.findings.map(\.rule) == ["double-space"])
    #expect(report.findings.map(\.severity) == [.error])
    #expect(report.waived.map(\.finding.rule) == ["number-mismatch"])
    #expect(report.waived.map(\.reason) == ["the source is wrong"])
  }

  @Test("a pair waives a rule for itself")
  func pairWaiver() throws {
    let report = try report(
      pair(
        "a", "They met in 2017.", "Συναντήθηκαν το 2018.",
        more: ",\"waivers\":[{\"rule\":\"number-mismatch\",\"reason\":\"agreed\"}]"))
    #expect(report.findings.isEmpty)
    #expect(report.waived.map(\.reason) == ["agreed"])
  }

  @Test("a note of the unit waives a rule, and stays when the translation is accepted")
  func unitWaiver() async throws {
    let project = try ExampleProject()
    try await project.extract()
    var bundle = try project.filled(.greek)
    bundle.units[0].notes.append(
      Note(category: "waiver", text: "double-space: a line of the layout"))
    bundle.units[0].updateSegments { _, segment in
      segment.target = segment.target.map { $0 + [.text("  τέλος")] }
    }
    let verdicts = try project.import([try project.returned(bundle)]).verdicts
    #expect(verdicts.first?.findings.contains { $0.rule == "double-space" } == false)
    let report = try CheckWorkflow(folder: project.folder).run(files: []) { [] }
    #expect(report.waived.map(\.reason).contains("a line of the layout"))
  }

  private func example() throws -> CheckWorkflow.Report {
    try report(
      pair("a<b", "They met in 2017.", "Συναντήθηκαν το <2018 & μετά.")
        + pair(
          "c", "They met.", "Συναντήθηκαν",
          more: ",\"waivers\":[{\"rule\":\"end-punct\",\"reason\":\"a title\"}]")
        + "broken\n")
  }

  @Test("the SARIF report is JSON with the rules, results, suppressions and places")
  func sarif() throws {
    let text = CheckFormat.sarif.text(of: try example())
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["ruleId"] as? String } == ["number-mismatch", "end-punct"])
    #expect(results.map { $0["suppressions"] != nil } == [false, true])
  }

  @Test("the SARIF report keeps what the schema asks of tools, rules and results")
  func sarifStructure() throws {
    let text = CheckFormat.sarif.text(of: try example())
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "dragoman")
    let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    #expect(rules.count == Set(rules).count)
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
      #expect(["note", "warning", "error"].contains(result["level"] as? String))
      let message = try #require((result["message"] as? [String: Any])?["text"] as? String)
      #expect(!message.isEmpty)
      for location in try #require(result["locations"] as? [[String: Any]]) {
        let logical = try #require(location["logicalLocations"] as? [[String: Any]])
        #expect(logical.allSatisfy { $0["fullyQualifiedName"] is String })
      }
    }
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
  }

  @Test("the JUnit report has the failure, the waiver and the broken line")
  func junit() throws {
    let text = CheckFormat.junit.text(of: try example())
    #expect(text.components(separatedBy: "<failure ").count == 2)
    #expect(text.contains("<skipped message=\"a title\"/>"))
    #expect(text.contains("<error message=\"-:3: "))
    #expect(text.contains("name=\"a&lt;b number-mismatch\""))
  }

  @Test("the page marks the place, escapes the text, and has nothing outside of it")
  func page() throws {
    let html = CheckFormat.html.text(of: try example())
    #expect(html.contains("το &lt;<mark>2018</mark> &amp; μετά"))
    #expect(!html.contains("a<b"))
    #expect(!html.contains("src=") && !html.contains("href="))
  }
}
