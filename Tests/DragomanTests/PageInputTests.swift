import Foundation
import Testing

@testable import Dragoman

@Suite("Pages to be read")
struct PageInputTests {
  private static let page = "<html><body><h1>Title</h1><p>Text of the page.</p></body></html>"

  private static func record(
    _ type: String, _ address: String, _ content: [UInt8], contentType: String = "application/http"
  ) -> [UInt8] {
    let head =
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\n"
      + "WARC-Date: 2020-01-02T03:04:05Z\r\nContent-Type: \(contentType)\r\n"
      + "Content-Length: \(content.count)\r\n\r\n"
    return Array(head.utf8) + content + Array("\r\n\r\n".utf8)
  }

  private static func response(
    _ body: [UInt8], fields: String = "", type: String = "text/html", status: String = "200 OK"
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(fields)\r\n".utf8) + body
  }

  /// The page's bytes gzipped, as Python's `gzip` does it.
  private static let gzipped: [UInt8] = Array(
    Data(
      base64Encoded: """
        H4sIAAAAAAACA7PJKMnNsbNJyk+ptLPJMLQLySzJSbXRB7JsCuxCUitKFPLTFEoyUhUKEtNT9Wz0C+xs\
        9CGK9cE6Ad1ptkZAAAAA
        """) ?? Data())

  private func read(_ archive: [UInt8], as name: String = "a.warc") throws -> [PageSource] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("warc-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(archive).write(to: file)
    var input = try PageInput([file.path])
    var pages: [PageSource] = []
    while let page = input.next() { pages.append(page) }
    return pages
  }

  @Test("the pages of an archive are its HTML responses, with address, date and charset")
  func archive() throws {
    let page = Array(Self.page.utf8)
    let pages = try read(
      Self.record("warcinfo", "", [0x41])
        + Self.record("request", "http://a.example/1", [0x41])
        + Self.record(
          "response", "http://a.example/1", Self.response(page, type: "text/html; charset=big5"))
        + Self.record("response", "http://a.example/i", Self.response([1], type: "image/png"))
        + Self.record("response", "http://a.example/x", Self.response(page, status: "404 No"))
        + Self.record("resource", "http://a.example/2", page, contentType: "text/html"))
    #expect(pages.map(\.address) == ["http://a.example/1", "http://a.example/2"])
    #expect(pages.map(\.key) == ["a.warc#http://a.example/1", "a.warc#http://a.example/2"])
    #expect(pages.map(\.declaredEncoding) == ["big5", nil])
    #expect(pages.first?.fetched == "2020-01-02T03:04:05Z")
    #expect(try pages.map { try $0.bytes() } == [page, page])
  }

  @Test("chunks are joined and gzip is unpacked")
  func encodings() throws {
    let page = Array(Self.page.utf8)
    let chunks =
      Array("A;x=y\r\n".utf8) + page[..<10]
      + Array("\r\n\(String(page.count - 10, radix: 16))\r\n".utf8)
      + page[10...] + Array("\r\n0\r\n\r\n".utf8)
    let bodies: [([UInt8], String)] = [
      (chunks, "Transfer-Encoding: chunked\r\n"), (page, "Transfer-Encoding: chunked\r\n"),
      (Self.gzipped, "Content-Encoding: gzip\r\n"), (page, "Content-Encoding: gzip\r\n"),
    ]
    for (body, fields) in bodies {
      let archive = Self.record(
        "response", "http://a.example/", Self.response(body, fields: fields))
      #expect(try read(archive).map { try $0.bytes() } == [page], "\(fields)")
    }
  }

  @Test("what is damaged is said once, and what came before it is read")
  func damage() throws {
    let sound = Self.record("response", "http://a.example/1", Self.response(Array(Self.page.utf8)))
    for bad in [Array("no archive\r\n".utf8), Array(sound[..<(sound.count - 40)])] {
      let pages = try read(sound + bad)
      #expect(pages.count == 2)
      #expect(throws: Never.self) { try pages.first?.bytes() }
      #expect(throws: ProjectError.self) { try pages.last?.bytes() }
    }
    let packed = Self.response([1, 2, 3], fields: "Content-Encoding: br\r\n")
    let unknown = try read(Self.record("response", "http://a.example/1", packed))
    #expect(throws: ProjectError.self) { try unknown.first?.bytes() }
  }

  @Test("a page larger than any is refused before it is read")
  func size() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("huge-\(UUID()).html")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try FileHandle(forWritingTo: file).truncate(atOffset: UInt64(PageSource.sizeLimit) + 1)
    var input = try PageInput([file.path])
    let page = input.next()
    #expect(throws: ProjectError.self) { try page?.bytes() }
  }

  @Test("a page met before says of which it is the duplicate")
  func duplicates() async throws {
    let names = ["seed-gb2312", "seed-utf8", "t1301422-gb2312"]
    let folder = try ExampleProject.fixture("embassy")
    let files = names.map { folder.appendingPathComponent($0 + ".html").path }
      .filter { FileManager.default.fileExists(atPath: $0) }
    let lines = Lines()
    try await CleanWorkflow(project: folder).run(pages: files, jobs: 2) { line, _ in
      lines.add(line)
    }
    #expect(
      lines.all.map { $0.contains("\"duplicateOf\":\"\(files[0])\"") }.prefix(2) == [false, true])
  }
}

/// Lines that a run gives, from whatever thread.
private final class Lines: @unchecked Sendable {
  private let lock = NSLock()
  private var lines: [String] = []

  var all: [String] { lock.withLock { lines } }
  func add(_ line: String) { lock.withLock { lines.append(line) } }
}
