import ArgumentParser
import Dragoman
import Synchronization

struct Clean: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Cut articles out of pages: pages in, JSON Lines out.",
    discussion: "Example: dragoman clean news/ > articles.jsonl")

  @OptionGroup var shared: SharedOptions
  @Argument(help: "Pages: files, folders, web archives, or -.") var pages: [String]

  func run() async throws {
    let failures = Mutex(0)
    let isQuiet = shared.quiet
    try await CleanWorkflow(project: shared.folder).run(pages: pages, jobs: shared.jobs) {
      line, failure in
      Terminal.print(line)
      guard let failure else { return }
      failures.withLock { $0 += 1 }
      if !isQuiet { Terminal.warn(failure) }
    }
    if failures.withLock({ $0 }) > 0 { throw ExitCode(3) }
  }
}
