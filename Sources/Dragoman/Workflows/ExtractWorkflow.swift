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
  ///   - pages: Files, folders, web archives, or `-`.
  ///   - address: The page's address, when there is one page.
  ///   - jobs: The number of workers.
  ///   - report: Called for every page in order.
  /// - Throws: ``ProjectError``, when the project as a whole cannot be worked on.
  public func run(
    pages: [String], address: String?, jobs: Int,
    report: @escaping @Sendable (PageReport) -> Void
  ) async throws {
    let input = try PageInput(pages)
    if address != nil, !input.isOnePage {
      throw ProjectError.usage("--url goes with one page; give addresses of many in an index.tsv")
    }
    let glossary = try project.glossary()
    let data = project.localeData
    let sites = try SiteProfiles(override: project.folder.appendingPathComponent("Sites"))
    let keeper = Mutex(
      ArticleKeeper(
        project: project, index: try PageIndex(contentsOf: project.pageIndexFile)))
    let builder = Mutex(LazyBuilder(project: project, data: data, glossary: glossary, sites: sites))

    if pages.isEmpty {
      for id in project.articleIdentifiers() {
        let stored = try project.article(id)
        try builder.withLock { try write(stored.article, with: $0.builder()) }
        report(Self.report(for: stored.article))
      }
      return
    }
    try await PageRun<[UInt8]>.run(
      jobs: jobs, input: input,
      makeReader: { [explains] in try PageReader(sites: sites, explains: explains) },
      work: { reader, source in
        let read = reader.read(source, address: address)
        return PageRead(
          source: source, page: read.map(\.page), made: (try? read.get().bytes) ?? [])
      },
      emit: { [self] outcome in
        let source = outcome.entry.read.source
        if let reason = Self.reasonToLeaveOut(outcome) {
          report(Self.report(of: source.name, leftOut: reason))
          return
        }
        do {
          let page = try outcome.entry.page.get()
          let stored = try keeper.withLock { try $0.keep(page, of: outcome.entry) }
          try builder.withLock { try write(stored.article, with: $0.builder()) }
          var result = Self.report(for: stored.article)
          result.file = source.name
          result.findings = page.findings + Self.missingPage(page)
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

  /// Why a page makes no article of its own.
  private static func reasonToLeaveOut(
    _ outcome: PageRun<[UInt8]>.Outcome
  ) -> (rule: String, message: String)? {
    if let first = outcome.entry.firstPage {
      return ("continuation-page", "goes on with the article of \(first), and is joined to it")
    }
    if let original = outcome.duplicateOf {
      return ("duplicate-page", "has the address or the text of \(original), and is left out")
    }
    return nil
  }

  /// Where an article goes on, when nobody gave that page.
  private static func missingPage(_ page: ExtractedPage) -> [Finding] {
    guard let address = page.nextAddress else { return [] }
    return [
      Finding(
        rule: "missing-page", severity: .warning,
        message: "goes on at \(address); fetch that page and extract both in one run",
        file: page.article.file)
    ]
  }

  private static func report(
    of file: String, leftOut reason: (rule: String, message: String)
  ) -> PageReport {
    let finding = Finding(
      rule: reason.rule, severity: .information, message: reason.message, file: file)
    return PageReport(
      file: file, article: nil, units: 0, findings: [finding], failure: nil, explanation: [])
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
  let sites: SiteProfiles
  private var made: BundleBuilder?

  init(project: Project, data: LocaleData, glossary: Glossary, sites: SiteProfiles) {
    self.project = project
    self.data = data
    self.glossary = glossary
    self.sites = sites
  }

  mutating func builder() throws -> BundleBuilder {
    if let made { return made }
    let builder = BundleBuilder(
      segmentation: try SegmentationSource(data: data), glossary: glossary,
      memory: try project.openMemory(), limits: { [sites] in sites.limits(of: $0) })
    made = builder
    return builder
  }
}
