/// A memory that cannot be read or written.
public struct MemoryError: Error, CustomStringConvertible {
  /// The database's file.
  public let path: String
  /// What SQLite said.
  public let reason: String

  /// The file, what is wrong with it, and the remedy.
  public var description: String {
    "\(path): \(reason); run `dragoman memory rebuild` to make it again from translations/"
  }
}
