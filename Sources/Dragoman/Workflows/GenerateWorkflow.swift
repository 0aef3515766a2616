public import ArticleModel
import Foundation
import Publishing

/// Localized article pages, with an index for each edition: the last of the three uses.
public struct GenerateWorkflow: Sendable {
  /// What was written, and what was held back.
  public struct Report: Sendable {
    /// The files written, below the project's folder.
    public var files: [String] = []
    /// The pages held back because units have no translation.
    public var withheld: [(article: String, locale: LocaleTag, open: Int)] = []
  }

  private let project: Project

  /// Creates the workflow.
  public init(project: Project) { self.project = project }

  /// Writes `site/<locale>/…` for every edition.
  public func run() throws -> Report {
    var report = Report()
    let locales = project.configuration.languages
    let publisher = try SitePublisher(
      data: project.localeData, siteAddress: project.configuration.siteAddress, locales: locales)
    let articles = try project.articleIdentifiers().map { try project.article($0).article }
    let editions = try plan(articles, publisher)
    for locale in locales {
      var entries: [IndexEntry] = []
      var written: Set<String> = []
      for article in articles {
        let translation = try currentTranslation(of: article, in: locale)
        let others = editions[article.id] ?? [:]
        let result = try publisher.page(
          for: article, locale: locale, translation: translation, otherEditions: others,
          policy: project.configuration.untranslated)
        switch result {
        case .page(let page, let entry):
          try write(page, locale, &written, &report)
          entries.append(entry)
        case .withheld(let units):
          report.withheld.append((article.id, locale, units.count))
        }
      }
      for page in try publisher.listings(locale: locale, entries: entries) {
        try write(page, locale, &written, &report)
      }
      try removeStale(in: locale, keeping: written)
    }
    return report
  }

  /// Which editions of each article there will be: a page links to its siblings before they exist.
  private func plan(
    _ articles: [Article], _ publisher: SitePublisher
  ) throws -> [String: [LocaleTag: String]] {
    var editions: [String: [LocaleTag: String]] = [:]
    for article in articles {
      for locale in project.configuration.languages {
        let translation = try currentTranslation(of: article, in: locale)
        if publisher.isPublished(
          article, locale: locale, translation: translation,
          policy: project.configuration.untranslated)
        {
          editions[article.id, default: [:]][locale] = publisher.path(for: article)
        }
      }
    }
    return editions
  }

  /// The accepted units whose source is the article's; with the policy `previous` the late ones too.
  private func currentTranslation(
    of article: Article, in locale: LocaleTag
  ) throws -> TranslationBundle? {
    guard var bundle = try project.translation(of: article.id, in: locale) else { return nil }
    if project.configuration.untranslated == .previous { return bundle }
    let sources = Dictionary(
      article.blocks.map { ($0.id, $0.content.canonicalText) },
      uniquingKeysWith: { first, _ in first })
    bundle.units.removeAll { sources[$0.id] != $0.source.canonicalText }
    return bundle
  }

  private func write(
    _ page: EditionPage, _ locale: LocaleTag, _ written: inout Set<String>, _ report: inout Report
  ) throws {
    let path = "site/\(locale)/\(page.path)"
    try FileAccess.write(page.html, to: project.folder.appendingPathComponent(path))
    written.insert(page.path)
    report.files.append(path)
  }

  /// A page that is held back now must not stay on the site from an earlier run.
  private func removeStale(in locale: LocaleTag, keeping written: Set<String>) throws {
    let folder = project.folder.appendingPathComponent("site/\(locale)")
    for name in Project.names(in: folder, suffix: ".html") where !written.contains(name + ".html") {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(name + ".html"))
    }
  }
}
