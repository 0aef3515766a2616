public import ArticleModel
public import LocaleData

/// How a language writes: `Locales/<tag>/locale.yaml`.
public struct LocaleRules: Decodable, Sendable, Equatable {
  /// The language's own name for itself.
  public var name: String
  /// The direction of writing, `ltr` or `rtl`.
  public var direction: String
  /// What stands between two sentences: a space, or nothing.
  public var joiner: String
  /// The pattern of ICU for a date in a text.
  public var datePattern: String

  private enum CodingKeys: String, CodingKey {
    case name, direction, joiner
    case datePattern = "date-pattern"
  }

  /// Reads the rules; a locale without a folder gets plain ones.
  ///
  /// - Throws: `LocaleDataError` when the file is not as described.
  public static func load(
    _ locale: LocaleTag, from data: LocaleData = LocaleData()
  ) throws -> LocaleRules {
    try data.value(LocaleRules.self, "\(locale)/locale.yaml")
      ?? LocaleRules(
        name: locale.identifier, direction: "ltr", joiner: " ", datePattern: "y-MM-dd")
  }
}
