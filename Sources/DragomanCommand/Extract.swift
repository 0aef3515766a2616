import ArgumentParser
import ArticleModel
import Dragoman
import Foundation
import Synchronization

struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Cut articles out of pages and make bundles for translators.",
    discussion: """
      Example: dragoman extract news/ --to el,zh-Hans

      PAGES are files, folders, web archives (.warc, .warc.gz) or - for standard input. Without
      PAGES the bundles of the stored articles are made again. A folder without a project becomes
      one.
      """)

  @OptionGroup var shared: SharedOptions
  @Argument(help: "Pages: files, folders, web archives, or -.") var pages: [String] = []
  @Option(help: "The editions, as in el,zh-Hans; the default is those of dragoman.yaml.")
  var to: String?
  @Option(help: "The address of the page, when there is one page.") var url: String?
  @Option(help: "The bundles' format: 2.0, 2.1, 2.2, 1.2 or 1.2-prefilled.") var format = "2.0"
  @Option(help: ArgumentHelp("Also write one archive to hand over.", valueName: "file.zip"))
  var pack: String?
  @Flag(help: "Tell what matched in each page, what was cut, and why.") var explain = false

  func run() async throws {
    let locales = try (to ?? "").split(separator: ",").map { name in
      guard let tag = LocaleTag(name.trimmingCharacters(in: .whitespaces)) else {
        throw ProjectError.usage("--to: \(name) is not a language; write en, el, zh-Hans")
      }
      return tag
    }
    let project = try Project(
      folder: shared.folder, create: !pages.isEmpty, languages: locales)
    var workflow = try ExtractWorkflow(project: project, locales: locales, format: format)
    workflow.explains = explain || shared.json
    let failures = Mutex(0)
    try await workflow.run(pages: pages, address: url, jobs: shared.jobs) { report in
      if report.failure != nil { failures.withLock { $0 += 1 } }
      show(report)
    }
    if let pack {
      let names = try PackWorkflow(project: project).write(to: pack, locales: locales)
      if !shared.quiet, !shared.json { Terminal.print("\(pack) (\(names.count) files)") }
    }
    if failures.withLock({ $0 }) > 0 { throw ExitCode(3) }
  }

  private func show(_ report: ExtractWorkflow.PageReport) {
    if shared.json {
      Terminal.print(report.jsonLine)
      return
    }
    if let failure = report.failure {
      Terminal.warn(failure)
      return
    }
    for finding in report.findings {
      Terminal.warn("\(report.file): \(finding.rule): \(finding.message)")
    }
    guard let article = report.article else { return }
    if explain { report.explanation.forEach { Terminal.print("\(report.file): \($0)") } }
    if !shared.quiet {
      Terminal.print("\(report.file) → \(article) (\(report.units) units)")
    }
  }
}
