import Synchronization

/// Work on many items by several workers, with the results in the order of the items.
///
/// Memory does not grow with the number of items: a worker that is too far ahead waits.
package enum OrderedWork {
  /// Runs the workers until the items are used up.
  ///
  /// - Parameters:
  ///   - jobs: The number of workers, 1 or more.
  ///   - next: Gives the next item, `nil` at the end; called by one worker at a time.
  ///   - makeWorker: Called once in each worker, for parsers and buffers that are used again.
  ///   - work: Turns an item into a result, in any worker.
  ///   - emit: Gets every result in order, one at a time.
  /// - Throws: What `next`, `makeWorker` or `emit` throws; the other workers stop.
  package static func run<Item: Sendable, Result: Sendable, Worker>(
    jobs: Int,
    next: sending @escaping () throws -> Item?,
    makeWorker: @escaping @Sendable () throws -> Worker,
    work: @escaping @Sendable (Worker, Item) -> Result,
    emit: @escaping @Sendable (Result) throws -> Void
  ) async throws {
    let items = ItemQueue(next)
    let results = OrderedResults(window: jobs * 4, emit: emit)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask {
          let worker = try makeWorker()
          while let (index, item) = try items.take() {
            try Task.checkCancellation()
            try await results.deliver(work(worker, item), at: index)
          }
        }
      }
      do {
        try await group.waitForAll()
      } catch {
        await results.cancel()
        throw error
      }
    }
  }

  private final class ItemQueue<Item: Sendable>: Sendable {
    private struct State {
      var next: () throws -> Item?
      var count = 0
    }

    private let state: Mutex<State>

    init(_ next: sending @escaping () throws -> Item?) { state = Mutex(State(next: next)) }

    func take() throws -> (Int, Item)? {
      try state.withLock { state in
        guard let item = try state.next() else { return nil }
        state.count += 1
        return (state.count - 1, item)
      }
    }
  }

  private actor OrderedResults<Result: Sendable> {
    private let window: Int
    private let emit: @Sendable (Result) throws -> Void
    private var pending: [Int: Result] = [:]
    private var emitted = 0
    private var isCancelled = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(window: Int, emit: @escaping @Sendable (Result) throws -> Void) {
      self.window = window
      self.emit = emit
    }

    func deliver(_ result: Result, at index: Int) async throws {
      pending[index] = result
      do {
        while let ready = pending.removeValue(forKey: emitted) {
          try emit(ready)
          emitted += 1
        }
      } catch {
        cancel()
        throw error
      }
      resumeWaiting()
      while index - emitted >= window, !isCancelled {
        await withCheckedContinuation { waiting.append($0) }
      }
    }

    func cancel() {
      isCancelled = true
      resumeWaiting()
    }

    private func resumeWaiting() {
      let ready = waiting
      waiting = []
      for continuation in ready { continuation.resume() }
    }
  }
}
