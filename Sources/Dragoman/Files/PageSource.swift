package import Foundation

/// A page to be read: a file, or standard input.
package struct PageSource: Sendable {
  /// The name as the user gave it; below a folder, the path relative to that folder.
  package var name: String
  /// The page's address, when an `index.tsv` beside it tells.
  package var address: String?
  /// The file; `nil` is standard input.
  package var url: URL?

  /// The name that a page without an address is known by, wherever the command is called from.
  package var key: String

  init(name: String, address: String? = nil, url: URL? = nil, key: String? = nil) {
    self.name = name
    self.address = address
    self.url = url
    self.key = key ?? url?.lastPathComponent ?? name
  }

  /// The page's bytes.
  package func bytes() throws(ProjectError) -> [UInt8] {
    guard let url else {
      return [UInt8]((try? FileHandle.standardInput.readToEnd()) ?? Data())
    }
    return try FileAccess.read(url, shown: name)
  }

  /// Finds the pages that the arguments name; what is missing is found out when it is read.
  ///
  /// - Throws: ``ProjectError/usage(_:)`` for a folder without pages.
  package static func find(_ arguments: [String]) throws(ProjectError) -> [PageSource] {
    var found: [PageSource] = []
    for argument in arguments {
      if argument == "-" {
        found.append(PageSource(name: "-"))
        continue
      }
      let url = URL(fileURLWithPath: argument)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
        isFolder.boolValue
      {
        found += try pages(in: url, shown: argument)
      } else {
        found.append(PageSource(name: argument, url: url))
      }
    }
    return found
  }

  private static let extensions: Set = ["html", "htm", "xhtml", "shtml", "shtm"]

  private static func pages(
    in folder: URL, shown: String
  ) throws(ProjectError) -> [PageSource] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let pages = (names ?? []).filter { name in
      guard let dot = name.lastIndex(of: ".") else { return false }
      return extensions.contains(name[name.index(after: dot)...].lowercased())
    }.sorted()
    guard !pages.isEmpty else {
      throw .usage("\(shown): no pages in this folder; pages end in .html or .htm")
    }
    let addresses = PageIndex.addresses(in: folder.appendingPathComponent("index.tsv"))
    return pages.map { name in
      PageSource(
        name: name, address: addresses[name], url: folder.appendingPathComponent(name), key: name)
    }
  }
}
