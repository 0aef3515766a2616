import ArgumentParser
import Dragoman
import Synchronization

struct Segment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cut texts into sentences: JSON Lines in, JSON Lines out.",
    discussion: """
      Example: echo '{"id":"1","lang":"el","text":"Ο κ. Σι ήρθε. Έφυγε."}' | dragoman segment
      """)

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let failures = Mutex(0)
    try await SegmentWorkflow(project: shared.folder).run(
      jobs: shared.jobs, nextLine: { readLine() },
      emit: { line, isError in
        Terminal.print(line)
        if isError { failures.withLock { $0 += 1 } }
      })
    if failures.withLock({ $0 }) > 0 { throw ExitCode(3) }
  }
}
