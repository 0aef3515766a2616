public import ArgumentParser
public import ArticleModel
import Dragoman
import Foundation

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check translations against the glossary and the rules of good text.",
    discussion: """
      Example: dragoman check bundles/el/*.xlf --json

      Without FILES the accepted translations of the project are checked. A .jsonl file, or -,
      holds pairs {"id","src_lang","trg_lang","source","target"}.
      """)

  @OptionGroup var shared: SharedOptions
  @Argument(help: "Bundles, or pairs as JSON Lines.") var files: [String] = []
  @Option(help: "The least severity that ends with 1: information, warning or error.")
  var failOn = Finding.Severity.error

  func run() throws {
    let report = try CheckWorkflow(folder: shared.folder).run(files: files) {
      [UInt8]((try? FileHandle.standardInput.readToEnd()) ?? Data())
    }
    for finding in report.findings {
      Terminal.print(shared.json ? finding.jsonLine : finding.text)
    }
    if !shared.json, !shared.quiet {
      Terminal.print("\(report.segments) segments, \(report.findings.count) findings")
    }
    report.failures.forEach(Terminal.warn)
    if !report.failures.isEmpty { throw ExitCode(3) }
    if report.findings.contains(where: { $0.severity >= failOn }) { throw ExitCode(1) }
  }
}

extension Finding.Severity: ExpressibleByArgument {}
