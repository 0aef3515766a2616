public import ArgumentParser
public import ArticleModel
public import Dragoman
import Foundation

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check translations against the glossary and the rules of good text.",
    discussion: """
      Example: dragoman check bundles/el/*.xlf --format html --output report.html

      Without FILES the accepted translations of the project are checked, and what its bundles have
      beyond them. A .jsonl file, or -, holds pairs
      {"id","src_lang","trg_lang","source","target"}.
      """)

  @OptionGroup var shared: SharedOptions
  @Argument(help: "Bundles, or pairs as JSON Lines.") var files: [String] = []
  @Option(help: "The least severity that ends with 1: information, warning or error.")
  var failOn = Finding.Severity.error
  @Option(help: "The form of the report: text, json, sarif, junit or html.")
  var format = CheckFormat.text
  @Option(help: ArgumentHelp("A file for the report.", valueName: "file"))
  var output: String?
  @Flag(help: "Report what is only for information as well.") var information = false

  func run() throws {
    var report = try CheckWorkflow(folder: shared.folder).run(files: files) {
      [UInt8]((try? FileHandle.standardInput.readToEnd()) ?? Data())
    }
    if !information, failOn > .information {
      report.findings.removeAll { $0.severity == .information }
    }
    let form = shared.json ? CheckFormat.json : format
    if let output {
      try FileAccess.write(form.text(of: report), to: URL(fileURLWithPath: output))
    } else {
      FileHandle.standardOutput.write(Data(form.text(of: report).utf8))
    }
    if form == .text || output != nil, !shared.quiet {
      Terminal.print("\(report.segments) segments, \(report.findings.count) findings")
    }
    report.failures.forEach(Terminal.warn)
    if !report.failures.isEmpty { throw ExitCode(3) }
    if report.findings.contains(where: { $0.severity >= failOn }) { throw ExitCode(1) }
  }
}

extension Finding.Severity: ExpressibleByArgument {}
extension CheckFormat: ExpressibleByArgument {}
