/// Why no article could be taken from a page.
public enum ExtractionError: Error, Equatable, CustomStringConvertible {
  /// The file has no bytes, or only white space.
  case empty(file: String)
  /// The file is something else than a web page.
  case notHTML(file: String, kind: String)
  /// There is no run of text on the page that looks like an article.
  case noArticle(file: String)
  /// A site profile cannot be read.
  case badProfile(file: String, reason: String)

  /// One line: which file, what is wrong, what to do.
  public var description: String {
    switch self {
    case .empty(let file): "\(file): the file is empty; save the page again"
    case .notHTML(let file, let kind):
      "\(file): this is \(kind), not a web page; save the page as HTML"
    case .noArticle(let file):
      "\(file): no article found on the page; write a site profile with a body selector for it"
    case .badProfile(let file, let reason): "\(file): \(reason)"
    }
  }
}
