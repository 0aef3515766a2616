/// Times of day in words.
extension NumberScanner {
  /// Half past nine, a quarter to nine, ten minutes to nine.
  func minutesFirst(at start: Int, _ word: String) -> Quantity? {
    guard let clock = lexicon.clock, clock.hasMinutesFirst else { return nil }
    var end = wordEnd(from: start)
    var isSure = true
    var minutes = clock.parts[word]
    if minutes == nil, lexicon.articles.contains(word), let part = self.word(after: end) {
      minutes = clock.parts[part.text]
      end = part.range.upperBound
    } else if minutes == nil, lexicon.cardinals[word] != nil, let number = sequence(at: start) {
      minutes = number.minutes
      end = number.range.upperBound
      isSure = false
    }
    guard let minutes else { return nil }
    if let unit = self.word(after: end), clock.minutes.contains(unit.text) {
      end = unit.range.upperBound
      isSure = true
    }
    guard let link = self.word(after: end), let hour = hour(after: link.range.upperBound) else {
      return nil
    }
    let isPast = clock.past.contains(link.text)
    // Ten to nine may be a score.
    guard isPast || isSure && clock.to.contains(link.text) else { return nil }
    return time(hour.value, isPast ? minutes : -minutes, start..<hour.end)
  }

  /// The hour of twelve, in a word or in figures, behind a space.
  private func hour(after place: Int) -> (value: Int, end: Int)? {
    if let word = word(after: place) {
      guard let value = lexicon.cardinals[word.text], (1...12).contains(value) else { return nil }
      return (Int(value), word.range.upperBound)
    }
    let start = skippingSpaces(from: place)
    var end = start
    while scalar(at: end)?.isDigit == true { end += 1 }
    guard let value = Int(string(start..<end)), (1...12).contains(value) else { return nil }
    return (value, end)
  }

  /// An hour with what stands behind it: nine thirty, εννέα και μισή, δέκα παρά είκοσι.
  func withSpokenMinutes(_ hour: Quantity, saysHalf: Bool) -> Quantity {
    guard let clock = lexicon.clock, hour.clock == nil, !hour.isMonth, hour.scale == 1,
      hour.digits.utf8.count < 3, let value = hour.values.first, (1..<25).contains(value)
    else { return hour }
    let start = hour.range.lowerBound
    let isAsked = [clock.before, lexicon.clockBefore].contains {
      $0.start(endingAt: end(before: start), in: folded) != nil
    }
    guard value == value.rounded() else {
      let isHalf =
        isAsked && (saysHalf || hour.digits.isEmpty) && value - value.rounded(.down) == 0.5
      return isHalf ? time(Int(value), 30, hour.range) : hour
    }
    let isNumber = !hour.digits.isEmpty || lexicon.cardinals[string(hour.range)] != nil
    guard isNumber, let next = word(after: hour.range.upperBound) else { return hour }
    if clock.hasMinutesFirst {
      guard isAsked, hour.digits.isEmpty, value < 13,
        let number = minutes(at: next.range.lowerBound),
        number.value > 9
      else { return hour }
      return time(Int(value), number.value, start..<number.end)
    }
    let isPast = clock.past.contains(next.text)
    guard isPast || clock.to.contains(next.text), let last = word(after: next.range.upperBound)
    else { return hour }
    if let part = clock.parts[last.text] {
      return time(Int(value), isPast ? part : -part, start..<last.range.upperBound)
    }
    guard isAsked, let number = minutes(at: last.range.lowerBound) else { return hour }
    return time(Int(value), isPast ? number.value : -number.value, start..<number.end)
  }

  /// Minutes in words at a place, unless they are the day of a month.
  private func minutes(at place: Int) -> (value: Int, end: Int)? {
    guard lexicon.cardinals[string(place..<wordEnd(from: place))] != nil,
      let number = sequence(at: place), let value = number.minutes
    else { return nil }
    let end = number.range.upperBound
    if let next = word(after: end), lexicon.months[next.text] != nil { return nil }
    return (value, end)
  }

  private func time(_ hour: Int, _ minutes: Int, _ range: Range<Int>) -> Quantity {
    var time = Quantity(values: [], weight: .likely, range: range)
    time.setClock(minutes: (hour * 60 + minutes + 1440) % 1440, isHalfKnown: hour > 12)
    return time
  }
}

extension Quantity {
  fileprivate var minutes: Int? {
    values.first.flatMap(Int.init(exactly:)).flatMap { (1...59).contains($0) ? $0 : nil }
  }
}
