import ArgumentParser
import ArticleModel
import Dragoman
import Foundation

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take finished translations back, unit by unit.",
    discussion: """
      Example: dragoman import bundles/el/*.xlf

      Every unit gets a verdict: accepted, unchanged, not-translated, stale, refused, unknown or
      missing. A damaged unit is refused alone; the good ones are kept.
      """)

  @OptionGroup var shared: SharedOptions
  @Argument(help: "Bundles that have come home.") var files: [String]
  @Flag(help: "Give the verdicts and change nothing.") var dryRun = false
  @Flag(help: "Import the whole units of a file that breaks off.") var takeCut = false

  func run() throws {
    let project = try Project(folder: shared.folder, readOnly: dryRun)
    let report = try ImportWorkflow(
      project: project, isDryRun: dryRun, takesCutFiles: takeCut
    ).run(files: files)
    if shared.json {
      report.verdicts.forEach { Terminal.print($0.jsonLine) }
    } else {
      show(report)
    }
    for failure in report.failures { Terminal.warn(failure.message) }
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }

  private func show(_ report: ImportWorkflow.Report) {
    for finding in report.findings { Terminal.warn(finding.text) }
    var rows: [[String]] = []
    for verdict in report.verdicts {
      let isQuiet = shared.quiet && (verdict.kind == .accepted || verdict.kind == .unchanged)
      if !isQuiet || !verdict.findings.isEmpty {
        rows.append([
          verdict.locale.identifier, verdict.unit, verdict.kind.rawValue, verdict.reason ?? "",
        ])
      }
    }
    Terminal.table(rows).forEach(Terminal.print)
    for finding in report.verdicts.flatMap(\.findings) { Terminal.print("  " + finding.text) }
    guard !shared.quiet else { return }
    let counts = UnitVerdict.Kind.allCases.compactMap { kind in
      let count = report.verdicts.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    if !counts.isEmpty {
      Terminal.print(counts.joined(separator: ", ") + (dryRun ? " (dry run)" : ""))
    }
  }
}
