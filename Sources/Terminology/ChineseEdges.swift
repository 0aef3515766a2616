import ArticleModel
import Linguistics

/// Tells whether a Chinese term begins and ends where words do: 中共 is no word in 发展中共同.
struct ChineseEdges {
  private let text: String
  private let locale: LocaleTag
  private var edges: Set<Int>?

  init(text: String, locale: LocaleTag) {
    self.text = text
    self.locale = locale
  }

  /// Whether both ends are edges of words.
  mutating func allow(_ range: Range<Int>) -> Bool {
    let edges = self.edges ?? Self.edges(of: text, locale)
    self.edges = edges
    return edges.contains(range.lowerBound) && edges.contains(range.upperBound)
  }

  private static func edges(of text: String, _ locale: LocaleTag) -> Set<Int> {
    guard let words = try? WordBreaker(locale: locale).words(in: text) else { return [] }
    return Set(words.flatMap { [$0.lowerBound, $0.upperBound] })
  }
}
