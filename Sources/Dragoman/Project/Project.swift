public import ArticleModel
public import Foundation
package import Interchange
import Linguistics
package import LocaleData
package import Memory
import Terminology

/// A project on disk: pages, articles, bundles, translations, memory and site.
///
/// One value holds the lock on the folder for as long as it lives.
public final class Project: Sendable {
  /// The folder.
  public let folder: URL
  /// What `dragoman.yaml` says.
  public let configuration: ProjectConfiguration

  private let lock: FileLock?

  /// Opens the project in a folder.
  ///
  /// - Parameters:
  ///   - folder: The project's folder.
  ///   - create: Makes a project of the folder when it holds none.
  ///   - languages: The editions that a new project is to have; empty means the defaults.
  ///   - readOnly: Takes no lock, for verbs that write nothing.
  /// - Throws: ``ProjectError`` when there is no project, its configuration is wrong, or another run
  ///   is at work on it.
  public init(
    folder: URL, create: Bool = false, languages: [LocaleTag] = [], readOnly: Bool = false
  ) throws(ProjectError) {
    self.folder = folder
    let file = folder.appendingPathComponent("dragoman.yaml")
    let hasConfiguration = FileManager.default.fileExists(atPath: file.path)
    var configuration = ProjectConfiguration()
    if hasConfiguration {
      configuration = try ProjectConfiguration(
        yaml: String(decoding: try FileAccess.read(file), as: UTF8.self), path: "dragoman.yaml")
    } else if !languages.isEmpty {
      configuration.languages = languages
    }
    self.configuration = configuration
    let isProject =
      hasConfiguration
      || FileManager.default.fileExists(atPath: folder.appendingPathComponent("articles").path)
    guard isProject || create else { throw .noProject(folder: folder.path) }
    lock = readOnly ? nil : try FileLock(folder: folder)
  }

  /// Writes down the editions that a new project was made with; an existing file is left alone.
  package func recordLanguages() throws(ProjectError) {
    let file = folder.appendingPathComponent("dragoman.yaml")
    guard !FileManager.default.fileExists(atPath: file.path) else { return }
    let names = configuration.languages.map(\.identifier).joined(separator: ", ")
    try FileAccess.write("languages: [\(names)]\n", to: file)
  }

  /// The articles' identifiers, sorted.
  public func articleIdentifiers() -> [String] {
    Self.names(in: folder.appendingPathComponent("articles"), suffix: ".json")
  }

  package func article(_ id: String) throws(ProjectError) -> StoredArticle {
    let url = articleFile(id)
    let bytes = try FileAccess.read(url, shown: "articles/\(id).json")
    do {
      return try JSONDecoder().decode(StoredArticle.self, from: Data(bytes))
    } catch {
      throw .unreadable(
        path: "articles/\(id).json",
        reason: "is not an article of dragoman; extract its page again (\(error))")
    }
  }

  package func write(_ stored: StoredArticle) throws(ProjectError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      let data = try encoder.encode(stored)
      try FileAccess.write([UInt8](data) + [0x0A], to: articleFile(stored.article.id))
    } catch let error as ProjectError {
      throw error
    } catch {
      throw .unwritable(path: "articles/\(stored.article.id).json", reason: "\(error)")
    }
  }

  /// The accepted translation of an article, or `nil` when there is none yet.
  package func translation(
    of id: String, in locale: LocaleTag
  ) throws(ProjectError) -> TranslationBundle? {
    try bundle(at: translationFile(id, locale), shown: "translations/\(locale)/\(id).xlf")
  }

  /// The bundle that went out for an article, or `nil` when none did.
  package func bundle(
    of id: String, in locale: LocaleTag
  ) throws(ProjectError) -> TranslationBundle? {
    try bundle(at: bundleFile(id, locale), shown: "bundles/\(locale)/\(id).xlf")
  }

  private func bundle(at url: URL, shown: String) throws(ProjectError) -> TranslationBundle? {
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    do {
      return try XLIFFReader().read(try FileAccess.read(url, shown: shown), file: shown).bundles
        .first
    } catch let error as ProjectError {
      throw error
    } catch {
      throw .unreadable(path: shown, reason: "\(error)")
    }
  }

  package func write(translation: TranslationBundle, in locale: LocaleTag) throws(ProjectError) {
    try write(translation, version: .v2_0, to: translationFile(translation.articleID, locale))
  }

  package func write(
    _ bundle: TranslationBundle, version: XLIFFVersion, to url: URL
  ) throws(ProjectError) {
    let bytes: [UInt8]
    do {
      bytes = try XLIFFWriter(version: version).bytes(for: [bundle])
    } catch {
      throw .unwritable(path: url.relativePath, reason: "\(error)")
    }
    try FileAccess.write(bytes, to: url)
  }

  package func openMemory() throws(MemoryError) -> TranslationMemory {
    try TranslationMemory(path: folder.appendingPathComponent("memory.sqlite").path)
  }

  /// The locale data, with the project's own files first.
  package var localeData: LocaleData {
    LocaleData(override: folder.appendingPathComponent("Locales"))
  }

  package var pageIndexFile: URL { folder.appendingPathComponent("pages/index.tsv") }

  package func pageFile(_ id: String) -> URL {
    folder.appendingPathComponent("pages/\(id).html")
  }

  package func articleFile(_ id: String) -> URL {
    folder.appendingPathComponent("articles/\(id).json")
  }

  package func bundleFile(_ id: String, _ locale: LocaleTag) -> URL {
    folder.appendingPathComponent("bundles/\(locale)/\(id).xlf")
  }

  package func previewFile(_ id: String, _ locale: LocaleTag) -> URL {
    folder.appendingPathComponent("bundles/\(locale)/\(id).preview.html")
  }

  package func translationFile(_ id: String, _ locale: LocaleTag) -> URL {
    folder.appendingPathComponent("translations/\(locale)/\(id).xlf")
  }

  package static func names(in folder: URL, suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(suffix.count)) }.sorted()
  }
}
