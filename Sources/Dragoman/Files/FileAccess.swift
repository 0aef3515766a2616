package import Foundation

/// Reading and writing whole files, with errors that name the file and the remedy.
package enum FileAccess {
  /// The bytes of a file.
  package static func read(_ url: URL, shown name: String? = nil) throws(ProjectError) -> [UInt8] {
    let path = name ?? url.relativePath
    try check(url, shown: path)
    do {
      return [UInt8](try Data(contentsOf: url))
    } catch {
      throw .unreadable(path: path, reason: "cannot be read; check its permissions")
    }
  }

  /// A file that is read in pieces; it is closed when the handle is gone.
  package static func open(_ path: String, at url: URL? = nil) throws(ProjectError) -> FileHandle {
    let url = url ?? URL(fileURLWithPath: path)
    try check(url, shown: path)
    guard let file = FileHandle(forReadingAtPath: url.path) else {
      throw .unreadable(path: path, reason: "cannot be read; check its permissions")
    }
    return file
  }

  private static func check(_ url: URL, shown path: String) throws(ProjectError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw .unreadable(path: path, reason: "no such file; check the name")
    }
    guard !isFolder.boolValue else {
      throw .unreadable(path: path, reason: "is a folder; name a file in it")
    }
  }

  /// A file's bytes piece by piece, for what may be too large to hold.
  package static func source(
    _ url: URL, shown name: String
  ) throws(ProjectError) -> (UnsafeMutableRawBufferPointer) -> Int {
    let handle = try open(name, at: url)
    return { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return Foundation.read(handle.fileDescriptor, start, buffer.count)
    }
  }

  /// Whether a file begins as a ZIP archive does.
  package static func isArchive(_ path: String) throws(ProjectError) -> Bool {
    let source = try source(URL(fileURLWithPath: path), shown: path)
    return withUnsafeTemporaryAllocation(byteCount: 4, alignment: 1) { buffer in
      source(buffer) == 4 && buffer.elementsEqual([0x50, 0x4B, 0x03, 0x04])
    }
  }

  /// Writes a file beside its place and renames it, so that no half of it is ever seen.
  ///
  /// A file that holds these bytes already is left alone, with its date.
  package static func write(_ bytes: [UInt8], to url: URL) throws(ProjectError) {
    if let old = try? Data(contentsOf: url), old.elementsEqual(bytes) { return }
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw .unwritable(path: url.relativePath, reason: error.localizedDescription)
    }
  }

  /// Writes text as UTF-8.
  package static func write(_ text: String, to url: URL) throws(ProjectError) {
    try write(Array(text.utf8), to: url)
  }
}
