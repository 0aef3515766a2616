import ArticleModel
import LocaleData

/// The labels of generated pages: `Locales/<tag>/strings.yaml`.
struct LocaleStrings: Decodable, Sendable {
  var labels: [String: String]
  var navigation: [String]
  var sections: [String: String]

  /// A locale without labels of its own gets the English ones.
  static func load(_ locale: LocaleTag, from data: LocaleData) throws -> LocaleStrings {
    try data.value(LocaleStrings.self, "\(locale)/strings.yaml")
      ?? data.value(LocaleStrings.self, "en/strings.yaml")
      ?? LocaleStrings(labels: [:], navigation: [], sections: [:])
  }
}
