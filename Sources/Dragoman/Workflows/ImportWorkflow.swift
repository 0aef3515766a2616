public import ArticleModel
import Foundation
import Interchange
import Memory
import Quality
import Terminology

/// Finished translations come home: the second of the three uses.
public struct ImportWorkflow: Sendable {
  /// What became of the files.
  public struct Report: Sendable {
    /// A verdict for every unit.
    public var verdicts: [UnitVerdict] = []
    /// What the reader found in the files.
    public var findings: [Finding] = []
    /// The files that changed nothing, and why: at which exit code each ends the run.
    public var failures: [(message: String, exitCode: Int32)] = []

    /// Whether every unit was accepted, now or before, without findings of error severity.
    public var isClean: Bool {
      failures.isEmpty && !findings.contains { $0.severity == .error }
        && !verdicts.isEmpty
        && verdicts.allSatisfy { verdict in
          verdict.kind.isAccepted && !verdict.findings.contains { $0.severity == .error }
        }
    }

    /// The exit code that the contract gives the report.
    public var exitCode: Int32 { max(isClean ? 0 : 1, failures.map(\.exitCode).max() ?? 0) }
  }

  private let project: Project
  private let isDryRun: Bool
  private let takesCutFiles: Bool

  /// Creates the workflow.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - isDryRun: Gives the verdicts and changes nothing.
  ///   - takesCutFiles: Imports the units before the place where a file breaks off.
  public init(project: Project, isDryRun: Bool = false, takesCutFiles: Bool = false) {
    self.project = project
    self.isDryRun = isDryRun
    self.takesCutFiles = takesCutFiles
  }

  /// Imports files; one that cannot be used stops itself, not the others.
  public func run(files: [String]) throws -> Report {
    var report = Report()
    let glossary = try project.glossary()
    let memory = isDryRun ? nil : try project.openMemory()
    for file in files {
      do {
        let document = try read(file)
        report.findings += document.findings
        for bundle in document.bundles {
          let verdicts = try take(bundle, file: file, glossary: glossary, memory: memory)
          report.verdicts += verdicts
          if !verdicts.contains(where: { $0.kind.isAccepted || $0.kind == .stale }) {
            report.failures.append(
              ("\(file): no unit of \(bundle.articleID) was accepted; the project is unchanged", 1))
          }
        }
      } catch let error as ProjectError {
        report.failures.append(("\(error)", error.exitCode == 3 ? 3 : 1))
      } catch {
        report.failures.append(("\(error)", 3))
      }
    }
    return report
  }

  private func read(_ file: String) throws -> XLIFFDocument {
    let bytes = try FileAccess.read(URL(fileURLWithPath: file), shown: file)
    let document = try XLIFFReader().read(bytes, file: file)
    if document.isCut, !takesCutFiles {
      let line = document.findings.compactMap(\.line).max().map { ":\($0)" } ?? ""
      let whole = document.bundles.reduce(0) { $0 + $1.units.count }
      throw ProjectError.unreadable(
        path: file + line,
        reason: "the file breaks off here; ask for it again, or import the \(whole) whole units "
          + "before it with --take-cut")
    }
    if document.bundles.isEmpty {
      throw ProjectError.unreadable(path: file, reason: "holds no article; is it a bundle?")
    }
    return document
  }

  private func take(
    _ bundle: TranslationBundle, file: String, glossary: Glossary, memory: TranslationMemory?
  ) throws -> [UnitVerdict] {
    guard let locale = bundle.targetLocale else {
      throw ProjectError.usage("\(file): the bundle does not say its target language (trgLang)")
    }
    guard project.configuration.languages.contains(locale) else {
      let known = project.configuration.languages.map(\.identifier).joined(separator: ", ")
      throw ProjectError.usage(
        "\(file): \(locale) is no edition of this project, which has \(known); "
          + "add it to `languages` in dragoman.yaml")
    }
    guard project.articleIdentifiers().contains(bundle.articleID) else {
      throw ProjectError.usage(
        "\(file): the project has no article \(bundle.articleID); extract its page first")
    }
    let stored = try project.article(bundle.articleID)
    let article = stored.article
    guard bundle.sourceLocale == article.language else {
      throw ProjectError.usage(
        "\(file): its source is \(bundle.sourceLocale), the article's \(article.language); "
          + "it is a bundle of another page")
    }
    let before = try project.translation(of: article.id, in: locale)
    var judge = UnitJudge(
      file: file, stored: stored, locale: locale, configuration: project.configuration,
      checks: try CheckSuite(
        glossary: glossary, sourceLocale: article.language, targetLocale: locale),
      before: before)
    for unit in bundle.units { judge.judge(unit) }
    judge.reportMissing()

    if !isDryRun, judge.hasChanges {
      let kept = judge.translation(original: article.file)
      try project.write(translation: kept, in: locale)
      try memory?.add(
        MemoryFeed.entries(of: judge.changedUnits, origin: article.id),
        pair: LanguagePair(source: article.language, target: locale))
    }
    return judge.verdicts
  }
}
