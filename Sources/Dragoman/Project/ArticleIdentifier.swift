import ArticleModel
import Foundation
import Linguistics

/// Makes an article's identifier: readable, a safe file name, unique in its project.
enum ArticleIdentifier {
  /// Date and title, as in `2017-10-25-xi-jinping-holds-telephone-talks`; without a title, the last
  /// part of the address or of the file's name.
  static func make(for article: Article, taken: Set<String>) -> String {
    var name = Slug.make(article.title?.content.plainText ?? "")
    if name.isEmpty { name = Slug.make(lastPart(of: article.url ?? article.file)) }
    if name.isEmpty { name = "page" }
    let base = (article.date.map { "\($0.prefix(10))-" } ?? "") + name
    var id = base
    var copy = 2
    while taken.contains(id) {
      id = "\(base)-\(copy)"
      copy += 1
    }
    return id
  }

  private static func lastPart(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.split(separator: ".").first.map(String.init) ?? last
  }
}
