import ArgumentParser
import ArticleModel
import Dragoman
import Foundation

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take finished translations back, unit by unit.",
    discussion: """
      Example: dragoman import bundles/el/*.xlf

      Every unit gets a verdict: accepted, unchanged, not-translated, stale, refused, unknown or
      missing. A damaged unit is refused alone; the good ones are kept, and so are the whole units
      of a file that breaks off. FILES are XLIFF 1.2, 2.0, 2.1 or 2.2, or packs of them (.zip).
      """)

  @OptionGroup var shared: SharedOptions
  @Argument(help: "Bundles that have come home, or packs of them.") var files: [String]
  @Flag(help: "Give the verdicts and change nothing.") var dryRun = false
  @Flag(help: "Put codes right where there is only one way to do it.") var repair = false

  func run() throws {
    let project = try Project(folder: shared.folder, readOnly: dryRun)
    var rows: [UnitVerdict] = []
    let workflow = ImportWorkflow(project: project, isDryRun: dryRun, repairsCodes: repair)
    let report = try workflow.run(files: files) { event in
      switch event {
      case .finding(let finding):
        Terminal.warn(finding.text)
      case .verdict(let verdict) where shared.json: Terminal.print(verdict.jsonLine)
      case .verdict(let verdict):
        rows.append(verdict)
        // A table of a page or two; a huge file is shown as it is read.
        if rows.count == 1000 { show(&rows) }
      }
    }
    show(&rows)
    if !shared.json, !shared.quiet { showCounts(report) }
    for failure in report.failures { Terminal.warn(failure.message) }
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }

  private func show(_ verdicts: inout [UnitVerdict]) {
    let rows = verdicts.filter { verdict in
      !shared.quiet || !verdict.kind.isAccepted || !verdict.findings.isEmpty
    }.map { [$0.locale.identifier, $0.unit, $0.kind.rawValue, $0.reason ?? ""] }
    Terminal.table(rows).forEach(Terminal.print)
    for finding in verdicts.flatMap(\.findings) where finding.severity > .information {
      let remedy = finding.suggestion.map { "; write: \($0)" } ?? ""
      Terminal.print("  " + finding.text + remedy)
    }
    verdicts = []
  }

  private func showCounts(_ report: ImportWorkflow.Report) {
    let counts = UnitVerdict.Kind.allCases.compactMap { kind in
      report.counts[kind].map { "\($0) \(kind.rawValue)" }
    }
    if !counts.isEmpty {
      Terminal.print(counts.joined(separator: ", ") + (dryRun ? " (dry run)" : ""))
    }
  }
}
