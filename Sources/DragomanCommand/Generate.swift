import ArgumentParser
import Dragoman

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the localized pages, with an index for each edition.",
    discussion: "Example: dragoman generate && xdg-open site/el/index.html")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let project = try Project(folder: shared.folder)
    let report = try GenerateWorkflow(project: project).run()
    if shared.json {
      report.jsonLines.forEach(Terminal.print)
      return
    }
    for page in report.withheld {
      Terminal.warn(
        "\(page.article): no page in \(page.locale): \(page.open) units have no translation")
    }
    if !shared.quiet { report.files.forEach(Terminal.print) }
  }
}
