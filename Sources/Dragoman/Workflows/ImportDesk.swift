import ArticleModel
import Interchange
import Memory
import Quality
import Terminology

/// Where bundles are opened, judged and put away: what all files of one import share.
final class ImportDesk {
  let project: Project
  private(set) var report = ImportWorkflow.Report()

  private let options: ImportOptions
  private let glossary: Glossary
  private let memory: TranslationMemory?
  private let tell: (ImportWorkflow.Event) -> Void
  private let articles: Set<String>

  init(
    project: Project, options: ImportOptions, glossary: Glossary, memory: TranslationMemory?,
    tell: @escaping (ImportWorkflow.Event) -> Void
  ) {
    self.project = project
    self.options = options
    self.glossary = glossary
    self.memory = memory
    self.tell = tell
    articles = Set(project.articleIdentifiers())
  }

  func fail(_ message: String, _ exitCode: Int32) {
    report.failures.append((message, exitCode))
  }

  func tell(_ finding: Finding) {
    if finding.severity == .error { report.hasErrors = true }
    tell(.finding(finding))
  }

  func tell(_ verdict: UnitVerdict) {
    report.counts[verdict.kind, default: 0] += 1
    if verdict.findings.contains(where: { $0.severity == .error }) { report.hasErrors = true }
    tell(.verdict(verdict))
  }

  /// A judge for a bundle, whose first unit says which article it is of where its name does not.
  func judge(
    for bundle: TranslationBundle, first unit: TranslationUnit, file: String
  ) throws -> UnitJudge {
    guard let locale = bundle.targetLocale else {
      throw ProjectError.usage("\(file): the bundle does not say its target language (trgLang)")
    }
    guard project.configuration.languages.contains(locale) else {
      let known = project.configuration.languages.map(\.identifier).joined(separator: ", ")
      throw ProjectError.usage(
        "\(file): \(locale) is no edition of this project, which has \(known); "
          + "add it to `languages` in dragoman.yaml")
    }
    guard let stored = try article(of: bundle, first: unit) else {
      throw ProjectError.usage(
        "\(file): the project has no article \(bundle.articleID); extract its page first")
    }
    let article = stored.article
    guard bundle.sourceLocale == article.language else {
      throw ProjectError.usage(
        "\(file): its source is \(bundle.sourceLocale), the article's \(article.language); "
          + "it is a bundle of another page")
    }
    return UnitJudge(
      file: file, stored: stored, locale: locale, configuration: project.configuration,
      checks: try CheckSuite(
        glossary: glossary, sourceLocale: article.language, targetLocale: locale),
      before: try project.translation(of: article.id, in: locale),
      repairsCodes: options.repairsCodes, tell: { [self] in tell($0) })
  }

  /// The article that a bundle is of: by its identifier, by the file it was made from, or, where a
  /// tool has dropped both, by its first unit.
  private func article(
    of bundle: TranslationBundle, first unit: TranslationUnit
  ) throws -> StoredArticle? {
    if articles.contains(bundle.articleID) { return try project.article(bundle.articleID) }
    let unitID = unit.id.split(separator: "/").first.map(String.init) ?? unit.id
    for id in articles.sorted() {
      let stored = try project.article(id)
      guard stored.article.blocks.contains(where: { $0.id == unitID }) else { continue }
      let hasSameText = stored.article.blocks.contains { block in
        block.id == unitID && SourceAligner(content: block.content).align(unit) != nil
      }
      if hasSameText || stored.article.file == bundle.original { return stored }
    }
    return nil
  }

  /// Keeps what a judge let in.
  func put(away judge: UnitJudge) throws {
    guard !options.isDryRun, judge.hasChanges else { return }
    let kept = judge.translation()
    try project.write(translation: kept, in: judge.locale)
    try memory?.add(
      MemoryFeed.entries(of: judge.changedUnits, origin: kept.articleID),
      pair: LanguagePair(source: kept.sourceLocale, target: judge.locale))
  }
}
