/// An article, cut out of its page: all that later stages know of the page.
public struct Article: Sendable, Equatable, Codable {
  /// The identifier in the project: readable, stable, a safe file name (`2017-10-25-xi-jinping-holds`).
  public var id: String
  /// The page's file as the user named it.
  public var file: String
  /// The address of the page, when known.
  public var url: String?
  /// The language of the text, told by its content.
  public var language: LocaleTag
  /// The encoding that the page was read in, by its WHATWG name (`gb18030`, `utf-8`).
  public var encoding: String
  /// The day or time of publication in ISO 8601, as exact as the page says it.
  public var date: String?
  /// The writer named by the page.
  public var author: String?
  /// The agency or publisher named by the page.
  public var source: String?
  /// The names of the sections above the page, outermost first.
  public var breadcrumbs: [String]
  /// The title first (role `title`), then the body in reading order.
  public var blocks: [Block]

  /// Creates an article.
  public init(
    id: String, file: String, url: String? = nil, language: LocaleTag, encoding: String,
    date: String? = nil, author: String? = nil, source: String? = nil, breadcrumbs: [String] = [],
    blocks: [Block]
  ) {
    self.id = id
    self.file = file
    self.url = url
    self.language = language
    self.encoding = encoding
    self.date = date
    self.author = author
    self.source = source
    self.breadcrumbs = breadcrumbs
    self.blocks = blocks
  }

  /// The block with the title, when the page has one.
  public var title: Block? { blocks.first { $0.role == .title } }
}
