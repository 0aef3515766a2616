import ArticleModel
import Foundation
import Memory

/// Work on the translation memory.
public struct MemoryWorkflow: Sendable {
  private let project: Project

  /// Creates the workflow.
  public init(project: Project) { self.project = project }

  /// Makes the memory again from `translations/`, whatever state its file is in.
  ///
  /// - Returns: The number of entries.
  public func rebuild() throws -> Int {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      let file = project.folder.appendingPathComponent("memory.sqlite" + suffix)
      if FileManager.default.fileExists(atPath: file.path) {
        try FileManager.default.removeItem(at: file)
      }
    }
    let memory = try project.openMemory()
    for id in project.articleIdentifiers() {
      for locale in project.configuration.languages {
        guard let bundle = try project.translation(of: id, in: locale) else { continue }
        try memory.add(
          MemoryFeed.entries(of: bundle.units, origin: id),
          pair: LanguagePair(source: bundle.sourceLocale, target: locale))
      }
    }
    return try memory.count()
  }
}
