/// Numbers in figures: separators, scales, dates, times, ratios.
extension NumberScanner {
  private struct Literal {
    var groups: [[Unicode.Scalar]] = []
    var separators: [Unicode.Scalar] = []
    var end = 0

    var digits: String {
      var result = ""
      for group in groups { result.unicodeScalars.append(contentsOf: group) }
      return result
    }
  }

  func figures(at start: Int) -> Quantity? {
    let literal = literal(at: start)
    var quantity = Quantity(
      values: [], weight: .certain, digits: literal.digits, range: start..<literal.end)
    read(literal, into: &quantity)
    addFraction(to: &quantity)
    if isCode(start, literal.end) { quantity.weight = .likely }
    quantity = withTail(quantity)
    if let han = lexicon.han { return withHanTail(quantity, han) }
    return completed(withScale(quantity))
  }

  /// 2½.
  private func addFraction(to quantity: inout Quantity) {
    guard let scalar = scalar(at: quantity.range.upperBound), !scalar.isHan,
      scalar.properties.numericType == .numeric, let value = scalar.properties.numericValue,
      value < 1
    else { return }
    quantity.values = quantity.values.map { $0 + value }
    quantity.range = quantity.range.lowerBound..<(quantity.range.upperBound + 1)
  }

  private func literal(at start: Int) -> Literal {
    var literal = Literal()
    var place = start
    while true {
      var group: [Unicode.Scalar] = []
      while let digit = scalar(at: place), digit.isDigit {
        group.append(digit)
        place += 1
      }
      literal.groups.append(group)
      literal.end = place
      guard let separator = scalar(at: place), scalar(at: place + 1)?.isDigit == true else { break }
      let isNarrow = separator.isSpace && separator != " " && separator != "\n"
      guard separator == "." || separator == "," || separator == "'" || isNarrow else { break }
      if isNarrow || separator == "'", digitCount(from: place + 1) != 3 { break }
      literal.separators.append(separator)
      place += 1
    }
    return literal
  }

  private func digitCount(from place: Int) -> Int {
    var count = 0
    while scalar(at: place + count)?.isDigit == true { count += 1 }
    return count
  }

