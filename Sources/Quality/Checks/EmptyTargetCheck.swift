import ArticleModel

/// `empty-target`: there is text in the source and none in the translation.
struct EmptyTargetCheck: Check {
  func findings(in pair: SegmentPair) -> [Finding] {
    let isEmpty = pair.target.textOnly.allSatisfy(\.isWhitespace)
    guard isEmpty, !pair.source.textOnly.allSatisfy(\.isWhitespace) else { return [] }
    return [pair.finding("empty-target", .error, "the translation is empty; translate the text")]
  }
}
