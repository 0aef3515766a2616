public import ArticleModel

/// An article with what was noticed while it was cut out.
public struct ExtractedPage: Sendable, Equatable {
  /// The article; its `id` is empty, the project gives it.
  public var article: Article
  /// The address that the page gives itself (`<link rel=canonical>`, `og:url`).
  public var canonicalAddress: String?
  /// What a person should look at.
  public var findings: [Finding]
  /// What matched and what was cut, a line each.
  public var explanation: [String]

  /// Creates a page.
  public init(
    article: Article, canonicalAddress: String? = nil, findings: [Finding] = [],
    explanation: [String] = []
  ) {
    self.article = article
    self.canonicalAddress = canonicalAddress
    self.findings = findings
    self.explanation = explanation
  }
}