  /// Values by the language's own separators; what they do not fit is read as it can be.
  private func read(_ literal: Literal, into quantity: inout Quantity) {
    let numbers = literal.groups.map { group in
      group.reduce(0.0) { $0 * 10 + Double($1.value - 0x30) }
    }
    let whole = quantity.digits.unicodeScalars.reduce(0.0) { $0 * 10 + Double($1.value - 0x30) }
    guard let last = literal.separators.last else {
      quantity.values = shortYears(numbers[0], quantity)
      return
    }
    let isGrouped = literal.groups.dropFirst().allSatisfy { $0.count == 3 }
    let isGrouping = { (scalar: Unicode.Scalar) in scalar != self.lexicon.decimal }
    if isGrouped, literal.groups[0].count <= 3, literal.separators.allSatisfy(isGrouping) {
      quantity.values = [whole]
    } else if last == lexicon.decimal,
      literal.separators.dropLast().allSatisfy({ $0 == lexicon.grouping || $0 != "." && $0 != "," }
      ),
      literal.groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 })
    {
      quantity.values = [decimal(whole, literal)]
    } else if literal.separators.count == 1 {
      // A section, a version, a time of day, or a number as another language writes it.
      quantity.values = [decimal(whole, literal)]
      quantity.parts = numbers
      setClock(numbers, &quantity)
    } else {
      quantity.parts = numbers
    }
  }

  private func decimal(_ whole: Double, _ literal: Literal) -> Double {
    whole / Self.powerOfTen(literal.groups.last?.count ?? 0)
  }

  /// ’90 and 90 after δεκαετία του are 1990 as well, and ’21 is 1821.
  private func shortYears(_ value: Double, _ quantity: Quantity) -> [Double] {
    guard quantity.digits.utf8.count == 2 else { return [value] }
    let start = quantity.range.lowerBound
    let isShort = scalar(at: start - 1) == "'"
    guard isShort || lexicon.decadeBefore.start(endingAt: end(before: start), in: folded) != nil
    else {
      return [value]
    }
    return [value, 1900 + value, 2000 + value, 1800 + value]
  }

  /// 10.30 in a Greek text is a time where words say so.
  private func setClock(_ numbers: [Double], _ quantity: inout Quantity) {
    guard numbers[0] <= 24, numbers[1] < 60, quantity.digits.utf8.count >= 3 else { return }
    let start = quantity.range.lowerBound
    let next = skippingSpaces(from: quantity.range.upperBound)
    let isTime =
      lexicon.morning.end(at: next, in: folded) != nil
      || lexicon.afternoon.end(at: next, in: folded) != nil
      || lexicon.clockBefore.start(endingAt: end(before: start), in: folded) != nil
    guard isTime else { return }
    quantity.setClock(
      minutes: Int(numbers[0]) * 60 + Int(numbers[1]), isHalfKnown: numbers[0] > 12)
  }

  /// G20, 5G, COVID-19: the figures of a name are compared, but may go when the name is said
  /// otherwise.
  private func isCode(_ start: Int, _ end: Int) -> Bool {
    if let before = scalar(at: start - 1) {
      if before.isAlphabetic { return true }
      if before == "-", start >= 2, folded[start - 2].isAlphabetic { return true }
    }
    guard end < text.count, (0x41...0x5A).contains(text[end].value) else { return false }
    return end + 1 == text.count || !text[end + 1].isAlphabetic
  }

  /// What belongs to the figures without a space: `:30`, `/3`, `s`.
  private func withTail(_ given: Quantity) -> Quantity {
    var quantity = given
    let end = quantity.range.upperBound
    guard let mark = scalar(at: end) else { return quantity }
    let count = digitCount(from: end + 1)
    if mark == ":" || mark == "/", count > 0, let first = quantity.values.first {
      var parts = [first]
      var place = end
      while let next = scalar(at: place), next == mark, digitCount(from: place + 1) > 0 {
        let size = digitCount(from: place + 1)
        parts.append(
          folded[(place + 1)...(place + size)].reduce(0) { $0 * 10 + Double($1.value - 0x30) })
        place += size + 1
      }
      quantity.range = quantity.range.lowerBound..<place
      quantity.digits = string(quantity.range).filter { $0.isNumber }
      quantity.parts = parts
      quantity.values = mark == "/" && parts.count == 2 && parts[1] > 0 ? [first / parts[1]] : []
      if mark == ":", parts.count == 2, first <= 24, parts[1] < 60, count == 2 {
        quantity.setClock(minutes: Int(first) * 60 + Int(parts[1]), isHalfKnown: first > 12)
      }
      return quantity
    }
    if mark == "s" || mark == "'" && scalar(at: end + 1) == "s", lexicon.han == nil,
      let value = quantity.values.first, value.truncatingRemainder(dividingBy: 10) == 0
    {
      quantity.values =
        value < 100
        ? [value, 1900 + value, 2000 + value] : [value, value.truncatingRemainder(dividingBy: 100)]
    }
    return quantity
  }

  private func withScale(_ given: Quantity) -> Quantity {
    var quantity = given
    while let next = word(after: quantity.range.upperBound) {
      if let scale = lexicon.scales[next.text] {
        quantity.values = quantity.values.map { $0 * scale }
        quantity.scale *= scale
        quantity.parts = []
      } else if let scale = lexicon.unsureScales[next.text] {
        quantity.values += quantity.values.map { $0 * scale }
      } else {
        return quantity
      }
      quantity.clock = nil
      var end = next.range.upperBound
      if scalar(at: end) == ".", end + 1 < folded.count { end += 1 }
      quantity.range = quantity.range.lowerBound..<end
    }
    return quantity
  }
}
