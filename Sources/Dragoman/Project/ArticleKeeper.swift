import ArticleModel
import Extraction

/// Stores pages and articles under the identifiers that they keep.
struct ArticleKeeper {
  let project: Project
  var index: PageIndex
  private var taken: Set<String>
  /// What this run has stored, by identifier: two pages of one run with the same address are a
  /// mistake that is reported, not a correction.
  private var kept: [String: String] = [:]

  init(project: Project, index: PageIndex) {
    self.project = project
    self.index = index
    taken = Set(index.rows.keys).union(project.articleIdentifiers())
  }

  /// Stores an article, and the pages that it was cut from as they were scraped.
  ///
  /// - Throws: ``ProjectError``
  mutating func keep(
    _ page: ExtractedPage, of entry: PageJoiner<[UInt8]>.Entry
  ) throws(ProjectError) -> StoredArticle {
    let source = entry.read.source
    var article = page.article
    let file = source.key
    article.file = file
    let known = index.identifier(url: article.url, file: file)
    article.id = known ?? ArticleIdentifier.make(for: article, taken: taken)
    if let other = kept[article.id] {
      throw ProjectError.unreadable(
        path: source.name, reason: "is the same page as \(other), which this run has extracted")
    }
    kept[article.id] = source.name
    taken.insert(article.id)
    var stored = StoredArticle(article: article)
    if known != nil, let before = try? project.article(article.id) {
      stored = UnitMatcher.update(before, to: article)
    }
    try project.write(stored)
    try record(entry.read, as: article.id)
    for (number, next) in zip(2..., entry.continuations) {
      try record(next, as: Self.name(ofPage: number, in: article.id))
    }
    return stored
  }

  private mutating func record(
    _ read: PageRead<[UInt8]>, as id: String
  ) throws(ProjectError) {
    guard case .success(let page) = read.page else { return }
    try FileAccess.write(read.made, to: project.pageFile(id))
    index.record(
      PageIndex.Row(
        id: id, file: read.source.key, url: page.article.url,
        language: page.article.language.identifier, fetched: read.source.fetched))
  }

  /// The name of a further page; no article has it, for identifiers have no full stop.
  private static func name(ofPage number: Int, in id: String) -> String { "\(id).\(number)" }

  /// Writes the index and, of a new project, its languages.
  ///
  /// - Throws: ``ProjectError``
  func finish() throws(ProjectError) {
    guard !kept.isEmpty else { return }
    try FileAccess.write(index.text, to: project.pageIndexFile)
    try project.recordLanguages()
  }
}
