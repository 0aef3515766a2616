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
    let folder = shared.appendingPathComponent("data/schemas/xliff-2.1")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  @Test(
    "every bundle is valid by the official schema with its modules",
    .enabled(if: schemas != nil, "the official schemas are not here"))
  func schema() async throws {
    let schemas = try #require(Self.schemas)
    let project = try ExampleProject()
    try await project.extract()
    _ = try project.import([project.returned(project.filled(.greek))])
    let driver = project.folder.appendingPathComponent("driver.xsd")
    let modules = ["glossary", "metadata", "matches"].map { name in
      "<xs:import namespace='urn:oasis:names:tc:xliff:\(name):2.0' "
        + "schemaLocation='\(schemas.absoluteString)/\(name).xsd'/>"
    }
    try """
    <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>
    <xs:import namespace='urn:oasis:names:tc:xliff:document:2.0'
      schemaLocation='\(schemas.absoluteString)/xliff_core_2.0.xsd'/>
    \(modules.joined(separator: "\n"))
    </xs:schema>
    """.write(to: driver, atomically: true, encoding: .utf8)
    let files = ["bundles/en", "bundles/el", "bundles/zh-Hans", "translations/el"].map {
      project.folder.appendingPathComponent("\($0)/\(ExampleProject.id).xlf").path
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
    process.arguments = ["--noout", "--nonet", "--schema", driver.path] + files
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
