public import ArticleModel
public import LocaleData

/// Reads the numbers, months and times of a text by value, in figures and in words.
public struct NumberReader: Sendable {
  private let lexicon: NumberLexicon

  /// Loads a language's words.
  ///
  /// - Throws: `LocaleDataError` when `numbers.yaml` is not as described.
  public init(locale: LocaleTag, data: LocaleData = LocaleData()) throws {
    lexicon = try NumberLexicon(locale: locale, data: data)
  }

  /// The quantities of a text, in order.
  public func quantities(in text: [Unicode.Scalar]) -> [Quantity] {
    var scanner = NumberScanner(lexicon: lexicon, text: text)
    return scanner.quantities()
  }
}

/// One pass over a text.
struct NumberScanner {
  let lexicon: NumberLexicon
  let text: [Unicode.Scalar]
  let folded: [Unicode.Scalar]

  init(lexicon: NumberLexicon, text: [Unicode.Scalar]) {
    self.lexicon = lexicon
    self.text = text
    folded = text.map(\.folded)
  }

  mutating func quantities() -> [Quantity] {
    var found: [Quantity] = []
    var place = 0
    while place < folded.count {
      let scalar = folded[place]
      if let end = lexicon.notNumbers.end(at: place, in: folded), !isShare(endingAt: end) {
        place = end
        continue
      }
      if let end = lexicon.possiblePhrases.end(at: place, in: folded),
        let values = lexicon.possible[string(place..<end)]
      {
        found.append(Quantity(values: values, weight: .possible, range: place..<end))
        place = end
        continue
      }
      let quantity: Quantity?
      if scalar.isDigit {
        quantity = figures(at: place)
      } else if let han = lexicon.han, han.begins(scalar) {
        let (number, end) = hanNumber(at: place, han)
        if let number { found.append(number) }
        place = max(end, place + 1)
        continue
      } else if scalar.isAlphabetic {
        quantity = words(at: place)
      } else if scalar.properties.numericType == .numeric, !scalar.isHan,
        let value = scalar.properties.numericValue
      {
        quantity = Quantity(values: [value], weight: .likely, range: place..<(place + 1))
      } else {
        quantity = lexicon.possible[String(scalar)].map {
          Quantity(values: $0, weight: .possible, range: place..<(place + 1))
        }
      }
      if let quantity {
        found.append(quantity)
        place = quantity.range.upperBound
      } else {
        place = scalar.isAlphabetic ? wordEnd(from: place) : place + 1
      }
    }
    return withSharedScales(found)
  }

  /// The 22 of 2021–22 is 2022 as well, and the 18 of pages 112–18 is 118.
  private func extendRange(_ quantity: inout Quantity, after first: Quantity) {
    let count = quantity.digits.utf8.count
    guard count > 0, (3...4).contains(first.digits.utf8.count), count < first.digits.utf8.count,
      let value = quantity.values.first, let before = first.values.first,
      quantity.range.lowerBound == first.range.upperBound + 1,
      folded[first.range.upperBound] == "-" || folded[first.range.upperBound] == "–"
    else { return }
    let power = Self.powerOfTen(count)
    quantity.values.append((before / power).rounded(.down) * power + value)
  }

  static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The two of `2 to 3 million` is two million as well.
  private func withSharedScales(_ quantities: [Quantity]) -> [Quantity] {
    var quantities = quantities
    for index in quantities.indices.dropLast() {
      extendRange(&quantities[index + 1], after: quantities[index])
      let next = quantities[index + 1]
      let gap = quantities[index].range.upperBound..<next.range.lowerBound
      let isShort =
        gap.count <= 6 && !folded[gap].contains { ".,;。，；、".unicodeScalars.contains($0) }
      guard next.scale > 1, quantities[index].scale == 1, isShort else { continue }
      quantities[index].values += quantities[index].values.map { $0 * next.scale }
    }
    return quantities
  }

  /// 十分 is very, and 十分之一 a tenth.
  private func isShare(endingAt end: Int) -> Bool {
    guard let share = lexicon.han?.share, end > 0, end < folded.count else { return false }
    return folded[end - 1] == share.first && folded[end] == share.last
  }

  func scalar(at place: Int) -> Unicode.Scalar? {
    folded.indices.contains(place) ? folded[place] : nil
  }

  func wordEnd(from start: Int) -> Int {
    var end = start
    while end < folded.count, folded[end].isAlphabetic { end += 1 }
    return end
  }

  func string(_ range: Range<Int>) -> String {
    var result = ""
    for scalar in folded[range] { result.unicodeScalars.append(scalar) }
    return result
  }

  /// The word after a space or a hyphen, or the one that begins here.
  func word(after place: Int) -> (text: String, range: Range<Int>)? {
    var start = place
    if let scalar = scalar(at: start), scalar.isSpace || scalar == "-" { start += 1 }
    guard scalar(at: start)?.isAlphabetic == true else { return nil }
    let range = start..<wordEnd(from: start)
    return (string(range), range)
  }

  /// Where the text before a place ends, a space left out.
  func end(before place: Int) -> Int { scalar(at: place - 1)?.isSpace == true ? place - 1 : place }

  func skippingSpaces(from place: Int) -> Int {
    var end = place
    while let scalar = scalar(at: end), scalar.isSpace { end += 1 }
    return end
  }

  /// What may follow a number whatever way it is written: a half, decades, the half of the day.
  func completed(_ quantity: Quantity) -> Quantity {
    var quantity = quantity
    let end = quantity.range.upperBound
    let next = skippingSpaces(from: end)
    let half = lexicon.halfAfter.end(at: next, in: folded)
    if let half {
      quantity.values = quantity.values.map { $0 + 0.5 }
      quantity.range = quantity.range.lowerBound..<half
    }
    if let following = word(after: end), lexicon.decades.contains(following.text) {
      quantity.values += quantity.values.map { $0 * 10 }
      quantity.range = quantity.range.lowerBound..<following.range.upperBound
    }
    return withClock(withSpokenMinutes(quantity, saysHalf: half != nil))
  }

  private func withClock(_ quantity: Quantity) -> Quantity {
    var quantity = quantity
    let next = skippingSpaces(from: quantity.range.upperBound)
    let hour = quantity.clock.map { $0.minutes / 60 } ?? Int(exactly: quantity.values.first ?? -1)
    guard let hour, (0...24).contains(hour) else { return quantity }
    var minutes = quantity.clock?.minutes ?? hour * 60
    if let end = lexicon.afternoon.end(at: next, in: folded) {
      if hour < 12 { minutes += 720 }
      quantity.range = quantity.range.lowerBound..<end
    } else if let end = lexicon.morning.end(at: next, in: folded) {
      if hour == 12 { minutes -= 720 }
      quantity.range = quantity.range.lowerBound..<end
    } else {
      return quantity
    }
    quantity.setClock(minutes: minutes, isHalfKnown: true)
    return quantity
  }
}

extension Quantity {
  /// Makes a time of day of the number, which may still be met by the hour alone.
  mutating func setClock(minutes: Int, isHalfKnown: Bool) {
    clock = Clock(minutes: minutes, isHalfKnown: isHalfKnown)
    let hour = Double(minutes / 60)
    let minute = Double(minutes % 60)
    let hours = hour >= 12 ? [hour, hour - 12] : [hour, hour + 12]
    // 9.15 may be how the other side writes it.
    values = minute == 0 ? hours : hours.map { $0 + minute / 100 }
    parts = minute == 0 ? [] : [hours[0] > 12 && digits.first != "1" ? hours[1] : hours[0], minute]
  }
}
