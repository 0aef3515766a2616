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
    /// Those that someone has decided to live with.
    public var waived: [WaivedFinding] = []
    /// The files that could not be read, and the lines of pairs that could not.
    public var failures: [String] = []
    /// The files that were checked, as they were named, with the number of their segments.
    public var files: [(name: String, segments: Int)] = []

    /// The number of segments that were checked.
    public var segments: Int { files.reduce(0) { $0 + $1.segments } }
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

  /// Checks files, or without any all that the project has.
  public func run(files: [String], standardInput: () -> [UInt8]) throws -> Report {
    var run = CheckRun(configuration: configuration, glossary: glossary, data: project?.localeData)
    if files.isEmpty {
      guard let project else { throw ProjectError.noProject(folder: folder.path) }
      for id in project.articleIdentifiers() {
        for locale in project.configuration.languages { check(id, locale, of: project, in: &run) }
      }
      run.finish()
      return run.report
    }
    for file in files {
      do {
        let bytes =
          file == "-"
          ? standardInput() : try FileAccess.read(URL(fileURLWithPath: file), shown: file)
        if file == "-" || file.hasSuffix(".jsonl") {
          try run.check(PairLines(bytes), file: file)
        } else if file.lowercased().hasSuffix(".tmx") {
          let memory = try TMXReader().bundles(bytes, file: file)
          run.add(memory.findings)
          try run.check(memory.bundles, file: file)
        } else {
          let document = try XLIFFReader().read(bytes, file: file)
          run.add(document.findings)
          try run.check(document.bundles, file: file)
        }
      } catch {
        run.fail("\(error)")
      }
      run.finish()
    }
    return run.report
  }

  /// Checks an edition of an article: what was accepted, and what its bundle has beyond that, from the
  /// memory or from another edition.
  ///
  /// A bundle for copy-editing says the source again and is left out.
  private func check(
    _ id: String, _ locale: LocaleTag, of project: Project, in run: inout CheckRun
  ) {
    do {
      let translation = try project.translation(of: id, in: locale)
      if let translation { try run.check([translation], file: "translations/\(locale)/\(id).xlf") }
      let accepted = Set(
        translation?.units.filter { unit in unit.segments.contains { $0.target != nil } }.map(\.id)
          ?? [])
      guard var bundle = try project.bundle(of: id, in: locale), bundle.sourceLocale != locale
      else { return }
      // Some tools want the source for a target; that is no translation.
      bundle.units.removeAll { unit in
        accepted.contains(unit.id)
          || !unit.segments.contains {
            $0.target.map { $0 != [] } == true && $0.target != $0.source
          }
      }
      guard !bundle.units.isEmpty else { return }
      try run.check([bundle], file: "bundles/\(locale)/\(id).xlf")
    } catch {
      run.fail("\(error)")
    }
  }
}
