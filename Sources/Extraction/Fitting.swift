import ArticleModel

/// What `Scripts/fit-extraction` asks for, one after the other.
package enum FittingStep: String, Sendable {
  /// The features of the lines.
  case lines
  /// The features of the lines beside those that the first model believes in.
  case regions
  /// The articles.
  case articles
}

/// A page as the fitting sees it.
package struct FittingPage {
  /// What is written as JSON.
  package var object: [String: Any]
  /// The features, a row a line.
  package var rows: [Float] = []
}

extension ArticleExtractor {
  /// A page's rows, or its article.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - file: Its name.
  ///   - step: What is asked for.
  ///   - scores: Gives the scores of a stage for so many lines; nil for what the models say.
  /// - Returns: The rows or the article; an error is part of it.
  /// - Throws: ``ExtractionError``, when the page cannot be read.
  package func fittingPage(
    _ bytes: [UInt8], file: String, step: FittingStep,
    scores: (_ stage: Int, _ lines: Int) -> [Float]?
  ) throws(ExtractionError) -> FittingPage {
    let page: ParsedPage
    do { page = try read(bytes, file: file, url: nil, declaredEncoding: nil) } catch {
      return FittingPage(object: ["file": file, "lines": [String](), "error": "\(error)"])
    }
    defer { withExtendedLifetime(page.document) {} }
    var features = LineFeatures(page)
    let first = scores(0, page.outline.lines.count) ?? model.scores(features)
    switch step {
    case .lines:
      return FittingPage(
        object: ["file": file, "lines": page.outline.lines.indices.map(page.outline.string)],
        rows: features.rows)
    case .regions:
      features.add(scores: first, page.outline)
      return FittingPage(object: ["file": file], rows: features.rows)
    case .articles:
      features.add(scores: first, page.outline)
      let second =
        scores(1, page.outline.lines.count) ?? regionModel.scores(features, after: first)
      var draft = ArticleDraft(page: page)
      draft.applyModel(features, scores: second, page)
      guard let result = try? draft.finish(page, file: file) else {
        return FittingPage(object: ["file": file, "error": "no article"])
      }
      let article = result.article
      return FittingPage(
        object: [
          "file": file, "title": article.title?.content.plainText ?? "",
          "date": article.date ?? "", "language": article.language.identifier,
          "encoding": article.encoding,
          "blocks": article.blocks.filter { $0.role != .title }.map {
            ["role": $0.role.rawValue, "text": $0.content.plainText]
          },
        ])
    }
  }
}
