package import Foundation

/// `pages/index.tsv`: which page an article was cut from.
package struct PageIndex: Sendable {
  /// One page.
  package struct Row: Sendable, Equatable {
    package var id: String
    package var file: String
    package var url: String?
    package var language: String
    package var fetched: String?
  }

  /// The rows by identifier.
  package private(set) var rows: [String: Row] = [:]

  private static let columns = ["id", "file", "url", "language", "fetched"]

  package init() {}

  /// Reads the index; a missing file is an empty one.
  package init(contentsOf url: URL) throws(ProjectError) {
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    for fields in try Self.table(url) {
      guard let id = fields["id"], !id.isEmpty else { continue }
      rows[id] = Row(
        id: id, file: fields["file"] ?? "", url: fields["url"], language: fields["language"] ?? "",
        fetched: fields["fetched"])
    }
  }

  /// The identifier of the page that was read from this address or, without one, this file.
  package func identifier(url: String?, file: String) -> String? {
    rows.values.filter { row in
      if let url { return row.url == url }
      return row.url == nil && row.file == file
    }.map(\.id).min()
  }

  /// Adds or replaces a row.
  package mutating func record(_ row: Row) {
    rows[row.id] = row
  }

  /// The file's text, sorted by identifier.
  package var text: String {
    let lines = rows.values.sorted { $0.id < $1.id }.map { row in
      [row.id, row.file, row.url ?? "", row.language, row.fetched ?? ""].map(Self.cell)
        .joined(separator: "\t")
    }
    return ([Self.columns.joined(separator: "\t")] + lines).map { $0 + "\n" }.joined()
  }

  /// The addresses that an index beside a folder's pages gives, by file name.
  package static func addresses(in url: URL) -> [String: String] {
    var found: [String: String] = [:]
    for fields in (try? table(url)) ?? [] {
      guard let address = fields["url"] else { continue }
      if let file = fields["file"] { found[file] = address }
      // A project keeps a page under its identifier.
      if let id = fields["id"] { found[id + ".html"] = address }
    }
    return found
  }

  private static func table(_ url: URL) throws(ProjectError) -> [[String: String]] {
    let text = String(decoding: try FileAccess.read(url), as: UTF8.self)
    var lines = text.split(whereSeparator: \.isNewline)
    guard !lines.isEmpty else { return [] }
    let header = lines.removeFirst().split(separator: "\t", omittingEmptySubsequences: false)
    return lines.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      var fields: [String: String] = [:]
      for (name, cell) in zip(header, cells) where !cell.isEmpty {
        fields[String(name)] = String(cell)
      }
      return fields
    }
  }

  private static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
