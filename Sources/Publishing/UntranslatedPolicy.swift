/// What a page does with units that have no translation.
public enum UntranslatedPolicy: String, Sendable, CaseIterable {
  /// The page is not published.
  case withhold
  /// The source stands in, marked with its language.
  case source
  /// The translation of the earlier source stands in; where there is none, the source.
  case previous
}
