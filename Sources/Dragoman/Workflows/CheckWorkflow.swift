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

  /// Checks files, or without any every accepted translation of the project.
  public func run(files: [String], standardInput: () -> [UInt8]) throws -> Report {
    var run = CheckRun(configuration: configuration, glossary: glossary, data: project?.localeData)
    if files.isEmpty {
      guard let project else { throw ProjectError.noProject(folder: folder.path) }
      for id in project.articleIdentifiers() {
        for locale in project.configuration.languages {
          guard let bundle = try project.translation(of: id, in: locale) else { continue }
          try run.check([bundle], file: "translations/\(locale)/\(id).xlf")
        }
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
}
