import ArticleModel
import Foundation
import Testing

@testable import Dragoman

@Suite struct PackTests {
  @Test("a pack comes home, and two packs have the same bytes")
  func roundTrip() async throws {
    let project = try ExampleProject()
    try await project.extract()
    let filled = try project.filled(.greek)
    try Data(contentsOf: URL(fileURLWithPath: project.returned(filled)))
      .write(to: project.folder.appendingPathComponent("bundles/el/\(ExampleProject.id).xlf"))
    let packs = ["returned-a.zip", "returned-b.zip"].map {
      project.folder.appendingPathComponent($0).path
    }
    for pack in packs {
      let names = try PackWorkflow(project: Project(folder: project.folder)).write(
        to: pack, locales: [.greek])
      #expect(names.contains("manifest.tsv") && names.contains("glossary.tsv"))
      #expect(names.contains("glossary.tbx"))
      #expect(names.contains("bundles/el/\(ExampleProject.id).preview.html"))
    }
    let bytes = try packs.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(bytes[0] == bytes[1])
    let report = try project.import([packs[0]])
    #expect(report.verdicts.map(\.kind) == Array(repeating: .accepted, count: 5))
    #expect(report.exitCode == 0)
  }

  @Test(
    "names that leave their folder are unsafe",
    arguments: ["/etc/passwd", "../a", "a/../../b", "a\\b", "C:a", "a/./b", "", "a\u{0}b"])
  func names(name: String) {
    #expect(!ZipArchive.isSafe(name))
  }

  @Test("a bomb, a damaged and a cut archive are refused")
  func hostile() throws {
    var writer = ZipWriter()
    writer.add("a.xlf", Array(repeating: 0x20, count: 40 << 20))
    let bomb = writer.finished()
    #expect(throws: ProjectError.self) { try ZipArchive(bomb, file: "a.zip") }
    var small = ZipWriter()
    small.add("a.xlf", Array("hello".utf8))
    let good = small.finished()
    let archive = try ZipArchive(good, file: "a.zip")
    #expect(try archive.bytes(of: archive.entries[0]) == Array("hello".utf8))
    #expect(throws: ProjectError.self) {
      try ZipArchive(Array(good.dropLast(30)), file: "a.zip")
    }
    var damaged = good
    damaged[38] ^= 1
    let broken = try ZipArchive(damaged, file: "a.zip")
    #expect(throws: ProjectError.self) { try broken.bytes(of: broken.entries[0]) }
  }
}
