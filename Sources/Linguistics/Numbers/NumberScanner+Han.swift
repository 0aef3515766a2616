/// Numbers in Chinese: 第十九, 一百四十万, 138.2亿, 百分之五, 三分之一, 下午3时30分.
extension NumberScanner {
  func hanNumber(at start: Int, _ han: HanNumerals) -> (Quantity?, end: Int) {
    let runEnd = run(at: start, han)
    let run = Array(folded[start..<runEnd])
    if let denominator = denominator(run, han), follows(han.share, at: runEnd),
      let share = share(of: denominator, from: start, at: runEnd + han.share.count, han)
    {
      return (share, share.range.upperBound)
    }
    let before = scalar(at: start - 1)
    let isBareUnit = han.digits[run[0]] == nil && han.units[run[0]] != 10
    let isVague = before.map(han.vague.contains) ?? false
    let isVagueAfter = scalar(at: runEnd).map(han.vague.contains) ?? false
    if isVague || isVagueAfter { return (nil, runEnd) }
    guard let (value, count) = han.value(of: run), count > 0 else {
      return (nil, runEnd)
    }
    let end = start + count
    var number = Quantity(values: [value], weight: .certain, range: start..<end)
    number.scale = han.scales[folded[end - 1]] ?? 1
    if isBareUnit {
      // 百年 may be a hundred years, and may be for ever.
      number.weight = .possible
    } else if count == 1 {
      let isCounting = before == han.ordinal || scalar(at: end).map(han.measures.contains) ?? false
      number.weight = isCounting && value > 1 ? .likely : .possible
    } else if count == 2, value < 13 {
      number.weight = .likely
    }
    return (withHanTail(number, han), max(end, withHanTail(number, han).range.upperBound))
  }

  private func run(at start: Int, _ han: HanNumerals) -> Int {
    var end = start
    // No number is longer; a run of a million numerals is none.
    while let scalar = scalar(at: end), end - start < 40 {
      let isPoint =
        scalar == han.point && end > start
        && self.scalar(at: end + 1).map { han.digits[$0] != nil } == true
        && han.digits[folded[end - 1]] != nil && self.scalar(at: end + 2) != han.quarter
      guard han.isNumeral(scalar) || isPoint else { break }
      end += 1
    }
    return end
  }

  private func denominator(_ run: [Unicode.Scalar], _ han: HanNumerals) -> Double? {
    if run.count == 1, let unit = han.units[run[0]] ?? han.scales[run[0]] { return unit }
    return han.value(of: run).flatMap { $0.count == run.count ? $0.value : nil }
  }

  /// The number after 分之: of a hundred it is a percentage, which is compared by its figure.
  private func share(
    of denominator: Double, from start: Int, at place: Int, _ han: HanNumerals
  ) -> Quantity? {
    guard let scalar = scalar(at: place) else { return nil }
    var number: Quantity
    if scalar.isDigit, let figures = figures(at: place) {
      number = figures
    } else if han.isNumeral(scalar) {
      let end = run(at: place, han)
      let run = Array(folded[place..<end])
      guard let value = self.denominator(run, han) else { return nil }
      number = Quantity(values: [value], weight: .certain, range: place..<end)
    } else {
      return nil
    }
    if denominator != 100 {
      // 十分之一 is one in ten as well.
      number.parts = number.values + [denominator]
      number.values = number.values.map { $0 / denominator }
      number.weight = .likely
    }
    number.range = start..<number.range.upperBound
    return number
  }

