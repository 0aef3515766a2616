import Foundation

/// Reads the pages of a web archive (ISO 28500), gzipped or not, a record at a time.
final class WARCReader {
  /// Where an archive cannot be read any further.
  enum Damage: Error {
    case gzip, header, cut
  }

  /// What a record holds.
  struct Page {
    var address: String
    var date: String?
    var charset: String?
    var body: [UInt8]
    /// Why the body cannot be had.
    var problem: String?
  }

  private let stream: ByteStream

  /// - Throws: ``ProjectError/unreadable(path:reason:)``
  init(_ url: URL, shown name: String) throws(ProjectError) {
    stream = try ByteStream(url, shown: name)
  }

  /// The next response, or resource, that is an HTML page; nil at the end.
  func next() throws(Damage) -> Page? {
    while true {
      var first = try stream.line()
      while first == "" { first = try stream.line() }
      guard let first else { return nil }
      guard first.hasPrefix("WARC/") else { throw .header }
      let fields = try fields()
      guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw .header
      }
      let kind = fields["warc-type"]
      guard kind == "response" || kind == "resource" else {
        try stream.skip(length)
        continue
      }
      // Many brackets stand around addresses in old archives.
      let address = (fields["warc-target-uri"] ?? "").filter { $0 != "<" && $0 != ">" }
      guard length <= PageSource.sizeLimit else {
        try stream.skip(length)
        return Page(
          address: address, body: [], problem: "is larger than any page; leave it out")
      }
      let content = try stream.bytes(length)
      guard content.count == length else { throw .cut }
      var page = Page(address: address, date: fields["warc-date"], body: content)
      let isPage =
        kind == "resource"
        ? Self.isHTML(fields["content-type"], &page) : Self.readResponse(&page)
      if isPage { return page }
    }
  }

  private func fields() throws(Damage) -> [String: String] {
    var fields: [String: String] = [:]
    while let line = try stream.line(), !line.isEmpty { Self.add(line, to: &fields) }
    return fields
  }

  private static func add(_ line: String, to fields: inout [String: String]) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    fields[line[..<colon].lowercased()] = value
  }

  private static func isHTML(_ type: String?, _ page: inout Page) -> Bool {
    let parts = (type ?? "text/html").split(separator: ";").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    for part in parts.dropFirst() where part.lowercased().hasPrefix("charset=") {
      page.charset = String(part.dropFirst(8))
    }
    return ["text/html", "application/xhtml+xml", ""].contains(parts.first?.lowercased() ?? "")
  }

  /// Takes the HTTP response out of the body; false when it is no page.
  private static func readResponse(_ page: inout Page) -> Bool {
    let bytes = page.body
    guard let end = endOfHeader(bytes) else { return false }
    let lines = String(decoding: bytes[..<end.header], as: UTF8.self).split(
      whereSeparator: \.isNewline)
    let status = lines.first?.split(separator: " ").dropFirst().first
    guard let status, status == "200" else { return false }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() { add(String(line), to: &fields) }
    guard isHTML(fields["content-type"], &page) else { return false }
    var body = Array(bytes[end.body...])
    if fields["transfer-encoding"]?.lowercased() == "chunked" {
      // Some archives keep the field and join the chunks.
      body = joinedChunks(body) ?? body
    }
    let encoding = fields["content-encoding"]?.lowercased() ?? ""
    let isStillPacked = body.starts(with: [0x1F, 0x8B]) || !encoding.hasSuffix("gzip")
    let whole =
      isStillPacked
      ? Inflater.body(body, encoding: encoding, limit: PageSource.sizeLimit) : body
    if let whole {
      page.body = whole
    } else {
      page.body = []
      page.problem = "cannot be unpacked from the content encoding \(encoding)"
    }
    return true
  }

  private static func endOfHeader(_ bytes: [UInt8]) -> (header: Int, body: Int)? {
    for index in bytes.indices where bytes[index] == 0x0A {
      if index + 1 < bytes.count, bytes[index + 1] == 0x0A { return (index, index + 2) }
      if index + 2 < bytes.count, bytes[index + 1] == 0x0D, bytes[index + 2] == 0x0A {
        return (index, index + 3)
      }
    }
    return nil
  }

  /// The body that chunks make up (RFC 9112, section 7.1); nil when there are none.
  private static func joinedChunks(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var index = 0
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      let digits = bytes[index..<end].prefix { $0 != 0x0D && $0 != 0x3B && $0 != 0x20 }
      guard !digits.isEmpty, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
        size >= 0
      else { return result.isEmpty ? nil : result }
      if size == 0 { return result }
      let stop = min(end + 1 + min(size, bytes.count), bytes.count)
      result.append(contentsOf: bytes[(end + 1)..<stop])
      index = stop
      while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
    }
    return result.isEmpty ? nil : result
  }
}
