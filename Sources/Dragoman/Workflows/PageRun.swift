import Extraction
import Synchronization

/// Pages in, articles out, in the order of the pages: those of one article are joined, and those
/// that were met before are told.
struct PageRun<Made: Sendable> {
  /// One page's part in the run.
  struct Outcome {
    /// The page, and those that continue it.
    var entry: PageJoiner<Made>.Entry
    /// The page that this one repeats, by address or by text.
    var duplicateOf: String?
  }

  private struct State {
    var joiner = PageJoiner<Made>()
    var duplicates = DuplicateFinder()

    /// What is said of a page; of one that continues another only that it does.
    mutating func outcome(of entry: PageJoiner<Made>.Entry) -> Outcome {
      var outcome = Outcome(entry: entry)
      guard entry.firstPage == nil else { return outcome }
      for read in [entry.read] + entry.continuations {
        guard let page = try? read.page.get() else { continue }
        let original = duplicates.original(
          of: DuplicateFinder.keys(of: page), named: entry.read.source.name)
        if read.source.name == entry.read.source.name { outcome.duplicateOf = original }
      }
      return outcome
    }
  }

  /// Reads all pages.
  ///
  /// - Parameters:
  ///   - jobs: The number of workers, 1 or more.
  ///   - input: The pages.
  ///   - makeReader: Called once in each worker.
  ///   - work: Reads a page, in any worker.
  ///   - emit: Gets every page in order, one at a time.
  /// - Throws: What `makeReader` and `emit` throw.
  static func run(
    jobs: Int, input: sending PageInput,
    makeReader: @escaping @Sendable () throws -> PageReader,
    work: @escaping @Sendable (PageReader, PageSource) -> PageRead<Made>,
    emit: @escaping @Sendable (Outcome) throws -> Void
  ) async throws {
    var input = input
    let state = Mutex(State())
    try await OrderedWork.run(
      jobs: jobs,
      next: { () -> PageSource? in input.next() },
      makeWorker: makeReader,
      work: work,
      emit: { read in
        let outcome = state.withLock { state in
          state.joiner.add(read).map { state.outcome(of: $0) }
        }
        if let outcome { try emit(outcome) }
      })
    let rest = state.withLock { state in
      state.joiner.finish().map { state.outcome(of: $0) }
    }
    for outcome in rest { try emit(outcome) }
  }
}
