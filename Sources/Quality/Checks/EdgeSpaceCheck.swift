import ArticleModel
import Linguistics

/// `edge-space`: white space at an end of the translation that the source does not have.
struct EdgeSpaceCheck: Check {
  static let rule = Rule("edge-space", .warning, "White space before or after the text.")

  func findings(in pair: SegmentPair) -> [Finding] {
    let source = pair.sourceText.scalars
    let target = pair.targetText.scalars
    guard !pair.targetText.isBlank else { return [] }
    let isBefore = target.first?.isSpace == true && source.first?.isSpace == false
    let isAfter = target.last?.isSpace == true && source.last?.isSpace == false
    guard isBefore || isAfter else { return [] }
    let count =
      isBefore
      ? target.prefix(while: \.isSpace).count : target.reversed().prefix(while: \.isSpace).count
    let side = isBefore ? (isAfter ? "before and after" : "before") : "after"
    return [
      pair.finding(
        Self.rule.id, Self.rule.severity, "white space \(side) the text; take it out",
        at: isBefore ? 0..<count : (target.count - count)..<target.count, suggestion: "")
    ]
  }
}
