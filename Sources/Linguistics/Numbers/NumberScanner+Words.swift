/// Numbers in words of an alphabet: two hundred and five, δεκατρία εκατομμύρια, twenty-first.
extension NumberScanner {
  func words(at start: Int) -> Quantity? {
    let end = wordEnd(from: start)
    let first = string(start..<end)
    if let month = month(first, start..<end) { return month }
    if let time = minutesFirst(at: start, first) { return completed(time) }
    if lexicon.articles.contains(first), let scale = scaleAfterArticle(start, end) { return scale }
    if lexicon.cardinals[first] != nil || lexicon.ordinals[first] != nil,
      let number = sequence(at: start)
    {
      return completed(number)
    }
    if let values = lexicon.possible[first] {
      return completed(scaled(Quantity(values: values, weight: .possible, range: start..<end)))
    }
    return compound(start..<end, first) ?? roman(start..<end)
  }

  /// τριήμερη, πενταμελής: a number in front of what it counts.
  private func compound(_ range: Range<Int>, _ word: String) -> Quantity? {
    guard range.count > 4, !lexicon.prefixes.isEmpty else { return nil }
    for (prefix, value) in lexicon.prefixes where word.hasPrefix(prefix) {
      let rest = word.dropFirst(prefix.count)
      if lexicon.counted.contains(where: rest.hasPrefix) {
        return Quantity(values: [value], weight: .possible, range: range)
      }
    }
    return nil
  }

  private func month(_ word: String, _ range: Range<Int>) -> Quantity? {
    guard let value = lexicon.months[word] else { return nil }
    var month = Quantity(values: [value], weight: .likely, range: range)
    month.isMonth = true
    if lexicon.unsureMonths.contains(word) {
      let isName = text[range.lowerBound].properties.isUppercase
      guard isName else { return nil }
      var next = range.upperBound
      while let scalar = scalar(at: next), scalar.isSpace || scalar == "." { next += 1 }
      var before = range.lowerBound - 1
      while let scalar = scalar(at: before), scalar.isSpace || scalar == "-" { before -= 1 }
      let isDated = scalar(at: next)?.isDigit == true || scalar(at: before)?.isDigit == true
      if !isDated { month.weight = .possible }
    }
    return month
  }

  /// `a million`: one, but said lightly.
  private func scaleAfterArticle(_ start: Int, _ end: Int) -> Quantity? {
    guard let next = word(after: end), let scale = lexicon.scales[next.text] else { return nil }
    return Quantity(values: [scale], weight: .likely, range: start..<next.range.upperBound)
  }

  /// Half a million, three quarters of a million, μισό εκατομμύριο.
  private func scaled(_ part: Quantity) -> Quantity {
    guard let value = part.values.first, value != value.rounded() else { return part }
    var end = part.range.upperBound
    while let link = word(after: end), lexicon.links.contains(link.text) {
      end = link.range.upperBound
    }
    guard let next = word(after: end), let scale = lexicon.scales[next.text] else { return part }
    return Quantity(
      values: [value * scale], weight: .likely,
      range: part.range.lowerBound..<next.range.upperBound)
  }

  private struct Sum {
    var total = 0.0
    var current = 0.0
    /// The least that the next word may still add to.
    var room = Double.infinity
    var count = 0
    var hasScale: Bool { scale > 1 }
    var scale = 1.0
    var isOrdinal = false
    var value: Double { total + current }
  }

  /// A number of one word or several; `nil` where none begins.
  func sequence(at start: Int) -> Quantity? {
    var sum = Sum()
    var end = start
    var place = start
    while place < folded.count, folded[place].isAlphabetic {
      let wordEnd = wordEnd(from: place)
      let word = string(place..<wordEnd)
      if lexicon.joiners.contains(word), sum.count > 0, sum.room >= 100,
        let next = self.word(after: wordEnd),
        let value = lexicon.cardinals[next.text] ?? lexicon.ordinals[next.text], value < 100
      {
        place = next.range.lowerBound
        continue
      }
      guard add(word, to: &sum) else { break }
      end = wordEnd
      guard let next = self.word(after: wordEnd), next.range.lowerBound > wordEnd else { break }
      place = next.range.lowerBound
    }
    guard sum.count > 0 else { return nil }
    return quantity(of: sum, start..<end)
  }

  private func add(_ word: String, to sum: inout Sum) -> Bool {
    if let scale = lexicon.scales[word] {
      guard sum.current > 0, !sum.isOrdinal else { return false }
      if scale == 100 {
        guard sum.current < 10 else { return false }
        sum.current *= 100
      } else {
        sum.total += sum.current * scale
        sum.current = 0
      }
      sum.room = scale
      sum.scale = scale
      sum.count += 1
      return true
    }
    let ordinal = lexicon.ordinals[word]
    guard let value = lexicon.cardinals[word] ?? ordinal, value < sum.room else { return false }
    // Greek says δέκατος ένατος, with an ordinal for each part; nobody says first two.
    if sum.isOrdinal, ordinal == nil || sum.current < 10 { return false }
    if sum.count > 0, !sum.isOrdinal, ordinal != nil,
      sum.current.truncatingRemainder(dividingBy: 10) != 0
    {
      return false
    }
    sum.current += value
    sum.room = Self.room(below: value)
    sum.isOrdinal = ordinal != nil
    sum.count += 1
    return true
  }

  private static func room(below value: Double) -> Double {
    switch value {
    case ..<10: 0
    case 10: 10
    case ..<20: 0
    case ..<100: 10
    case ..<1000: 100
    default: 1000
    }
  }

  private func quantity(of sum: Sum, _ range: Range<Int>) -> Quantity {
    let value = sum.value
    // A hundred and a thousand are said of many.
    let isRound = sum.count == 1 && (value == 100 || value == 1000)
    let isSmall = value <= 12 && !sum.hasScale || isRound
    var number = Quantity(values: [value], weight: isSmall ? .likely : .certain, range: range)
    if value == 1 || sum.isOrdinal && value <= 2 { number.weight = .possible }
    if sum.hasScale, sum.count == 2, sum.value == sum.total || sum.value == 100,
      let first = lexicon.cardinals[string(range.lowerBound..<wordEnd(from: range.lowerBound))],
      first == 1
    {
      number.weight = .likely
    }
    if sum.value == sum.total { number.scale = sum.scale }
    guard !sum.isOrdinal, value < 100, let next = word(after: range.upperBound),
      let parts = lexicon.fractions[next.text], parts > value || value == 1
    else { return number }
    number.values = [value / parts]
    number.parts = [value, parts]
    number.weight = .likely
    number.range = range.lowerBound..<next.range.upperBound
    return scaled(number)
  }

  /// XIX, II: answers for a number, and is never asked for.
  private func roman(_ range: Range<Int>) -> Quantity? {
    guard range.count > 1 else { return nil }
    var total = 0
    var before = 0
    for scalar in text[range].reversed() {
      let value: Int
      switch scalar {
      case "I": value = 1
      case "V": value = 5
      case "X": value = 10
      case "L": value = 50
      case "C": value = 100
      default: return nil
      }
      total += value < before ? -value : value
      before = max(before, value)
    }
    return Quantity(values: [Double(total)], weight: .possible, range: range)
  }
}
