import Linguistics

/// What a text says in parts of a whole: a fifth, one in five, 20 %.
///
/// One language says a share by a fraction where another says it in hundredths; the reader of numbers
/// gives the figures of both, and only here are they the same.
struct Shares {
  private enum Form { case words, figure, percent }

  private struct Share {
    var part: Double
    var form: Form
  }

  /// By the place of the quantity in the text's list.
  private var shares: [Int: Share] = [:]

  init(_ quantities: [Quantity], in text: CheckedText, rules: TextRules) {
    for (index, quantity) in quantities.enumerated() {
      guard let value = quantity.values.first, shares[index] == nil else { continue }
      if Self.isPercent(quantity.range.upperBound, text, rules) {
        shares[index] = Share(part: value / 100, form: .percent)
      } else if value > 0, value < 1 {
        shares[index] = Share(part: value, form: quantity.digits.isEmpty ? .words : .figure)
      } else if index + 1 < quantities.count, let whole = quantities[index + 1].values.first,
        value < whole, value > 0,
        Self.isLinked(
          quantity.range.upperBound..<quantities[index + 1].range.lowerBound, text, rules)
      {
        shares[index] = Share(part: value / whole, form: .words)
        shares[index + 1] = shares[index]
      } else if quantity.digits.isEmpty, (3...10).contains(value) {
        shares[index] = Share(part: 1 / value, form: .words)
      }
    }
  }

  /// Whether a quantity is a share that another text has, said in the other way.
  func isSaid(_ index: Int, in others: Shares) -> Bool {
    guard let share = shares[index] else { return false }
    return others.shares.values.contains { other in
      // Hundredths of a third are rounded.
      share.form != other.form && abs(share.part - other.part) <= 0.005
    }
  }

  private static func isPercent(_ end: Int, _ text: CheckedText, _ rules: TextRules) -> Bool {
    var start = end
    while text.scalar(start)?.isSpace == true { start += 1 }
    return rules.percent.contains { word in
      word.unicodeScalars.enumerated().allSatisfy { offset, scalar in
        text.scalar(start + offset)?.folded == scalar.folded
      }
    }
  }

  private static func isLinked(
    _ gap: Range<Int>, _ text: CheckedText, _ rules: TextRules
  ) -> Bool {
    guard gap.count <= 12 else { return false }
    let words = text.string(gap).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return rules.shareLinks.contains(words)
  }
}
