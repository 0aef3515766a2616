import ArticleModel
import Foundation
import Interchange
import Testing

@testable import Dragoman

/// A project in a folder of its own, with the embassy's page and its finished translations.
final class ExampleProject: Sendable {
  static let id = "xi-jinping-holds-telephone-talks-with-president-donald-trump"

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("dragoman-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func fixture(_ name: String) throws -> URL {
    try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name)")
  }

  func extract(
    _ page: URL? = nil, locales: [LocaleTag] = [.english, .greek, .simplifiedChinese]
  ) async throws {
    let page = try page ?? Self.fixture("example/page.html")
    let project = try Project(folder: folder, create: true, languages: locales)
    try await ExtractWorkflow(project: project, locales: []).run(
      pages: [page.path], address: nil, jobs: 2
    ) { report in #expect(report.failure == nil) }
  }

  func bundle(_ locale: LocaleTag) throws -> TranslationBundle {
    let file = folder.appendingPathComponent("bundles/\(locale)/\(Self.id).xlf")
    let bundles = try XLIFFReader().read([UInt8](Data(contentsOf: file)), file: "bundle").bundles
    return try #require(bundles.first)
  }

  /// Writes a bundle as it would come home, and gives its path.
  func returned(_ bundle: TranslationBundle) throws -> String {
    let file = folder.appendingPathComponent("returned-\(UUID()).xlf")
    try Data(XLIFFWriter().bytes(for: [bundle])).write(to: file)
    return file.path
  }

  /// The bundle with the example's translations.
  func filled(_ locale: LocaleTag) throws -> TranslationBundle {
    struct Pair: Decodable {
      var source: String
      var target: String
    }
    let lines = try Data(contentsOf: Self.fixture("example/translations.\(locale).jsonl"))
      .split(separator: 0x0A)
    let pairs = try lines.map { try JSONDecoder().decode(Pair.self, from: $0) }
    let targets = Dictionary(uniqueKeysWithValues: pairs.map { ($0.source, $0.target) })
    return try translated(locale) { segment in
      [.text(try #require(targets[segment.source.plainText]))]
    }
  }

  /// The bundle with every segment translated by a function.
  func translated(
    _ locale: LocaleTag, by translate: (Segment) throws -> [Inline]
  ) throws -> TranslationBundle {
    var bundle = try bundle(locale)
    for index in bundle.units.indices {
      try bundle.units[index].updateSegments { _, segment in
        segment.target = try translate(segment)
        segment.state = .translated
      }
    }
    return bundle
  }

  func `import`(_ files: [String], isDryRun: Bool = false) throws -> ImportWorkflow.Report {
    try ImportWorkflow(project: Project(folder: folder), isDryRun: isDryRun).run(files: files)
  }

  func generate() throws -> GenerateWorkflow.Report {
    try GenerateWorkflow(project: Project(folder: folder)).run()
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// Every file of the project but those that came home, with its bytes.
  func snapshot() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String })
      ?? []
    {
      let url = folder.appendingPathComponent(name)
      // The memory's file changes when it is opened; what it holds is tested apart.
      guard !name.hasPrefix("returned-"), !name.hasPrefix("memory"),
        let data = try? Data(contentsOf: url)
      else { continue }
      files[name] = data
    }
    return files
  }
}
