import ArticleModel
import Extraction
public import Foundation
import Synchronization

/// The first stage alone: pages in, articles as JSON Lines out.
public struct CleanWorkflow: Sendable {
  private let sites: SiteProfiles

  /// Reads the site profiles.
  ///
  /// - Parameter project: A folder whose `Sites/` overrides the built-in ones.
  /// - Throws: What a profile that cannot be used makes.
  public init(project: URL) throws {
    sites = try SiteProfiles(override: project.appendingPathComponent("Sites"))
  }

  /// Reads the pages and gives a line for each, in the order of the pages.
  ///
  /// A page that was met before, with the same address or the same text, says of which it is the
  /// duplicate.
  ///
  /// - Parameters:
  ///   - pages: Files, folders, web archives, or `-`.
  ///   - jobs: The number of workers.
  ///   - emit: Gets every line, and the message when the page could not be read.
  /// - Throws: ``ProjectError/usage(_:)`` for a folder without pages, and what `emit` throws.
  public func run(
    pages: [String], jobs: Int,
    emit: @escaping @Sendable (_ line: String, _ failure: String?) throws -> Void
  ) async throws {
    var input = try PageInput(pages)
    let duplicates = Mutex(DuplicateFinder())
    try await OrderedWork.run(
      jobs: jobs,
      next: { () -> PageSource? in input.next() },
      makeWorker: { [sites] in try PageReader(sites: sites) },
      work: { reader, source -> Result in
        switch reader.read(source, address: nil) {
        case .success(let read):
          Result(
            file: source.name, line: Self.line(for: read.page.article),
            keys: DuplicateFinder.keys(of: read.page))
        case .failure(let error):
          Result(
            file: source.name, line: Self.line(for: error, file: source.name),
            failure: "\(error)")
        }
      },
      emit: { result in
        var line = result.line
        let original = duplicates.withLock { $0.original(of: result.keys, named: result.file) }
        if let original { line.add("duplicateOf", original) }
        try emit(line.text, result.failure)
      })
  }

  private struct Result: Sendable {
    var file: String
    var line: JSONLine
    var keys: [UInt64] = []
    var failure: String?
  }

  /// An article in the contract of `clean`; the title has its key and is no block.
  private static func line(for article: Article) -> JSONLine {
    var line = JSONLine()
    line.add("file", article.file)
    line.add("url", article.url)
    line.add("title", article.title?.content.plainText)
    line.add("date", article.date)
    line.add("language", article.language.identifier)
    line.add("encoding", article.encoding)
    line.add("author", article.author)
    line.add("source", article.source)
    line.add("breadcrumbs", article.breadcrumbs)
    line.add(
      "blocks",
      article.blocks.filter { $0.role != .title && $0.role != .image }.map { block in
        var entry = JSONLine()
        entry.add("role", block.role.rawValue)
        if block.level > 0 { entry.add("level", block.level) }
        entry.add("text", block.content.plainText)
        return entry
      })
    line.add(
      "images",
      article.blocks.filter { $0.role == .image }.map { block in
        var entry = JSONLine()
        entry.add("address", block.imageAddress)
        entry.add("text", block.content.plainText)
        return entry
      })
    return line
  }

  private static func line(for error: any Error, file: String) -> JSONLine {
    var line = JSONLine()
    line.add("file", file)
    line.add("error", "\(error)")
    return line
  }
}
