import ArticleModel

/// `empty-target`: there is text in the source and none in the translation.
struct EmptyTargetCheck: Check {
  static let rule = Rule(
    "empty-target", .error, "There is text in the source and none in the translation.")

  func findings(in pair: SegmentPair) -> [Finding] {
    guard pair.targetText.isBlank, !pair.sourceText.isBlank else { return [] }
    return [pair.finding(Self.rule, "the translation is empty; translate the text")]
  }
}
