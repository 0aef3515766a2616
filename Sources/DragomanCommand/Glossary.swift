import ArgumentParser
import Dragoman
import Foundation

struct Glossary: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work on the glossary.",
    discussion: "Example: dragoman glossary find < texts.jsonl",
    subcommands: [Find.self])

  struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find the terms in texts: JSON Lines in, JSON Lines out.",
      discussion: """
        Example: echo '{"id":"1","lang":"en","text":"the CPC"}' | dragoman glossary find
        """)

    @OptionGroup var shared: SharedOptions
    @Option(help: "A glossary file; only those given count.") var glossary: [String] = []

    func run() throws {
      let finder = try TermFinder(folder: shared.folder, files: glossary)
      var isClean = true
      while let line = readLine() {
        let (answer, isError) = finder.answer(line)
        Terminal.print(answer)
        if isError { isClean = false }
      }
      if !isClean { throw ExitCode(3) }
    }
  }
}