  /// What follows a number in a Chinese text: scales, a month, the hour, a decade, a half.
  func withHanTail(_ given: Quantity, _ han: HanNumerals) -> Quantity {
    var quantity = withHanScale(given, han)
    let end = quantity.range.upperBound
    guard let next = scalar(at: end), let value = quantity.values.first else {
      return withDayPart(quantity, han)
    }
    if next == han.month, (1...12).contains(value), value == value.rounded() {
      quantity.isMonth = true
      if quantity.weight == .possible { quantity.weight = .likely }
    } else if han.hours.contains(next) {
      return withHour(quantity, han)
    } else if next == han.times {
      quantity.values += quantity.values.map { $0 + 1 }
    } else if next == han.tenths, value < 10 {
      let more = scalar(at: end + 1).flatMap { han.digits[$0] }
      quantity.values.append(value * 10 + Double(more ?? 0))
      if more != nil { quantity.range = quantity.range.lowerBound..<(end + 2) }
    } else if next == han.discount, value < 100 {
      let paid = value < 10 ? value * 10 : value
      quantity.values += [paid, 100 - paid]
    } else if follows(han.century, at: end) {
      return withDecade(quantity, han)
    } else if follows(han.decade, at: end), value < 100 {
      quantity.values += [1900 + value, 2000 + value]
    } else if han.measures.contains(next), scalar(at: end + 1) == han.half {
      quantity.values += quantity.values.map { $0 + 0.5 }
      quantity.range = quantity.range.lowerBound..<(end + 2)
    }
    return quantity
  }

  /// 13亿5000万 is one number.
  private func withHanScale(_ given: Quantity, _ han: HanNumerals) -> Quantity {
    var quantity = given
    guard !given.digits.isEmpty else { return given }
    while let next = scalar(at: quantity.range.upperBound), let scale = han.scale(next) {
      let following = scalar(at: quantity.range.upperBound + 1)
      if han.units[next] == 10, following.map(han.isNumeral) != true { break }
      quantity.values = quantity.values.map { $0 * scale }
      quantity.scale *= scale
      quantity.parts = []
      quantity.range = quantity.range.lowerBound..<(quantity.range.upperBound + 1)
    }
    let end = quantity.range.upperBound
    guard end > given.range.upperBound, scalar(at: end)?.isDigit == true,
      let rest = figures(at: end), let small = rest.values.first, let large = quantity.values.first,
      rest.range.upperBound > end, scalar(at: rest.range.upperBound - 1).map(han.isNumeral) == true,
      small < large
    else { return quantity }
    quantity.values = [large + small]
    quantity.digits += rest.digits
    quantity.range = quantity.range.lowerBound..<rest.range.upperBound
    return quantity
  }

  private func withDecade(_ given: Quantity, _ han: HanNumerals) -> Quantity {
    var quantity = given
    let start = given.range.upperBound + han.century.count
    guard let century = given.values.first, let scalar = scalar(at: start) else { return given }
    var decade: Double?
    var end = start
    if scalar.isDigit, scalar != "0" {
      while let digit = self.scalar(at: end), digit.isDigit { end += 1 }
      decade = Double(string(start..<end))
    } else if han.isNumeral(scalar) {
      end = run(at: start, han)
      decade = han.value(of: Array(folded[start..<end]))?.value
    }
    guard let decade, decade < 100, follows(han.decade, at: end) else { return given }
    quantity.values = [(century - 1) * 100 + decade, decade]
    quantity.parts = [century, decade]
    quantity.range = given.range.lowerBound..<end
    return quantity
  }

  private func withHour(_ given: Quantity, _ han: HanNumerals) -> Quantity {
    var quantity = given
    guard let hour = given.values.first, hour <= 24, hour == hour.rounded() else { return given }
    var end = given.range.upperBound + 1
    var minutes: Double?
    if scalar(at: end) == han.half {
      minutes = 30
      end += 1
    } else if let next = scalar(at: end), next.isDigit || han.isNumeral(next) {
      let start = end
      while let digit = scalar(at: end), digit.isDigit || han.isNumeral(digit) { end += 1 }
      minutes =
        next.isDigit
        ? Double(string(start..<end)) : han.value(of: Array(folded[start..<end]))?.value
      if scalar(at: end) == han.quarter, let quarters = minutes, (1...3).contains(quarters) {
        minutes = quarters * 15
        end += 1
      } else if scalar(at: end) == han.minute {
        end += 1
      } else {
        minutes = nil
      }
    }
    let isPlain = minutes == nil && given.digits.isEmpty
    if isPlain, dayPart(before: given.range.lowerBound) == nil { return given }
    if let minutes, minutes < 60 {
      quantity.range = given.range.lowerBound..<end
      quantity.setClock(minutes: Int(hour * 60 + minutes), isHalfKnown: hour > 12)
    } else {
      quantity.setClock(minutes: Int(hour) * 60, isHalfKnown: hour > 12)
    }
    return withDayPart(quantity, han)
  }

