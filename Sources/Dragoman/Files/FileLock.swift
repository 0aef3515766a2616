import Foundation
import Glibc

/// A lock on a project's folder, given back when the value goes or the process ends.
final class FileLock: Sendable {
  private let descriptor: Int32

  init(folder: URL) throws(ProjectError) {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // The folder itself is locked, so that no lock file is left behind.
    descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .unwritable(path: folder.path, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .locked(folder: folder.path)
    }
  }

  deinit { close(descriptor) }
}
