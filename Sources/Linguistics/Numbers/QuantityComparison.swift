/// The quantities of a text and its translation that have no counterpart on the other side.
public struct QuantityComparison: Sendable, Equatable {
  /// Those of the source that the target lacks.
  public private(set) var missing: [Quantity] = []
  /// Those of the target that the source does not have.
  public private(set) var added: [Quantity] = []

  /// Compares by value: a number said twice and translated once is no difference.
  public init(source: [Quantity], target: [Quantity]) {
    var missing = source.filter { !Self.isMet($0, by: target) }
    var added = target.filter { !Self.isMet($0, by: source) }
    // Telephone numbers are grouped in many ways.
    let isFigure = { (quantity: Quantity) in !quantity.digits.isEmpty }
    if missing.count(where: isFigure) != added.count(where: isFigure),
      Self.figures(missing) == Self.figures(added)
    {
      missing.removeAll(where: isFigure)
      added.removeAll(where: isFigure)
    }
    let isExchanged = { (isMonth: Bool) in
      missing.contains { $0.isMonth == isMonth && $0.weight > .possible }
        && added.contains { $0.isMonth == isMonth && $0.weight > .possible }
    }
    let months = isExchanged(true)
    let numbers = isExchanged(false)
    let counts = { (quantity: Quantity) in
      switch quantity.weight {
      case .possible: false
      case .likely: quantity.isMonth ? months : numbers
      case .certain: !quantity.isMonth || months
      }
    }
    self.missing = missing.filter(counts)
    self.added = added.filter(counts)
  }

  private static func figures(_ quantities: [Quantity]) -> String {
    quantities.map(\.digits).joined()
  }

  private static func isMet(_ quantity: Quantity, by others: [Quantity]) -> Bool {
    if let clock = quantity.clock {
      let clocks = others.compactMap(\.clock)
      if !clocks.isEmpty {
        return clocks.contains { other in
          other.isHalfKnown && clock.isHalfKnown
            ? other.minutes % 1440 == clock.minutes % 1440
            : other.minutes % 720 == clock.minutes % 720
        }
      }
    }
    if quantity.values.contains(where: { value in has(value, others, quantity.isMonth) }) {
      return true
    }
    return !quantity.parts.isEmpty
      && quantity.parts.allSatisfy { value in has(value, others, false) }
  }

  private static func has(_ value: Double, _ others: [Quantity], _ isMonth: Bool) -> Bool {
    others.contains { other in
      // A month in words is met by a month or by the figure of a date, not by any number in words.
      if isMonth, !other.isMonth, other.digits.isEmpty { return false }
      return (other.values + other.parts).contains { abs($0 - value) <= abs(value) * 1e-9 }
    }
  }
}
