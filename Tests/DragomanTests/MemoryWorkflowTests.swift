import ArticleModel
import Foundation
import Interchange
import Testing

@testable import Dragoman

@Suite struct MemoryWorkflowTests {
  private static let memory = """
    <?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
    <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
    adminlang="en" srclang="en" datatype="html"/><body>
    <tu><tuv xml:lang="en"><seg>Good <bpt i="1" x="1">&lt;b></bpt>morning<ept i="1">&lt;/b></ept></seg></tuv>
    <tuv xml:lang="el"><seg>Καλη<bpt i="1" x="1">&lt;b></bpt>μέρα<ept i="1">&lt;/b></ept></seg></tuv>
    <tuv xml:lang="zh-CN"><seg>早上好</seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu>
    </body></tmx>
    """

  private func project() throws -> (ExampleProject, MemoryWorkflow, String) {
    let project = try ExampleProject()
    let file = project.folder.appendingPathComponent("returned-memory.tmx")
    try Self.memory.write(to: file, atomically: true, encoding: .utf8)
    let opened = try Project(folder: project.folder, create: true)
    return (project, MemoryWorkflow(project: opened), file.path)
  }

  @Test("a memory that is written out and taken in again holds the same")
  func roundTrip() throws {
    let (project, workflow, file) = try project()
    #expect(try workflow.importFile(file).count == 2)
    let first = project.folder.appendingPathComponent("first.tmx").path
    #expect(try workflow.export(to: first) == 2)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: first)))
    let bundles = try TMXReader().bundles(bytes, file: "first.tmx").bundles
    #expect(bundles.map(\.targetLocale) == [.greek, .simplifiedChinese])
    #expect(bundles.first?.units.first?.segments.first?.target?.dump == "Καλη<1>μέρα</1>")
    let (other, second, _) = try self.project()
    #expect(try second.importFile(first).count == 2)
    let again = other.folder.appendingPathComponent("again.tmx").path
    #expect(try second.export(to: again) == 2)
    let written = [UInt8](try Data(contentsOf: URL(fileURLWithPath: again)))
    #expect(XLIFFValidator().findings(in: written, file: "again.tmx").isEmpty)
  }

  @Test("one pair of languages is written when it is asked for")
  func pair() throws {
    let (project, workflow, file) = try project()
    _ = try workflow.importFile(file)
    let path = project.folder.appendingPathComponent("pair.tmx").path
    #expect(try workflow.export(to: path, pair: "en:zh-Hans") == 1)
    #expect(try workflow.export(to: path, pair: "el:en") == 0)
    #expect(throws: ProjectError.self) { try workflow.export(to: path, pair: "en") }
  }

  @Test("what was imported is there again when the memory is rebuilt")
  func rebuild() throws {
    let (project, workflow, file) = try project()
    try withExtendedLifetime(project) {
      _ = try workflow.importFile(file)
      #expect(try workflow.rebuild() == 2)
    }
  }

  @Test("a file without two languages leaves the project as it is")
  func nothing() throws {
    let (project, workflow, file) = try project()
    try "<tmx version='1.4'><header/><body/></tmx>".write(
      toFile: file, atomically: true, encoding: .utf8)
    #expect(throws: (any Error).self) { try workflow.importFile(file) }
    #expect(
      !FileManager.default.fileExists(
        atPath: project.folder.appendingPathComponent("memory").path))
  }

  @Test(
    "tags of OmegaT are codes when both sides have the same",
    arguments: [
      ("a <b0>b</b0><f1/>", "<f1/>α <b0>β</b0>", "a <b0>b</b0><f1/>", "<f1/>α <b0>β</b0>", 3),
      ("<<b0>b</b0>", "<b0>β</b0> <", "<<b0>b</b0>", "<b0>β</b0> <", 2),
      ("a <b0>b</b0>", "α", "a <b0>b</b0>", "α", 0),
      ("a <b0>b", "α <b0>β", "a <b0>b", "α <b0>β", 0),
      ("1 < 2 > <3>", "1 < 2 > <3>", "1 < 2 > <3>", "1 < 2 > <3>", 0),
    ])
  func tags(source: String, target: String, left: String, right: String, count: Int) {
    let texts = TagText.restored(source: [.text(source)], target: [.text(target)])
    #expect(texts.source.dump == left)
    #expect(texts.target.dump == right)
    #expect(texts.source.codes.count == count)
    #expect(texts.target.codes.count == count)
  }
}
