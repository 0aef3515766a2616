public import ArgumentParser
import ArticleModel
public import Dragoman
import Foundation

struct Glossary: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Work on the glossary.",
    discussion: "Example: dragoman glossary find < texts.jsonl",
    subcommands: [Find.self, Check.self, Import.self, Export.self, Mine.self])

  struct Find: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "find",
      abstract: "Find the terms in texts: JSON Lines in, JSON Lines out.",
      discussion: """
        Example: echo '{"id":"1","lang":"en","text":"the CPC"}' | dragoman glossary find
        """)

    @OptionGroup var shared: SharedOptions
    @Option(help: "A glossary file; only those given count.") var glossary: [String] = []

    func run() async throws {
      let finder = try TermFinder(folder: shared.folder, files: glossary)
      try await Terminal.answer { blocks, emit in
        try await finder.run(
          jobs: shared.jobs, isQuiet: shared.quiet, nextBlock: { try blocks.next() }, emit: emit)
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Look for mistakes in glossary files.",
      discussion: """
        Example: dragoman glossary check Glossary/*.tsv

        Without FILES the files that count in the project are checked.
        """)

    @OptionGroup var shared: SharedOptions
    @Argument(help: "Glossary files: .tsv, .csv, .tbx.") var files: [String] = []

    func run() throws {
      let findings = try GlossaryWorkflow(folder: shared.folder).check(files)
      for finding in findings where !shared.quiet || finding.severity > .information {
        Terminal.print(shared.json ? finding.jsonLine : finding.text)
      }
      if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take glossaries of other tools into the project's Glossary folder.",
      discussion: "Example: dragoman glossary import terms.tbx")

    @OptionGroup var shared: SharedOptions
    @Argument(help: "Glossary files: .tsv, .csv, .tbx.") var files: [String]

    func run() throws {
      let workflow = GlossaryWorkflow(folder: shared.folder)
      for file in files {
        let result = try workflow.importFile(file)
        for finding in result.findings {
          Terminal.print(shared.json ? finding.jsonLine : finding.text)
        }
        if !shared.quiet { Terminal.print("\(result.file): \(result.count) concepts") }
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the glossary as one file: .tsv, .csv, .tbx.",
      discussion: """
        Example: dragoman glossary export terms.tbx --format tbx3

        A .tbx is TBX-Basic as martif, unless --format says tbx3. semicolon is .csv for Excel in Greek.
        """)

    @OptionGroup var shared: SharedOptions
    @Argument(help: "The file to write.") var file: String
    @Option(help: "A glossary file; only those given are written.") var glossary: [String] = []
    @Option(help: "tsv, csv, semicolon, tbx2 or tbx3; by default as the name ends.")
    var format: GlossaryFormat?

    func run() throws {
      let count = try GlossaryWorkflow(folder: shared.folder)
        .export(glossary, to: file, format: format)
      if !shared.quiet { Terminal.print("\(file): \(count) concepts") }
    }
  }

  struct Mine: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mine",
      abstract: "List what may be a term in the project's pages, the best first.",
      discussion: "Example: dragoman glossary mine --from en --to el")

    @OptionGroup var shared: SharedOptions
    @Option(help: "The language of the terms.") var from = "en"
    @Option(help: "A language in which translations are looked for.") var to: String?
    @Option(help: "How often a candidate stands at least.") var least = 3
    @Option(help: "How many are listed.") var limit = 100

    func run() throws {
      guard let source = LocaleTag(from) else {
        throw ValidationError("--from \(from) is not a language tag; write it as el or zh-Hans")
      }
      let target = try to.map { tag in
        guard let locale = LocaleTag(tag) else {
          throw ValidationError("--to \(tag) is not a language tag; write it as el or zh-Hans")
        }
        return locale
      }
      let candidates = try GlossaryWorkflow(folder: shared.folder)
        .mine(source: source, target: target, least: least, limit: limit)
      for candidate in candidates { Terminal.print(shared.json ? candidate.line : candidate.text) }
    }
  }
}

extension GlossaryFormat: ExpressibleByArgument {}
