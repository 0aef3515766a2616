import ArgumentParser
import ArticleModel
import Dragoman

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how far every article has come in every language.",
    discussion: "Example: dragoman status --count")

  @OptionGroup var shared: SharedOptions
  @Flag(help: "Add the words that are still to be translated.") var count = false

  func run() throws {
    let project = try Project(folder: shared.folder, readOnly: true)
    let cells = try StatusWorkflow(project: project).run()
    if shared.json {
      cells.forEach { Terminal.print($0.jsonLine) }
      return
    }
    let locales = project.configuration.languages
    var rows = [["article"] + locales.map(\.identifier)]
    for start in stride(from: 0, to: cells.count, by: max(1, locales.count)) {
      let row = cells[start..<(start + locales.count)]
      rows.append(
        [cells[start].article]
          + row.map { cell in
            let words = count && cell.openWords > 0 ? " (\(cell.openWords) words)" : ""
            return "\(cell.progress)\(words)"
          })
    }
    Terminal.table(rows).forEach(Terminal.print)
  }
}
