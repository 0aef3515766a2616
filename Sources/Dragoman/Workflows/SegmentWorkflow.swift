import ArticleModel
public import Foundation
import Interchange
import Linguistics
import LocaleData

/// The second stage alone: texts as JSON Lines in, their segments out.
public struct SegmentWorkflow: Sendable {
  private let data: LocaleData
  private let source: SegmentationSource
  private let explains: Bool

  /// - Parameters:
  ///   - project: A folder whose `Locales/` overrides the built-in one.
  ///   - srx: A file of SRX 2.0 whose rules take the place of dragoman's own.
  ///   - explains: Whether every answer says which rule cut or joined where.
  /// - Throws: ``ProjectError`` or `InterchangeError` when the SRX file cannot be used.
  public init(project: URL, srx: URL? = nil, explains: Bool = false) throws {
    data = LocaleData(override: project.appendingPathComponent("Locales"))
    source = try SegmentationSource(data: data, srx: srx)
    self.explains = explains
  }

  /// Answers blocks of lines; a line that cannot be read is answered with an `error`.
  ///
  /// - Parameters:
  ///   - jobs: The number of workers.
  ///   - nextBlock: Gives the next block of input, `nil` at the end.
  ///   - emit: Gets the answers in order.
  /// - Throws: What `nextBlock` and `emit` throw.
  public func run(
    jobs: Int, nextBlock: sending @escaping () throws -> LineBlocks.Block?,
    emit: @escaping @Sendable (LineAnswers) throws -> Void
  ) async throws {
    try await OrderedWork.run(
      jobs: jobs, next: nextBlock,
      makeWorker: { SegmentWorker(source: source, explains: explains) },
      work: { worker, block in worker.answer(block) }, emit: emit)
  }

  /// What other tools call a language: they name Chinese by region.
  private static let otherTags = [
    "zh-Hans": "|zh|zh[-_](?:CN|SG).*", "zh-Hant": "|zh[-_](?:TW|HK|MO).*",
  ]

  /// The project's own rules for the languages of its `Locales`, as SRX 2.0.
  ///
  /// - Throws: `LocaleDataError` or `LinguisticsError` when a data file is wrong.
  public func exportRules() throws -> [UInt8] {
    var document = SRXDocument(cascades: false)
    for name in data.locales {
      guard let locale = LocaleTag(name) else { continue }
      document.languageRules.append(
        .init(name: name, patterns: try SegmentationPatterns.patterns(for: locale, data: data)))
      let pattern = "(?:\(name)(?:[-_].*)?\(Self.otherTags[name] ?? ""))"
      document.languageMaps.append(.init(pattern: pattern, ruleName: name))
    }
    return SRXWriter().write(document)
  }
}
