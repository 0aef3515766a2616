import Foundation

/// A file that is written piece by piece beside its place, and renamed when it is whole.
final class StreamedFile {
  private let url: URL
  private let draft: URL
  private let handle: FileHandle
  private var failure: (any Error)?
  private var isFinished = false

  init(_ url: URL) throws(ProjectError) {
    self.url = url
    draft = url.deletingLastPathComponent()
      .appendingPathComponent(
        ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    guard FileManager.default.createFile(atPath: draft.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: draft.path)
    else {
      throw .unwritable(path: url.relativePath, reason: "check that its folder is there")
    }
    self.handle = handle
  }

  deinit { if !isFinished { try? FileManager.default.removeItem(at: draft) } }

  /// Adds bytes; the first failure is kept for ``finish()``.
  func write(_ bytes: [UInt8]) {
    guard failure == nil else { return }
    do { try handle.write(contentsOf: bytes) } catch { failure = error }
  }

  /// Puts the file in its place.
  func finish() throws(ProjectError) {
    do {
      if let failure { throw failure }
      try handle.close()
      guard rename(draft.path, url.path) == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
      isFinished = true
    } catch {
      throw .unwritable(path: url.relativePath, reason: error.localizedDescription)
    }
  }
}
