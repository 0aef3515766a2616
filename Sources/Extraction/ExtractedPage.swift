public import ArticleModel

/// An article with what was noticed while it was cut out.
public struct ExtractedPage: Sendable, Equatable {
  /// The article; its `id` is empty, the project gives it.
  public var article: Article
  /// The address that the page gives itself (`<link rel=canonical>`, `og:url`).
  public var canonicalAddress: String?
  /// The address of the page on which the article goes on.
  public var nextAddress: String?
  /// What a person should look at.
  public var findings: [Finding]
  /// What matched and what was cut, a line each.
  public var explanation: [String]

  /// Creates a page.
  public init(
    article: Article, canonicalAddress: String? = nil, nextAddress: String? = nil,
    findings: [Finding] = [], explanation: [String] = []
  ) {
    self.article = article
    self.canonicalAddress = canonicalAddress
    self.nextAddress = nextAddress
    self.findings = findings
    self.explanation = explanation
  }

  /// The article with the text of its next page behind it; the title is said once.
  public func continued(by next: ExtractedPage) -> ExtractedPage {
    var result = self
    var taken = Set(article.blocks.map(\.id))
    let shift = article.blocks.compactMap(\.place?.group).max() ?? 0
    for var block in next.article.blocks where block.role != .title {
      block.place?.group += shift
      block.id = UnitIdentifier.make(role: block.role, content: block.content, taken: &taken)
      result.article.blocks.append(block)
    }
    result.nextAddress = next.nextAddress
    result.findings += next.findings
    result.explanation += next.explanation
    return result
  }
}
