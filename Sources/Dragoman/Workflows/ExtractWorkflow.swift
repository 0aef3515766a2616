public import ArticleModel
import Extraction
import Foundation
import Interchange
import LocaleData
import Memory
import Publishing
import Synchronization
import Terminology

/// Page → article → bundles: the first of the three uses.
public struct ExtractWorkflow: Sendable {
  /// What became of one page.
  public struct PageReport: Sendable {
    /// The page as the user named it.
    public var file: String
    /// The article's identifier; `nil` when the page could not be read.
    public var article: String?
    /// The number of units.
    public var units: Int
    /// What should be looked at.
    public var findings: [Finding]
    /// Why there is no article.
    public var failure: String?
    /// What matched and what was cut, for `--explain`.
    public var explanation: [String]
  }

  /// Whether the reports tell what was cut of a page, and why.
  public var explains = false
  private let project: Project
  private let version: XLIFFVersion
  private let locales: [LocaleTag]

  /// Creates the workflow.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - locales: The editions; empty means those of the project.
  ///   - format: The bundles' format: `2.0`, `2.1`, `2.2`, `1.2` or `1.2-prefilled`.
  /// - Throws: ``ProjectError/usage(_:)`` for another format.
  public init(
    project: Project, locales: [LocaleTag] = [], format: String = "2.0"
  ) throws(ProjectError) {
    guard let version = XLIFFVersion(rawValue: format) else {
      let names = XLIFFVersion.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("--format: \(format) is none of \(names)")
    }
    self.project = project
    self.locales = locales.isEmpty ? project.configuration.languages : locales
    self.version = version
  }

  /// Extracts pages, or makes the bundles of the stored articles again when there are none.
  ///
  /// - Parameters:
  ///   - pages: Files, folders, or `-`.
  ///   - address: The page's address, when there is one page.
  ///   - jobs: The number of workers.
  ///   - report: Called for every page in order.
  /// - Throws: ``ProjectError``, when the project as a whole cannot be worked on.
  public func run(
    pages: [String], address: String?, jobs: Int,
    report: @escaping @Sendable (PageReport) -> Void
  ) async throws {
    let sources = try PageSource.find(pages)
    if address != nil, sources.count != 1 {
      throw ProjectError.usage("--url goes with one page; give addresses of many in an index.tsv")
    }
    let glossary = try project.glossary()
    let data = project.localeData
    let sites = try SiteProfiles(override: project.folder.appendingPathComponent("Sites"))
    let keeper = Mutex(
      ArticleKeeper(
        project: project, index: try PageIndex(contentsOf: project.pageIndexFile)))
    let builder = Mutex(LazyBuilder(project: project, data: data, glossary: glossary))

    if pages.isEmpty {
      for id in project.articleIdentifiers() {
        let stored = try project.article(id)
        try builder.withLock { try write(stored.article, with: $0.builder()) }
        report(Self.report(for: stored.article))
      }
      return
    }
    var iterator = sources.makeIterator()
    try await OrderedWork.run(
      jobs: jobs,
      next: { () -> PageSource? in iterator.next() },
      makeWorker: { [explains] in try PageReader(sites: sites, explains: explains) },
      work: { reader, source in (source, reader.read(source, address: address)) },
      emit: { [self] source, outcome in
        do {
          let (page, bytes) = try outcome.get()
          let stored = try keeper.withLock { try $0.keep(page, bytes: bytes, of: source) }
          try builder.withLock { try write(stored.article, with: $0.builder()) }
          var result = Self.report(for: stored.article)
          result.file = source.name
          result.findings = page.findings
          result.explanation = page.explanation
          report(result)
        } catch {
          report(
            PageReport(
              file: source.name, units: 0, findings: [], failure: "\(error)", explanation: []))
        }
      })
    try keeper.withLock { try $0.finish() }
  }

  private func write(_ article: Article, with builder: BundleBuilder) throws {
    for locale in locales {
      let accepted = try project.translation(of: article.id, in: locale)
      let bundle = try builder.bundle(for: article, target: locale, accepted: accepted)
      try project.write(bundle, version: version, to: project.bundleFile(article.id, locale))
      try FileAccess.write(
        PreviewPage.html(for: bundle, article: article, data: project.localeData),
        to: project.previewFile(article.id, locale))
    }
  }

  private static func report(for article: Article) -> PageReport {
    PageReport(
      file: article.file, article: article.id,
      units: article.blocks.count { !$0.content.textOnly.isEmpty }, findings: [], failure: nil,
      explanation: [])
  }
}

/// Makes the builder when the first article needs it: a run that extracts nothing leaves no memory
/// behind in a folder that is no project.
private struct LazyBuilder {
  let project: Project
  let data: LocaleData
  let glossary: Glossary
  private var made: BundleBuilder?

  init(project: Project, data: LocaleData, glossary: Glossary) {
    self.project = project
    self.data = data
    self.glossary = glossary
  }

  mutating func builder() throws -> BundleBuilder {
    if let made { return made }
    let builder = BundleBuilder(
      data: data, glossary: glossary, memory: try project.openMemory())
    made = builder
    return builder
  }
}

/// Stores pages and articles under the identifiers that they keep.
private struct ArticleKeeper {
  let project: Project
  var index: PageIndex
  private var taken: Set<String>
  /// What this run has stored, by identifier: two pages of one run with the same address are a
  /// mistake that is reported, not a correction.
  private var kept: [String: String] = [:]

  init(project: Project, index: PageIndex) {
    self.project = project
    self.index = index
    taken = Set(index.rows.keys).union(project.articleIdentifiers())
  }

  mutating func keep(
    _ page: ExtractedPage, bytes: [UInt8], of source: PageSource
  ) throws -> StoredArticle {
    var article = page.article
    let file = source.key
    article.file = file
    let known = index.identifier(url: article.url, file: file)
    article.id = known ?? ArticleIdentifier.make(for: article, taken: taken)
    if let other = kept[article.id] {
      throw ProjectError.unreadable(
        path: source.name, reason: "is the same page as \(other), which this run has extracted")
    }
    kept[article.id] = source.name
    taken.insert(article.id)
    var stored = StoredArticle(article: article)
    if known != nil, let before = try? project.article(article.id) {
      stored = UnitMatcher.update(before, to: article)
    }
    try FileAccess.write(bytes, to: project.pageFile(article.id))
    try project.write(stored)
    index.record(
      PageIndex.Row(
        id: article.id, file: file, url: article.url, language: article.language.identifier,
        fetched: nil))
    return stored
  }

  func finish() throws {
    guard !kept.isEmpty else { return }
    try FileAccess.write(index.text, to: project.pageIndexFile)
    try project.recordLanguages()
  }
}
