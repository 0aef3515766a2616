import Linguistics

/// What a text says in parts of a whole: a fifth, one in five, 20 %.
///
/// One language says a share by a fraction where another says it in hundredths; the reader of numbers
/// gives the figures of both, and only here are they the same.
struct Shares {
  private enum Form: Hashable, CaseIterable { case words, figure, percent }

  private struct Share: Hashable {
    var thousandths: Int
    var form: Form
  }

  /// By the place of the quantity in the text.
  private var shares: [Int: Share] = [:]
  private var known: Set<Share> = []

  init(_ quantities: [Quantity], in text: CheckedText, rules: TextRules) {
    for (index, quantity) in quantities.enumerated() {
      guard let value = quantity.values.first, shares[quantity.range.lowerBound] == nil else {
        continue
      }
      if Self.isPercent(quantity.range.upperBound, text, rules) {
        add(value / 100, .percent, quantity)
      } else if value > 0, value < 1 {
        add(value, quantity.digits.isEmpty ? .words : .figure, quantity)
      } else if quantities.indices.contains(index + 1) {
        let next = quantities[index + 1]
        let gap = quantity.range.upperBound..<next.range.lowerBound
        if let whole = next.values.first, value > 0, value < whole, Self.isLinked(gap, text, rules)
        {
          add(value / whole, .words, quantity)
          add(value / whole, .words, next)
        }
      }
      if shares[quantity.range.lowerBound] == nil, quantity.digits.isEmpty, (3...10).contains(value)
      {
        add(1 / value, .words, quantity)
      }
    }
  }

  private mutating func add(_ part: Double, _ form: Form, _ quantity: Quantity) {
    guard part < 1_000 else { return }
    let share = Share(thousandths: Int((part * 1_000).rounded()), form: form)
    shares[quantity.range.lowerBound] = share
    known.insert(share)
  }

  /// Whether a quantity is a share that another text has, said in another way.
  func isSaid(_ quantity: Quantity, in others: Shares) -> Bool {
    guard let share = shares[quantity.range.lowerBound] else { return false }
    return Form.allCases.contains { form in
      // Hundredths of a third are rounded.
      form != share.form
        && (share.thousandths - 4...share.thousandths + 4).contains {
          others.known.contains(Share(thousandths: $0, form: form))
        }
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
