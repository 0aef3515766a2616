import ArticleModel
import Linguistics

/// `edge-space`: white space at an end of one text that the other does not have.
struct EdgeSpaceCheck: Check {
  static let rule = Rule("edge-space", .warning, "White space before or after the text.")

  func findings(in pair: SegmentPair) -> [Finding] {
    let source = pair.sourceText.scalars
    let target = pair.targetText.scalars
    guard !pair.targetText.isBlank else { return [] }
    let added = Self.sides(of: target, besides: source)
    if let name = Self.name(added) {
      let count =
        added.before
        ? target.prefix(while: \.isSpace).count : target.reversed().prefix(while: \.isSpace).count
      return [
        pair.finding(
          Self.rule.id, Self.rule.severity, "white space \(name) the text; take it out",
          at: added.before ? 0..<count : (target.count - count)..<target.count, suggestion: "")
      ]
    }
    // Chinese indents with spaces, and has none between sentences.
    guard pair.sourceLocale.language != "zh", pair.targetLocale.language != "zh",
      let name = Self.name(Self.sides(of: source, besides: target))
    else { return [] }
    return [
      pair.finding(Self.rule, "the source has white space \(name) the text; put it there")
    ]
  }

  /// Where one text has white space and the other a character.
  private static func sides(
    of text: [Unicode.Scalar], besides other: [Unicode.Scalar]
  ) -> (before: Bool, after: Bool) {
    (
      text.first?.isSpace == true && other.first?.isSpace == false,
      text.last?.isSpace == true && other.last?.isSpace == false
    )
  }

  private static func name(_ sides: (before: Bool, after: Bool)) -> String? {
    switch sides {
    case (true, true): "before and after"
    case (true, false): "before"
    case (false, true): "after"
    case (false, false): nil
    }
  }
}
