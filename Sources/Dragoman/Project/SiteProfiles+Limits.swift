import ArticleModel
import Extraction
import Foundation

extension SiteProfiles {
  /// How long the translations of an article may be on its site, by the role of their blocks.
  func limits(of article: Article) -> [BlockRole: Int] {
    guard let host = article.url.flatMap({ URL(string: $0)?.host }) else { return [:] }
    return profiles.first { $0.isFor(host: host) }?.limits ?? [:]
  }
}
