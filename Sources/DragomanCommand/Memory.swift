import ArgumentParser
import Dragoman

struct Memory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Work on the translation memory.",
    discussion: "Example: dragoman memory rebuild",
    subcommands: [Import.self, Export.self, Rebuild.self])

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

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take memories of other tools: TMX.",
      discussion: """
        Example: dragoman memory import omegat/project_save.tmx

        The files are kept in the project's memory folder.
        """)

    @OptionGroup var shared: SharedOptions
    @Argument(help: "TMX files.") var files: [String]

    func run() throws {
      let workflow = MemoryWorkflow(project: try Project(folder: shared.folder))
      for file in files {
        let result = try workflow.importFile(file)
        for finding in result.findings {
          Terminal.print(shared.json ? finding.jsonLine : finding.text)
        }
        if !shared.quiet { Terminal.print("\(file): \(result.count) pairs") }
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the memory as TMX.",
      discussion: "Example: dragoman memory export memory.tmx --pair en:el")

    @OptionGroup var shared: SharedOptions
    @Argument(help: "The file to write.") var file: String
    @Option(help: "The languages to write; by default all.") var pair: String?

    func run() throws {
      let count = try MemoryWorkflow(project: try Project(folder: shared.folder))
        .export(to: file, pair: pair)
      if !shared.quiet { Terminal.print("\(file): \(count) entries") }
    }
  }
}
