/// A file of a locale that cannot be used.
public struct LocaleDataError: Error, CustomStringConvertible {
  /// The file, below the data folder.
  public let path: String
  /// What the parser said.
  public let reason: String

  /// The file and what is wrong with it.
  public var description: String { "Locales/\(path): \(reason)" }
}
