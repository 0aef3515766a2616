import Foundation

/// A page to be read: a file, standard input, or a record of a web archive.
package struct PageSource: Sendable {
  /// Where its bytes are.
  enum Content: Sendable {
    case file(URL)
    case standardInput
    case bytes([UInt8])
    case missing(ProjectError)
  }

  /// The name as the user gave it; below a folder, the path relative to that folder; in an
  /// archive, the archive's with the address behind it.
  package var name: String
  /// The page's address, when an `index.tsv` beside it or its archive tells.
  package var address: String?
  /// When it was fetched, when its archive tells.
  package var fetched: String?
  /// The encoding that the server named, in an archive.
  package var declaredEncoding: String?
  var content: Content
  /// The name that a page without an address is known by, wherever the command is called from.
  package var key: String

  init(name: String, address: String? = nil, content: Content, key: String? = nil) {
    self.name = name
    self.address = address
    self.content = content
    self.key = key ?? name
  }

  /// More bytes than any page has: what is larger is refused before it fills the memory.
  static let sizeLimit = 16 << 20

  /// The page's bytes.
  package func bytes() throws(ProjectError) -> [UInt8] {
    switch content {
    case .bytes(let bytes): return bytes
    case .missing(let error): throw error
    case .standardInput:
      let data = try? FileHandle.standardInput.read(upToCount: Self.sizeLimit + 1)
      return try checked([UInt8](data ?? Data()))
    case .file(let url):
      let file = try FileAccess.open(name, at: url)
      guard let data = try? file.read(upToCount: Self.sizeLimit + 1) ?? Data() else {
        throw .unreadable(path: name, reason: "cannot be read; check its permissions")
      }
      return try checked([UInt8](data))
    }
  }

  private func checked(_ bytes: [UInt8]) throws(ProjectError) -> [UInt8] {
    if bytes.count > Self.sizeLimit { throw tooLarge }
    return bytes
  }

  private var tooLarge: ProjectError {
    .unreadable(
      path: name, reason: "is larger than 16 MB, which no page is; cut the article out of it first")
  }
}
