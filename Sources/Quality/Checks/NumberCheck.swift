import ArticleModel
import Linguistics

/// `number-mismatch`: a number, date or time that the other side does not have, compared by value.
struct NumberCheck: Check {
  static let rule = Rule(
    "number-mismatch", .error, "A number, date or time is not that of the source, by its value.")

  /// How a language writes numbers, and shares.
  struct Side {
    let reader: NumberReader
    let rules: TextRules
  }

  let source: Side
  let target: Side

  func findings(in pair: SegmentPair) -> [Finding] {
    let wanted = source.reader.quantities(in: pair.sourceText.prose)
    let found = target.reader.quantities(in: pair.targetText.prose)
    let comparison = QuantityComparison(source: wanted, target: found)
    var missing = comparison.missing
    var added = comparison.added
    guard !missing.isEmpty || !added.isEmpty else { return [] }
    let sourceShares = Shares(wanted, in: pair.sourceText, rules: source.rules)
    let targetShares = Shares(found, in: pair.targetText, rules: target.rules)
    missing.removeAll {
      Self.isHour($0, among: found) || sourceShares.isSaid($0, in: targetShares)
    }
    added.removeAll {
      Self.isHour($0, among: wanted) || targetShares.isSaid($0, in: sourceShares)
    }
    // A small number in words is wrong only where another one stands in its place.
    if added.isEmpty { missing.removeAll { $0.weight == .likely } }
    if missing.isEmpty { added.removeAll { $0.weight == .likely } }
    guard !missing.isEmpty || !added.isEmpty else { return [] }
    return [pair.finding(Self.rule, Self.message(missing, added, pair), at: added.first?.range)]
  }

  private static func message(
    _ missing: [Quantity], _ added: [Quantity], _ pair: SegmentPair
  ) -> String {
    let lost = list(missing, in: pair.sourceText)
    let new = list(added, in: pair.targetText)
    if added.isEmpty { return "\(lost) of the source is not in the translation; put it in" }
    if missing.isEmpty { return "\(new) is not in the source; check it" }
    return "the source has \(lost), the translation \(new); check the figures"
  }

  /// Whether a full hour stands on the other side without its half of the day: the 3 of `from 3 to
  /// 5 p.m.`, which is 15:00, and noon.
  private static func isHour(_ quantity: Quantity, among others: [Quantity]) -> Bool {
    guard let clock = quantity.clock, clock.minutes % 60 == 0 else { return false }
    let hour = Double(clock.minutes / 60 % 12)
    return others.contains { other in
      other.clock == nil && !other.isMonth
        && other.values.contains { $0 <= 24 && $0.truncatingRemainder(dividingBy: 12) == hour }
    }
  }

  private static func list(_ quantities: [Quantity], in text: CheckedText) -> String {
    quantities.map { text.string($0.range) }.joined(separator: ", ")
  }
}
