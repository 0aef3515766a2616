import ArticleModel
import Foundation
import Synchronization
import Testing

@testable import Dragoman
@testable import Extraction

@Suite("Articles over several pages")
struct PageJoinerTests {
  private static func page(_ number: Int, of count: Int) -> String {
    let text = (1...4).map { part in
      "<p>Page \(number), part \(part): the delegation visited the port and spoke with the "
        + "workers about trade, shipping and the new railway line to the north.</p>"
    }.joined()
    let links = (1...count).map { page in
      page == number
        ? "<b>\(page)</b>" : "<a href=\"a\(page == 1 ? "" : "-\(page)").html\">\(page)</a>"
    }.joined(separator: " ")
    return "<html><head><title>A visit to the port</title></head><body><h1>A visit to the port</h1>"
      + "<div class=text>\(text)</div><div class=pages>\(links)</div></body></html>"
  }

  /// A folder with the pages of an article, named as a site names them, and their addresses.
  private static func folder(pages: Int, with others: [String] = []) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("join-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var index = "file\turl\n"
    for number in 1...pages {
      let name = number == 1 ? "a.html" : "a-\(number).html"
      try Data(page(number, of: pages).utf8).write(to: folder.appendingPathComponent(name))
      index += "\(name)\thttp://site.example/news/\(name)\n"
    }
    for name in others {
      try Data(page(1, of: 1).replacing("port", with: name).utf8)
        .write(to: folder.appendingPathComponent("\(name).html"))
    }
    try Data(index.utf8).write(to: folder.appendingPathComponent("index.tsv"))
    return folder
  }

  private static func clean(_ folder: URL, jobs: Int) async throws -> [[String: Any]] {
    let lines = Lines()
    try await CleanWorkflow(project: folder).run(pages: [folder.path], jobs: jobs) { line, _ in
      lines.add(line)
    }
    return try lines.all.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test("the first page has the text of all, whichever comes first", arguments: [1, 2])
  func joined(jobs: Int) async throws {
    let folder = try Self.folder(pages: 3, with: ["market"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = try await Self.clean(folder, jobs: jobs)
    #expect(
      lines.map { $0["file"] as? String } == ["a-2.html", "a-3.html", "a.html", "market.html"])
    #expect(
      lines.map { $0["continuationOf"] as? String } == ["a.html", "a.html", nil, nil])
    #expect(lines[2]["continuations"] as? [String] == ["a-2.html", "a-3.html"])
    let texts = try #require(lines[2]["blocks"] as? [[String: Any]]).compactMap {
      $0["text"] as? String
    }
    #expect(
      texts.map { $0.prefix(14) }
        == (1...3).flatMap { page in (1...4).map { "Page \(page), part \($0)" } }.map {
          $0.prefix(14)
        })
  }

  @Test("a page that nobody gave is asked for, and one that is given makes one article")
  func extracted() async throws {
    let folder = try Self.folder(pages: 2)
    defer { try? FileManager.default.removeItem(at: folder) }
    let project = folder.appendingPathExtension("project")
    defer { try? FileManager.default.removeItem(at: project) }
    func extract(_ pages: [String]) async throws -> [ExtractWorkflow.PageReport] {
      let reports = Reports()
      let opened = try Project(folder: project, create: true)
      try await ExtractWorkflow(project: opened).run(pages: pages, address: nil, jobs: 1) {
        reports.add($0)
      }
      return reports.all
    }
    let both = try await extract([folder.path])
    #expect(both.map { $0.findings.map(\.rule) } == [["continuation-page"], []])
    let article = try #require(both.last?.article)
    #expect(both.last?.units == 9)
    for name in ["\(article).html", "\(article).2.html"] {
      #expect(
        FileManager.default.fileExists(atPath: project.appendingPathComponent("pages/\(name)").path)
      )
    }

    // The project's own pages are those of the article again.
    let again = try await extract([project.appendingPathComponent("pages").path])
    #expect(again.compactMap(\.article) == [article])

    try FileManager.default.removeItem(at: folder.appendingPathComponent("a-2.html"))
    let first = try await extract([folder.path])
    #expect(first.map { $0.findings.map(\.rule) } == [["missing-page"]])
  }

  @Test("pages that link to each other in a ring are joined once")
  func ring() {
    var joiner = PageJoiner<Int>()
    for (number, next) in [(1, 2), (2, 3), (3, 1)] {
      let article = Article(
        id: "", file: "\(number)", url: "http://s.example/\(number)", language: .english,
        encoding: "UTF-8", blocks: [])
      let page = ExtractedPage(article: article, nextAddress: "https://s.example/\(next)")
      _ = joiner.add(
        PageRead(
          source: PageSource(name: "\(number)", content: .bytes([])), page: .success(page),
          made: number))
    }
    let entries = joiner.finish()
    #expect(entries.map(\.firstPage) == [nil, "1", "1"])
    #expect(entries.first?.continuations.map(\.made) == [2, 3])
  }
}

/// What a run gives, from any thread.
private final class Collected<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])
  var all: [Value] { values.withLock { $0 } }
  func add(_ value: Value) { values.withLock { $0.append(value) } }
}

private typealias Lines = Collected<String>
private typealias Reports = Collected<ExtractWorkflow.PageReport>