  private func withDayPart(_ given: Quantity, _ han: HanNumerals) -> Quantity {
    guard var clock = given.clock, let isAfternoon = dayPart(before: given.range.lowerBound) else {
      return given
    }
    var quantity = given
    if isAfternoon, clock.minutes < 720 { clock.minutes += 720 }
    if !isAfternoon, clock.minutes >= 720, clock.minutes < 780 { clock.minutes -= 720 }
    quantity.setClock(minutes: clock.minutes, isHalfKnown: true)
    return quantity
  }

  /// Whether the words before say afternoon; `nil` when they say nothing.
  private func dayPart(before place: Int) -> Bool? {
    if lexicon.afternoon.start(endingAt: place, in: folded) != nil { return true }
    return lexicon.morning.start(endingAt: place, in: folded) != nil ? false : nil
  }

  private func follows(_ phrase: [Unicode.Scalar], at place: Int) -> Bool {
    place + phrase.count <= folded.count
      && folded[place..<(place + phrase.count)].elementsEqual(phrase)
  }
}

extension HanNumerals {
  func begins(_ scalar: Unicode.Scalar) -> Bool { isNumeral(scalar) && !zeros.contains(scalar) }

  func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    digits[scalar] != nil || units[scalar] != nil || scales[scalar] != nil
  }

  func scale(_ scalar: Unicode.Scalar) -> Double? { scales[scalar] ?? units[scalar] }

  /// The number that a run begins with, and how many characters it takes; `nil` for a run that is
  /// no one number (三四, 九一八).
  func value(of run: [Unicode.Scalar]) -> (value: Double, count: Int)? {
    let isPositional = run.allSatisfy { digits[$0] != nil }
    if isPositional, run.count > 1 {
      guard run.count >= 4 || run.contains(where: zeros.contains) else { return nil }
      return (run.reduce(0) { $0 * 10 + Double(digits[$1] ?? 0) }, run.count)
    }
    if let place = run.firstIndex(of: point) { return decimal(run, at: place) }
    var total = 0.0
    var section = 0.0
    var digit: Double?
    for (index, scalar) in run.enumerated() {
      if let value = digits[scalar] {
        // 十四五: the fourteenth Five-Year.
        if let digit, digit > 0 { return (total + section + digit, index) }
        digit = Double(value)
      } else if let unit = units[scalar] {
        section += (digit.map { $0 > 0 ? $0 : 1 } ?? 1) * unit
        digit = nil
      } else if let scale = scales[scalar] {
        section += digit ?? 0
        digit = nil
        if total > 0, section == 0 || scale > 10_000 {
          total = (total + section) * scale
        } else {
          total += section * scale
        }
        section = 0
      }
    }
    return (total + section + (digit ?? 0), run.count)
  }

  /// 三点五, 一点四亿.
  private func decimal(_ run: [Unicode.Scalar], at place: Int) -> (value: Double, count: Int)? {
    guard let whole = value(of: Array(run[..<place])) else { return nil }
    var value = whole.value
    var power = 0.1
    var end = place + 1
    while end < run.count, let digit = digits[run[end]] {
      value += Double(digit) * power
      power /= 10
      end += 1
    }
    while end < run.count, let scale = scale(run[end]) {
      value *= scale
      end += 1
    }
    return (value, end)
  }
}
