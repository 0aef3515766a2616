import ArticleModel
import Linguistics

/// `number-mismatch`: a number, date or time that the other side does not have, compared by value.
struct NumberCheck: Check {
  static let rule = Rule(
    "number-mismatch", .error, "A number, date or time is not that of the source, by its value.")

  let source: NumberReader
  let target: NumberReader

  func findings(in pair: SegmentPair) -> [Finding] {
    let comparison = QuantityComparison(
      source: source.quantities(in: pair.sourceText.prose),
      target: target.quantities(in: pair.targetText.prose))
    guard !comparison.missing.isEmpty || !comparison.added.isEmpty else { return [] }
    let missing = Self.list(comparison.missing, in: pair.sourceText)
    let added = Self.list(comparison.added, in: pair.targetText)
    let message: String
    if comparison.added.isEmpty {
      message = "\(missing) of the source is not in the translation; put it in"
    } else if comparison.missing.isEmpty {
      message = "\(added) is not in the source; check it"
    } else {
      message = "the source has \(missing), the translation \(added); check the figures"
    }
    return [pair.finding(Self.rule, message, at: comparison.added.first?.range)]
  }

  private static func list(_ quantities: [Quantity], in text: CheckedText) -> String {
    quantities.map { text.string($0.range) }.joined(separator: ", ")
  }
}
