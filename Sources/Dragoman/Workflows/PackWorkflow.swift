public import ArticleModel
import Foundation
import Interchange
import Terminology

/// One archive to hand over: bundles, previews, glossary, memory, and a manifest.
public struct PackWorkflow: Sendable {
  private let project: Project

  /// Creates the workflow.
  public init(project: Project) { self.project = project }

  /// Writes the pack.
  ///
  /// - Parameters:
  ///   - path: The archive's file; it is replaced.
  ///   - locales: The editions whose bundles go into it; empty means those of the project.
  /// - Returns: The names in the archive.
  /// - Throws: ``ProjectError`` when there is no bundle to pack or the file cannot be written.
  public func write(to path: String, locales: [LocaleTag] = []) throws -> [String] {
    var files: [(name: String, bytes: [UInt8])] = []
    let locales = locales.isEmpty ? project.configuration.languages : locales
    for locale in locales.sorted() {
      let folder = project.folder.appendingPathComponent("bundles/\(locale)")
      for suffix in [".preview.html", ".xlf"] {
        for name in Project.names(in: folder, suffix: suffix) {
          let file = folder.appendingPathComponent(name + suffix)
          files.append(("bundles/\(locale)/\(name)\(suffix)", try FileAccess.read(file)))
        }
      }
    }
    guard files.contains(where: { $0.name.hasSuffix(".xlf") }) else {
      throw ProjectError.usage("there is no bundle to pack; run `dragoman extract PAGES` first")
    }
    let concepts = try project.glossary().concepts
    for name in ["glossary.tsv", "glossary.tbx"] {
      files.append((name, try GlossaryFile.bytes(concepts, name: name, format: nil)))
    }
    let memory = try memory(for: locales)
    if let memory { files.append(("memory.tmx", memory)) }
    files.sort { $0.name < $1.name }
    let manifest = files.map { file in
      let checksum = String(ZipArchive.checksum(file.bytes), radix: 16)
      let padded = String(repeating: "0", count: 8 - checksum.count) + checksum
      return "\(padded)\t\(file.bytes.count)\t\(file.name)\n"
    }
    files.append(("manifest.tsv", Array(("crc32\tbytes\tname\n" + manifest.joined()).utf8)))
    var archive = ZipWriter()
    for file in files { archive.add(file.name, file.bytes) }
    try FileAccess.write(archive.finished(), to: URL(fileURLWithPath: path))
    return files.map(\.name)
  }

  /// The accepted translations in these languages; `nil` when there are none.
  private func memory(for locales: [LocaleTag]) throws -> [UInt8]? {
    var writer = TMXWriter(source: nil)
    var isEmpty = true
    for locale in locales.sorted() {
      for id in project.articleIdentifiers() {
        guard let bundle = try project.translation(of: id, in: locale) else { continue }
        for unit in bundle.units {
          for segment in unit.segments {
            guard let target = segment.target, segment.state > .initial else { continue }
            isEmpty = false
            writer.add(
              TMXEntry(
                id: "\(id)/\(unit.id)/\(segment.id)",
                variants: [
                  .init(locale: bundle.sourceLocale, content: segment.source),
                  .init(locale: locale, content: target),
                ]))
          }
        }
      }
    }
    writer.finish()
    return isEmpty ? nil : writer.take()
  }
}
