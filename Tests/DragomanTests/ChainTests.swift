import ArticleModel
import Foundation
import Interchange
import Testing

@testable import Dragoman

@Suite struct ChainTests {
  @Test(
    "the embassy's page becomes bundles in each of its encodings",
    arguments: ["seed-gb2312", "seed-utf8", "seed-undeclared"])
  func encodings(name: String) async throws {
    let project = try ExampleProject()
    try await project.extract(ExampleProject.fixture("embassy/\(name).html"))
    let bundle = try project.bundle(.greek)
    #expect(
      bundle.units.map { $0.role?.rawValue } == ["title"] + Array(repeating: "paragraph", count: 4))
    #expect(bundle.units.map(\.segments.count) == [1, 1, 4, 3, 2])
    #expect(bundle.units.allSatisfy { $0.segments.allSatisfy { $0.target == nil } })
    let text = bundle.units.map(\.source.plainText).joined(separator: "\n")
    for chrome in ["Suggest To A Friend", "Embassy Info", "not content", "Print"] {
      #expect(!text.contains(chrome))
    }
    let english = try project.bundle(.english)
    #expect(english.units.allSatisfy { $0.segments.allSatisfy { $0.target == $0.source } })
    #expect(try project.text("bundles/el/\(ExampleProject.id).xlf").contains("#gls=T002"))
  }

  @Test("finished translations are accepted without findings and become pages")
  func chain() async throws {
    let project = try ExampleProject()
    try await project.extract()
    let files = try [LocaleTag.greek, .simplifiedChinese].map {
      try project.returned(project.filled($0))
    }
    let report = try project.import(files)
    #expect(report.verdicts.map(\.kind) == Array(repeating: .accepted, count: 10))
    #expect(report.verdicts.flatMap(\.findings).map(\.message) == [])
    #expect(report.exitCode == 0)
    let site = try project.generate()
    #expect(site.files.count == 6)
    let greek = try project.text("site/el/\(ExampleProject.id).html")
    #expect(greek.contains("του 19ου Εθνικού Συνεδρίου του Κομμουνιστικού Κόμματος Κίνας (ΚΚΚ)"))
    let chinese = try project.text("site/zh-Hans/\(ExampleProject.id).html")
    #expect(chinese.contains("总书记。特朗普表示"))
    #expect(try project.text("site/zh-Hans/index.html").contains("\(ExampleProject.id).html"))
    let again = try project.import(files)
    #expect(Set(again.verdicts.map(\.kind)) == [.unchanged])
    #expect(again.exitCode == 0)
    let cells = try StatusWorkflow(project: Project(folder: project.folder)).run()
    #expect(cells.map(\.progress) == [.source, .done, .done])
  }

  @Test("two runs over the same input give the same bytes")
  func repeatable() async throws {
    let one = try ExampleProject()
    let two = try ExampleProject()
    for project in [one, two] {
      try await project.extract()
      _ = try project.import([project.returned(project.filled(.greek))])
      _ = try project.generate()
    }
    #expect(try one.snapshot() == two.snapshot())
  }

  @Test("with the source as target, the page says what the article says")
  func sourceAsTarget() async throws {
    let project = try ExampleProject()
    try await project.extract()
    let own = try project.translated(.greek) { $0.source }
    _ = try project.import([project.returned(own)])
    let article = try Project(folder: project.folder).article(ExampleProject.id).article
    let stored = try #require(
      try Project(folder: project.folder).translation(of: ExampleProject.id, in: .greek))
    for (block, unit) in zip(article.blocks, stored.units) {
      let target = unit.parts.flatMap { part -> [Inline] in
        if case .segment(let segment) = part { segment.target ?? [] } else { part.source }
      }
      #expect(target.normalized == block.content)
    }
  }

  @Test("with a pseudo-translation, the page says the pseudo-translated article")
  func pseudoTranslation() async throws {
    let project = try ExampleProject()
    try await project.extract()
    let pseudo = try project.translated(.greek) { segment in
      segment.source.map { item in
        if case .text(let text) = item { .text(text.uppercased()) } else { item }
      }
    }
    _ = try project.import([project.returned(pseudo)])
    _ = try project.generate()
    let page = try project.text("site/el/\(ExampleProject.id).html")
    let article = try Project(folder: project.folder).article(ExampleProject.id).article
    for block in article.blocks where block.role == .paragraph {
      #expect(page.contains("<p>\(block.content.plainText.uppercased())</p>"))
    }
  }

  @Test("an accepted sentence fills the next bundle that has it")
  func memory() async throws {
    let project = try ExampleProject()
    try await project.extract()
    _ = try project.import([project.returned(project.filled(.greek))])
    let other = project.folder.appendingPathComponent("other.html")
    let html = try String(
      contentsOf: ExampleProject.fixture("embassy/seed-utf8.html"), encoding: .utf8)
    try html.replacing("On October 25, 2017", with: "On that day in October")
      .replacing("Holds Telephone Talks", with: "Speaks")
      .write(to: other, atomically: true, encoding: .utf8)
    try await project.extract(other)
    let names = Project.names(
      in: project.folder.appendingPathComponent("bundles/el"), suffix: ".xlf")
    #expect(names.count == 2)
    let new = try #require(names.first { $0 != ExampleProject.id })
    let bytes = [UInt8](
      try Data(contentsOf: project.folder.appendingPathComponent("bundles/el/\(new).xlf")))
    let bundle = try #require(try XLIFFReader().read(bytes, file: "b").bundles.first)
    #expect(bundle.units.map(\.isTranslated) == [false, false, true, true, true])
  }

  @Test("a correction of the source keeps the unit, and a late bundle comes home as stale")
  func correction() async throws {
    let project = try ExampleProject()
    let page = project.folder.appendingPathComponent("page.html")
    let html = try String(
      contentsOf: ExampleProject.fixture("embassy/seed-utf8.html"), encoding: .utf8)
    try html.write(to: page, atomically: true, encoding: .utf8)
    try await project.extract(page)
    let filled = try project.filled(.greek)
    try html.replacing("On October 25, 2017", with: "On October 26, 2017")
      .write(to: page, atomically: true, encoding: .utf8)
    try await project.extract(page)
    let corrected = try project.bundle(.greek)
    #expect(corrected.units.map(\.id) == filled.units.map(\.id))
    let report = try project.import([project.returned(filled)])
    #expect(report.verdicts.map(\.kind) == [.accepted, .stale, .accepted, .accepted, .accepted])
    #expect(try project.generate().withheld.map(\.open).contains(1))
    try await project.extract(page)
    let again = try project.bundle(.greek)
    #expect(again.units.map(\.isTranslated) == [true, false, true, true, true])
    #expect(again.units[1].notes.contains { $0.category == "previous" })
  }

  @Test("a page that cannot be read leaves an empty folder empty, and the others go on")
  func unreadable() async throws {
    let project = try ExampleProject()
    let empty = project.folder.appendingPathComponent("returned-empty.html")
    try Data().write(to: empty)
    func extract(_ pages: [String]) async throws {
      let opened = try Project(folder: project.folder, create: true)
      try await ExtractWorkflow(project: opened).run(pages: pages, address: nil, jobs: 1) { _ in }
    }
    try await extract([empty.path, "/no/such/page.html"])
    #expect(try project.snapshot().isEmpty)
    #expect(
      !FileManager.default.fileExists(
        atPath: project.folder.appendingPathComponent("memory.sqlite").path))
    try await extract([empty.path, ExampleProject.fixture("example/page.html").path])
    #expect(try project.bundle(.greek).units.count == 5)
  }
}
