import Foundation

/// The pages that a command is called with, one after the other: files, folders and what is in
/// them, standard input, and the records of web archives, which are streamed.
package struct PageInput {
  private enum Part {
    case page(PageSource)
    case archive(URL, name: String)
  }

  private var parts: ArraySlice<Part>
  private var open: (reader: WARCReader, name: String)?

  private static let pageExtensions: Set = ["html", "htm", "xhtml", "shtml", "shtm"]

  /// Finds the pages; what is missing is found out when it is read.
  ///
  /// - Throws: ``ProjectError/usage(_:)`` for a folder without pages.
  package init(_ arguments: [String]) throws(ProjectError) {
    var found: [Part] = []
    for argument in arguments {
      let url = URL(fileURLWithPath: argument)
      var isFolder: ObjCBool = false
      if argument == "-" {
        found.append(.page(PageSource(name: "-", content: .standardInput)))
      } else if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
        isFolder.boolValue
      {
        found += try Self.parts(in: url, shown: argument)
      } else if Self.isArchive(argument) {
        found.append(.archive(url, name: argument))
      } else {
        found.append(
          .page(PageSource(name: argument, content: .file(url), key: url.lastPathComponent)))
      }
    }
    parts = found[...]
  }

  /// Whether there is just one page, which an address can be given for.
  package var isOnePage: Bool {
    guard parts.count == 1, case .page? = parts.first else { return false }
    return true
  }

  /// The next page; nil at the end.
  package mutating func next() -> PageSource? {
    while true {
      if let open {
        if let page = record(open.reader, open.name) { return page }
        self.open = nil
      }
      switch parts.popFirst() {
      case .page(let page): return page
      case .archive(let url, let name):
        do {
          open = (try WARCReader(url, shown: name), name)
        } catch {
          return PageSource(name: name, content: .missing(error))
        }
      case nil: return nil
      }
    }
  }

  private mutating func record(_ reader: WARCReader, _ archive: String) -> PageSource? {
    do {
      guard let page = try reader.next() else { return nil }
      let name = archive + "#" + page.address
      let content = page.problem.map {
        PageSource.Content.missing(.unreadable(path: name, reason: $0))
      }
      // Known by the archive's name, wherever it lies.
      let key = URL(fileURLWithPath: archive).lastPathComponent + "#" + page.address
      var source = PageSource(name: name, content: content ?? .bytes(page.body), key: key)
      source.address = page.address.isEmpty ? nil : page.address
      source.declaredEncoding = page.charset
      source.fetched = page.date
      return source
    } catch {
      open = nil
      let reason =
        switch error {
        case .gzip: "the compression is damaged; what came before it was read"
        case .header: "not a web archive from here on; what came before it was read"
        case .cut: "the archive ends inside a record; what came before it was read"
        }
      return PageSource(
        name: archive, content: .missing(.unreadable(path: archive, reason: reason)))
    }
  }

  private static func isArchive(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".warc") || lower.hasSuffix(".warc.gz")
  }

  private static func parts(in folder: URL, shown: String) throws(ProjectError) -> [Part] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let found = (names ?? []).filter { name in
      guard let dot = name.lastIndex(of: ".") else { return false }
      return pageExtensions.contains(name[name.index(after: dot)...].lowercased())
        || isArchive(name)
    }.sorted()
    guard !found.isEmpty else {
      throw .usage(
        "\(shown): no pages in this folder; pages end in .html, .htm, .warc or .warc.gz")
    }
    let addresses = PageIndex.addresses(in: folder.appendingPathComponent("index.tsv"))
    return found.map { name in
      let url = folder.appendingPathComponent(name)
      return isArchive(name)
        ? .archive(url, name: name)
        : .page(
          PageSource(name: name, address: addresses[name], content: .file(url), key: name))
    }
  }
}
