public import ArticleModel
import Foundation
import Interchange
import Markup
import Memory
import Terminology

/// Finished translations come home: the second of the three uses.
public struct ImportWorkflow: Sendable {
  /// What became of the files.
  public struct Report: Sendable {
    /// The number of verdicts of each kind.
    public var counts: [UnitVerdict.Kind: Int] = [:]
    /// Whether a finding has the severity error.
    public var hasErrors = false
    /// The files that changed nothing, and why: at which exit code each ends the run.
    public var failures: [(message: String, exitCode: Int32)] = []
    /// The verdicts, when they were collected.
    public var verdicts: [UnitVerdict] = []
    /// What the reader found in the files, when it was collected.
    public var findings: [Finding] = []

    /// Whether every unit was accepted, now or before, without findings of error severity.
    public var isClean: Bool {
      failures.isEmpty && !hasErrors && !counts.isEmpty && counts.keys.allSatisfy(\.isAccepted)
    }

    /// The exit code that the contract gives the report.
    public var exitCode: Int32 { max(isClean ? 0 : 1, failures.map(\.exitCode).max() ?? 0) }
  }

  /// What is told while the files are read.
  public enum Event: Sendable {
    /// What was decided about a unit.
    case verdict(UnitVerdict)
    /// What the reader found in a file.
    case finding(Finding)
  }

  private let project: Project
  private let options: ImportOptions

  /// Creates the workflow.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - isDryRun: Gives the verdicts and changes nothing.
  ///   - repairsCodes: Puts codes right where there is only one way to do it.
  public init(project: Project, isDryRun: Bool = false, repairsCodes: Bool = false) {
    self.project = project
    options = ImportOptions(isDryRun: isDryRun, repairsCodes: repairsCodes)
  }

  /// Imports files, and collects what is said of them.
  public func run(files: [String]) throws -> Report {
    var verdicts: [UnitVerdict] = []
    var findings: [Finding] = []
    var report = try run(files: files) { event in
      switch event {
      case .verdict(let verdict): verdicts.append(verdict)
      case .finding(let finding): findings.append(finding)
      }
    }
    report.verdicts = verdicts
    report.findings = findings
    return report
  }

  /// Imports files, and tells of every unit at once; a file that cannot be used stops itself, not
  /// the others.
  ///
  /// A file that breaks off gives its whole units, and a finding with the line.
  public func run(
    files: [String], tell: @escaping (Event) -> Void
  ) throws -> Report {
    let desk = ImportDesk(
      project: project, options: options, glossary: try project.glossary(),
      memory: options.isDryRun ? nil : try project.openMemory(), tell: tell)
    for file in files {
      do {
        if try FileAccess.isArchive(file) {
          try take(archive: file, to: desk)
        } else {
          let source = try FileAccess.source(URL(fileURLWithPath: file), shown: file)
          try take(source, file: file, to: desk)
        }
      } catch let error as ProjectError {
        desk.fail("\(error)", error.exitCode == 3 ? 3 : 1)
      } catch {
        desk.fail("\(error)", 3)
      }
    }
    return desk.report
  }

  private func take(
    _ source: @escaping XMLReader.Source, file: String, to desk: ImportDesk
  ) throws {
    let importer = BundleImport(file: file, desk: desk)
    try XLIFFReader().read(from: source, file: file, to: importer)
    importer.finish()
    if !importer.hasBundles {
      throw ProjectError.unreadable(path: file, reason: "holds no article; is it a bundle?")
    }
  }

  /// The bundles of a pack, one after the other.
  private func take(archive file: String, to desk: ImportDesk) throws {
    let archive = try ZipArchive(
      try FileAccess.read(URL(fileURLWithPath: file), shown: file), file: file)
    var hasBundles = false
    for entry in archive.entries
    where entry.name.hasSuffix(".xlf") || entry.name.hasSuffix(".xliff") {
      hasBundles = true
      let name = "\(file)/\(entry.name)"
      do {
        var bytes = try archive.bytes(of: entry)[...]
        try take(
          { buffer in
            let piece = bytes.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            bytes = bytes.dropFirst(piece.count)
            return piece.count
          }, file: name, to: desk)
      } catch let error as ProjectError {
        desk.fail("\(error)", error.exitCode == 3 ? 3 : 1)
      } catch {
        desk.fail("\(error)", 3)
      }
    }
    if !hasBundles {
      throw ProjectError.unreadable(path: file, reason: "the archive holds no .xlf file")
    }
  }
}

/// What an import was asked to do.
struct ImportOptions: Sendable {
  var isDryRun: Bool
  var repairsCodes: Bool
}
