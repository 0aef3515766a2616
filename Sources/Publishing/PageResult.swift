/// A page, or why there is none.
public enum PageResult: Sendable, Equatable {
  /// The page, with its entry for the index.
  case page(EditionPage, IndexEntry)
  /// The page is held back: these units have no translation.
  case withheld(units: [String])
}
