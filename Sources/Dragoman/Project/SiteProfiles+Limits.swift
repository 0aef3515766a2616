import ArticleModel
import Extraction
import Foundation

extension SiteProfiles {
  /// How long the translations of an article may be on its site, by the role of their blocks.
  func limits(of article: Article) -> [BlockRole: Int] {
    guard let host = article.url.flatMap({ URL(string: $0)?.host }),
      let limits = profiles.first(where: { $0.isFor(host: host) })?.limits
    else { return [:] }
    return Dictionary(
      limits.compactMap { name, limit in BlockRole(rawValue: name).map { ($0, limit) } },
      uniquingKeysWith: { first, _ in first })
  }
}
