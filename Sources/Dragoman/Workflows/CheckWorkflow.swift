public import ArticleModel
public import Foundation
import Interchange
import Quality
import Terminology

/// Glossary and quality checks over a project, over bundles, or over pairs of texts.
public struct CheckWorkflow: Sendable {
  /// What was found.
  public struct Report: Sendable {
    /// The findings, in the order of the text.
    public var findings: [Finding] = []
    /// The files that could not be read.
    public var failures: [String] = []
    /// The number of segments that were checked.
    public var segments = 0
  }

  private let configuration: ProjectConfiguration
  private let glossary: Glossary
  private let project: Project?
  private let folder: URL

  /// Opens the project, when there is one, and the glossary.
  ///
  /// - Parameter folder: A project, or any folder when files are named.
  /// - Throws: ``ProjectError`` for a configuration, `GlossaryError` for a glossary with a mistake.
  public init(folder: URL) throws {
    let isProject = (try? Project(folder: folder, readOnly: true)) != nil
    let hasConfiguration = FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("dragoman.yaml").path)
    project = isProject || hasConfiguration ? try Project(folder: folder, readOnly: true) : nil
    configuration = project?.configuration ?? ProjectConfiguration()
    glossary = try project?.glossary() ?? Glossary.builtIn()
    self.folder = folder
  }

  /// Checks files, or without any every accepted translation of the project.
  public func run(files: [String], standardInput: () -> [UInt8]) throws -> Report {
    var report = Report()
    guard files.isEmpty else {
      for file in files {
        do {
          let bytes =
            file == "-"
            ? standardInput() : try FileAccess.read(URL(fileURLWithPath: file), shown: file)
          if file == "-" || file.hasSuffix(".jsonl") {
            try checkPairs(bytes, file: file, &report)
          } else {
            try checkBundles(bytes, file: file, &report)
          }
        } catch {
          report.failures.append("\(error)")
        }
      }
      return report
    }
    guard let project else { throw ProjectError.noProject(folder: folder.path) }
    for id in project.articleIdentifiers() {
      for locale in project.configuration.languages {
        guard let bundle = try project.translation(of: id, in: locale) else { continue }
        try check(bundle, file: "translations/\(locale)/\(id).xlf", &report)
      }
    }
    return report
  }

  private func checkBundles(_ bytes: [UInt8], file: String, _ report: inout Report) throws {
    let document = try XLIFFReader().read(bytes, file: file)
    report.findings += document.findings
    for bundle in document.bundles { try check(bundle, file: file, &report) }
  }

  private func check(
    _ bundle: TranslationBundle, file: String, _ report: inout Report
  ) throws {
    guard let target = bundle.targetLocale else { return }
    let suite = try CheckSuite(
      glossary: glossary, sourceLocale: bundle.sourceLocale, targetLocale: target)
    for unit in bundle.units {
      let translated = unit.segments.filter { $0.target != nil }
      guard !translated.isEmpty else { continue }
      report.segments += translated.count
      add(suite.findings(for: unit), file: file, unit: unit.id, &report)
    }
  }

  private struct Pair: Decodable {
    var id: String
    var src_lang: String
    var trg_lang: String
    var source: String
    var target: String
  }

  private func checkPairs(_ bytes: [UInt8], file: String, _ report: inout Report) throws {
    var suites: [String: CheckSuite] = [:]
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      guard let pair = try? JSONDecoder().decode(Pair.self, from: Data(line)),
        let source = LocaleTag(pair.src_lang), let target = LocaleTag(pair.trg_lang)
      else {
        report.failures.append(
          "\(file):\(number + 1): not an object with the strings id, src_lang, trg_lang, source, "
            + "target")
        continue
      }
      let key = "\(source):\(target)"
      let suite =
        try suites[key]
        ?? CheckSuite(
          glossary: glossary, sourceLocale: source, targetLocale: target)
      suites[key] = suite
      let segment = SegmentPair(
        unit: pair.id, segment: nil, sourceLocale: source, targetLocale: target,
        source: pair.source.isEmpty ? [] : [.text(pair.source)],
        target: pair.target.isEmpty ? [] : [.text(pair.target)])
      report.segments += 1
      add(suite.findings(for: segment), file: file, unit: pair.id, &report)
    }
  }

  private func add(
    _ findings: [Finding], file: String, unit: String?, _ report: inout Report
  ) {
    for var finding in findings {
      finding.file = file
      finding.unit = finding.unit ?? unit
      if !configuration.waives(finding) { report.findings.append(finding) }
    }
  }
}
