import ArticleModel
import Extraction
public import Foundation

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
  /// An article that goes on in a later page has that page's text as well; the later page says
  /// which it continues. A page that was met before, with the same address or the same text, says
  /// of which it is the duplicate.
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
    let input = try PageInput(pages)
    try await PageRun<JSONLine>.run(
      jobs: jobs, input: input,
      makeReader: { [sites] in try PageReader(sites: sites) },
      work: { reader, source in
        let page = reader.read(source, address: nil).map(\.page)
        return PageRead(source: source, page: page, made: Self.line(for: page, of: source))
      },
      emit: { outcome in
        let entry = outcome.entry
        var line = entry.read.made
        if !entry.continuations.isEmpty {
          line = Self.line(for: entry.page, of: entry.read.source)
          line.add("continuations", entry.continuations.map(\.source.name))
        }
        if let first = entry.firstPage { line.add("continuationOf", first) }
        if let original = outcome.duplicateOf { line.add("duplicateOf", original) }
        var failure: String?
        if case .failure(let error) = entry.read.page { failure = "\(error)" }
        try emit(line.text, failure)
      })
  }

  private static func line(
    for page: Result<ExtractedPage, any Error>, of source: PageSource
  ) -> JSONLine {
    switch page {
    case .success(let page): line(for: page.article)
    case .failure(let error): line(for: error, file: source.name)
    }
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
