/// A file of the generated site.
public struct EditionPage: Sendable, Equatable {
  /// The path below the edition's folder.
  public var path: String
  /// The whole page.
  public var html: String
}
