import ArgumentParser
import Dragoman

struct Memory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Work on the translation memory.",
    discussion: "Example: dragoman memory rebuild",
    subcommands: [Rebuild.self])

  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rebuild",
      abstract: "Make the memory again from translations/.",
      discussion: "Example: dragoman memory rebuild")

    @OptionGroup var shared: SharedOptions

    func run() throws {
      let count = try MemoryWorkflow(project: try Project(folder: shared.folder)).rebuild()
      if !shared.quiet { Terminal.print("\(count) entries") }
    }
  }
}
