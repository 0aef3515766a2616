public import ArticleModel
import Foundation
import Interchange
import Memory

/// Work on the translation memory.
public struct MemoryWorkflow: Sendable {
  private let project: Project

  /// Creates the workflow.
  public init(project: Project) { self.project = project }

  /// Makes the memory again from `translations/` and the files that were imported, whatever state
  /// its own file is in.
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
    for name in Project.names(in: imported, suffix: ".tmx") {
      let file = imported.appendingPathComponent(name + ".tmx")
      _ = try take(file, shown: "memory/\(name).tmx", origin: name, into: memory)
    }
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

  /// Takes a memory of another tool: a TMX file such as OmegaT's `project_save.tmx`.
  ///
  /// The file is kept in the project's `memory` folder under its name, so that ``rebuild()`` finds
  /// it; one of the same name is replaced when the next memory is built.
  ///
  /// - Parameter path: The file.
  /// - Returns: The number of pairs of texts in it, and what is wrong with it.
  /// - Throws: ``ProjectError`` and ``Interchange/InterchangeError``; the project is unchanged then.
  public func importFile(_ path: String) throws -> (count: Int, findings: [Finding]) {
    let url = URL(fileURLWithPath: path)
    let bytes = try FileAccess.read(url, shown: path)
    let name = url.deletingPathExtension().lastPathComponent
    let memory = try project.openMemory()
    let result = try take(url, shown: path, origin: name, into: memory)
    try FileAccess.write(bytes, to: imported.appendingPathComponent(name + ".tmx"))
    return result
  }

  /// Writes the memory as TMX 1.4b.
  ///
  /// - Parameters:
  ///   - path: The file to write; it is put in place when it is whole.
  ///   - pair: The languages to write, as `en:el`; `nil` writes all.
  /// - Returns: The number of entries written.
  /// - Throws: ``ProjectError`` and ``Memory/MemoryError``.
  public func export(to path: String, pair: String? = nil) throws -> Int {
    let memory = try project.openMemory()
    var pairs = try memory.pairs()
    if let pair {
      guard let known = LanguagePair(pair) else {
        throw ProjectError.usage("--pair: \(pair) is no pair of languages; write en:el")
      }
      pairs = [known]
    }
    let file = try StreamedFile(URL(fileURLWithPath: path))
    let sources = Set(pairs.map(\.source))
    var writer = TMXWriter(source: sources.count == 1 ? sources.first : nil)
    var count = 0
    for pair in pairs {
      try memory.forEach(in: pair) { entry in
        count += 1
        writer.add(
          TMXEntry(
            notes: [Note(text: entry.origin)],
            variants: [
              .init(locale: pair.source, content: entry.source),
              .init(locale: pair.target, content: entry.target),
            ]))
        file.write(writer.take())
      }
    }
    writer.finish()
    file.write(writer.take())
    try file.finish()
    return count
  }

  /// Where imported memories are kept.
  private var imported: URL { project.folder.appendingPathComponent("memory") }

  private func read(
    _ url: URL, shown path: String, entry: @escaping (TMXEntry) -> Void
  ) throws -> [Finding] {
    let source = try FileAccess.source(url, shown: path)
    do {
      return try TMXReader().read(from: source, file: path, entry: entry)
    } catch InterchangeError.unknownFormat(_, let line, let found) {
      throw ProjectError.unreadable(
        path: path,
        reason: "is no TMX, but has \(found) in line \(line); `dragoman import` takes XLIFF")
    }
  }

  private func take(
    _ url: URL, shown path: String, origin: String, into memory: TranslationMemory
  ) throws -> (count: Int, findings: [Finding]) {
    var waiting: [LanguagePair: [MemoryEntry]] = [:]
    var count = 0
    let findings = try read(url, shown: path) { entry in
      guard let source = entry.variants.first else { return }
      for target in entry.variants.dropFirst() where !target.content.textOnly.isEmpty {
        count += 1
        let texts = TagText.restored(
          source: source.content, target: target.content)
        waiting[LanguagePair(source: source.locale, target: target.locale), default: []].append(
          MemoryEntry(source: texts.source, target: texts.target, origin: origin))
      }
    }
    guard count > 0 else {
      throw ProjectError.unreadable(path: path, reason: "holds no text in two languages")
    }
    for pair in waiting.keys.sorted(by: { $0.description < $1.description }) {
      try memory.add(waiting[pair] ?? [], pair: pair)
    }
    return (count, findings)
  }
}
