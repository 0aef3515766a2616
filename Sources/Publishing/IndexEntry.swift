/// A published article as lists of articles show it.
public struct IndexEntry: Sendable, Equatable {
  /// The title in the language of the edition.
  public var title: String
  /// The day or time of publication, ISO 8601.
  public var date: String?
  /// The path below the edition's folder.
  public var path: String

  /// Creates an entry.
  public init(title: String, date: String?, path: String) {
    self.title = title
    self.date = date
    self.path = path
  }
}
