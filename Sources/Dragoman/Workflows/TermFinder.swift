import ArticleModel
public import Foundation
import Synchronization
import Terminology

/// Finds the glossary's terms in texts: the contract of `glossary find`.
public final class TermFinder: Sendable {
  private let glossary: Glossary
  private let matchers = Mutex<[LocaleTag: TermMatcher]>([:])

  /// Reads the glossary.
  ///
  /// - Parameters:
  ///   - folder: The project's folder, or any other.
  ///   - files: Glossary files; when there are any, only they count.
  /// - Throws: `GlossaryError` with the file and the line of a mistake.
  public init(folder: URL, files: [String]) throws {
    if !files.isEmpty {
      glossary = try Glossary(
        checking: files.flatMap { try GlossaryFile.read(URL(fileURLWithPath: $0)).concepts })
    } else if let project = try? Project(folder: folder, readOnly: true) {
      glossary = try project.glossary()
    } else {
      glossary = try Glossary.builtIn()
    }
  }

  /// Answers blocks of lines; a line that cannot be read is answered with an `error`.
  ///
  /// - Parameters:
  ///   - jobs: The number of workers.
  ///   - isQuiet: Whether only errors are answered.
  ///   - nextBlock: Gives the next block of input, `nil` at the end.
  ///   - emit: Gets the answers in order.
  /// - Throws: What `nextBlock` and `emit` throw.
  public func run(
    jobs: Int, isQuiet: Bool = false, nextBlock: sending @escaping () throws -> LineBlocks.Block?,
    emit: @escaping @Sendable (LineAnswers) throws -> Void
  ) async throws {
    try await OrderedWork.run(
      jobs: jobs, next: nextBlock, makeWorker: { TermWorker(finder: self, isQuiet: isQuiet) },
      work: { worker, block in worker.answer(block) }, emit: emit)
  }

  /// The terms of a language, prepared when it is met first.
  func matcher(for locale: LocaleTag) -> TermMatcher {
    matchers.withLock { matchers in
      let matcher = matchers[locale] ?? TermMatcher(glossary: glossary, locale: locale)
      matchers[locale] = matcher
      return matcher
    }
  }
}
