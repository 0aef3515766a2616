package import ArticleModel

/// An article as `articles/<id>.json` keeps it: with what its units said before.
package struct StoredArticle: Codable, Sendable, Equatable {
  package var article: Article
  /// The digests of the earlier sources of each unit, oldest first: a bundle made from one of them is
  /// late, not damaged.
  package var earlierSources: [String: [String]]

  package init(article: Article, earlierSources: [String: [String]] = [:]) {
    self.article = article
    self.earlierSources = earlierSources
  }
}
