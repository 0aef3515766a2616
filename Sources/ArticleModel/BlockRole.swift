/// What a block is in its article.
public enum BlockRole: String, Sendable, Codable, CaseIterable {
  case title, heading, paragraph, listItem, quote, caption, tableCell, preformatted, footnote, image
}
