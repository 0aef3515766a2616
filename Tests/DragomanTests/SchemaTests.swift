import ArticleModel
import Foundation
import Testing

@testable import Dragoman

/// Bundles against the official schemas, which are not part of the project.
@Suite struct SchemaTests {
  /// The folder with the schemas: beside the package, or where `DRAGOMAN_SHARED` says.
  static let schemas: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["DRAGOMAN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("data/schemas")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The schema of each format: of XLIFF 2 the core's file, of 1.2 the strict one.
  private static let cores = [
    "2.0": "xliff-2.1/xliff_core_2.0.xsd", "2.1": "xliff-2.1/xliff_core_2.0.xsd",
    "2.2": "xliff-2.2/xliff_core_2.2.xsd", "1.2": "xliff-1.2/xliff-core-1.2-strict.xsd",
    "1.2-prefilled": "xliff-1.2/xliff-core-1.2-strict.xsd",
  ]

  @Test(
    "every bundle is valid by the official schema with its modules",
    .enabled(if: schemas != nil, "the official schemas are not here"),
    arguments: cores.keys.sorted())
  func schema(format: String) async throws {
    let schemas = try #require(Self.schemas)
    let core = try #require(Self.cores[format])
    let project = try ExampleProject()
    let locales: [LocaleTag] = [.english, .greek, .simplifiedChinese]
    do {
      let opened = try Project(folder: project.folder, create: true, languages: locales)
      try await ExtractWorkflow(project: opened, format: format).run(
        pages: [ExampleProject.fixture("example/page.html").path], address: nil, jobs: 1
      ) { #expect($0.failure == nil) }
    }
    _ = try project.import([project.returned(project.filled(.greek))])
    var files = locales.map { "bundles/\($0)/\(ExampleProject.id).xlf" }
    // What is kept is always 2.0.
    if format == "2.0" { files.append("translations/el/\(ExampleProject.id).xlf") }
    let schema =
      format.hasPrefix("1")
      ? schemas.appendingPathComponent(core)
      : try driver(core: schemas.appendingPathComponent(core), in: project.folder)
    let errors = try xmllint(schema, files, catalog: schemas, in: project.folder)
    #expect(errors == nil)
  }

  /// A schema that loads the core with the modules: otherwise modules are not looked at.
  private func driver(core: URL, in folder: URL) throws -> URL {
    let modules = ["glossary", "metadata", "matches"].map { name in
      "<xs:import namespace='urn:oasis:names:tc:xliff:\(name):2.0' schemaLocation='"
        + core.deletingLastPathComponent().appendingPathComponent("\(name).xsd").absoluteString
        + "'/>"
    }
    let version = core.path.contains("2.2") ? "2.2" : "2.0"
    let file = folder.appendingPathComponent("driver.xsd")
    try """
    <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>
    <xs:import namespace='urn:oasis:names:tc:xliff:document:\(version)'
      schemaLocation='\(core.absoluteString)'/>
    \(modules.joined(separator: "\n"))
    </xs:schema>
    """.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  /// What xmllint has against some files; `nil` when nothing.
  private func xmllint(
    _ schema: URL, _ files: [String], catalog schemas: URL, in folder: URL
  ) throws -> String? {
    // The schemas import that of `xml:` by its address.
    let copy = schemas.appendingPathComponent(
      "xliff-2.1/informativeCopiesOf3rdPartySchemas/w3c/xml.xsd")
    let catalog = folder.appendingPathComponent("catalog.xml")
    try """
    <catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>
    <system systemId='http://www.w3.org/2001/xml.xsd' uri='\(copy.absoluteString)'/></catalog>
    """.write(to: catalog, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
    process.currentDirectoryURL = folder
    process.environment = ["XML_CATALOG_FILES": catalog.path]
    process.arguments = ["--noout", "--nonet", "--schema", schema.path] + files
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : text
  }
}
