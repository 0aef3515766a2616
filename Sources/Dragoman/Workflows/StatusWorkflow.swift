public import ArticleModel
import Foundation
import Linguistics

/// How far every article has come in every language.
public struct StatusWorkflow: Sendable {
  /// One article in one language.
  public struct Cell: Sendable, Equatable {
    /// How far it has come.
    public enum Progress: Sendable, Equatable {
      /// The language of the page itself, with nothing copy-edited.
      case source
      /// There is no bundle yet.
      case new
      /// The bundle is out, and nothing has come back.
      case out
      /// Units were translated from an earlier source.
      case stale(Int)
      /// Some units are translated.
      case partial(done: Int, all: Int)
      /// Every unit is translated.
      case done
    }

    /// The article's identifier.
    public var article: String
    /// The language of the edition.
    public var locale: LocaleTag
    /// How far it has come.
    public var progress: Progress
    /// The words of the source that have no translation.
    public var openWords: Int
  }

  private let project: Project

  /// Creates the workflow.
  public init(project: Project) { self.project = project }

  /// The cells, article by article, in the order of the project's languages.
  public func run() throws -> [Cell] {
    var counters: [LocaleTag: TextCounter] = [:]
    return try project.articleIdentifiers().flatMap { id in
      let article = try project.article(id).article
      let counter = try counters[article.language] ?? TextCounter(locale: article.language)
      counters[article.language] = counter
      return try project.configuration.languages.map { try cell(for: article, in: $0, counter) }
    }
  }

  private func cell(
    for article: Article, in locale: LocaleTag, _ counter: TextCounter
  ) throws -> Cell {
    let translation = try project.translation(of: article.id, in: locale)
    let units = Dictionary(
      (translation?.units ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let blocks = article.blocks.filter { !$0.content.textOnly.isEmpty }
    var done = 0
    var stale = 0
    var openWords = 0
    for block in blocks {
      guard let unit = units[block.id], unit.isTranslated else {
        openWords += counter.count(block.content.plainText).words
        continue
      }
      if unit.source.canonicalText == block.content.canonicalText {
        done += 1
      } else {
        stale += 1
        openWords += counter.count(block.content.plainText).words
      }
    }
    let progress: Cell.Progress
    if stale > 0 {
      progress = .stale(stale)
    } else if done == blocks.count {
      progress = .done
    } else if done > 0 {
      progress = .partial(done: done, all: blocks.count)
    } else if locale == article.language {
      progress = .source
      openWords = 0
    } else {
      let isOut = FileManager.default.fileExists(
        atPath: project.bundleFile(article.id, locale).path)
      progress = isOut ? .out : .new
    }
    return Cell(
      article: article.id, locale: locale, progress: progress, openWords: openWords)
  }
}

extension StatusWorkflow.Cell.Progress: CustomStringConvertible {
  /// The words of the status table.
  public var description: String {
    switch self {
    case .source: "source"
    case .new: "new"
    case .out: "out"
    case .stale(let count): "\(count) stale"
    case .partial(let done, let all): "\(done) of \(all)"
    case .done: "done"
    }
  }
}
