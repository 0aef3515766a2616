/// Reads dates as pages write them, in English, Greek and Chinese, and gives ISO 8601.
struct DateReader: Sendable {
  private typealias Found = (date: String, end: Int)

  let names: DateNames

  /// The first date in the text: `2017-10-25`, with the time of day and the zone when they follow.
  ///
  /// - Parameters:
  ///   - text: A line of the page, or a value of its head.
  ///   - monthFirst: Whether 10/25/2017 is the order of the page's language.
  /// - Returns: nil when there is no date from 1990 on.
  func read(_ text: String, monthFirst: Bool = false) -> String? {
    if let iso = isoTime(text) { return iso }
    let tokens = DateToken.tokens(of: text)
    if tokens.count == 1, case .number(let value, 8)? = tokens.first {
      return Self.valid(value / 10_000, value / 100 % 100, value % 100)
    }
    for index in tokens.indices {
      guard let found = date(tokens, index, monthFirst: monthFirst) else { continue }
      return found.date + (time(tokens, after: found.end) ?? "")
    }
    return nil
  }

  /// A date in an address: `/2012/01/17/`, `/20120117/`, `2012-01/17`.
  func read(address: String) -> String? {
    let tokens = DateToken.tokens(of: address)
    for index in tokens.indices {
      guard case .number(let value, let count) = tokens[index] else { continue }
      if count == 8, let date = Self.valid(value / 10_000, value / 100 % 100, value % 100) {
        return date
      }
      if count == 4, let month = Self.number(tokens, index + 2),
        let day = Self.number(tokens, index + 4),
        let date = Self.valid(value, month.value, day.value)
      {
        return date
      }
    }
    return nil
  }

  private func date(_ tokens: [DateToken], _ index: Int, monthFirst: Bool) -> Found? {
    switch tokens[index] {
    case .number(let first, let count):
      if let year = Self.year(first, count, tokens, index) {
        return yearFirst(year, tokens, index)
      }
      guard count <= 2 else { return nil }
      return inNumbers(first, tokens, index, monthFirst: monthFirst)
        ?? dayFirst(first, tokens, index)
    case .word(let word):
      guard let month = names.month(word) else { return nil }
      var cursor = index + 1
      while tokens.indices.contains(cursor), cursor < index + 4 {
        if case .number(let day, let count) = tokens[cursor], count <= 2 {
          return dated(month, day, tokens, after: cursor)
        }
        cursor += 1
      }
      return nil
    default: return nil
    }
  }

  /// The year that a number stands for, when a date may begin with it: 2012, 12年, 民國101年.
  private static func year(
    _ value: Int, _ digits: Int, _ tokens: [DateToken], _ index: Int
  ) -> Int? {
    if digits == 4 { return value }
    // 年
    guard tokens.indices.contains(index + 1), tokens[index + 1] == .sign(0x5E74) else {
      return nil
    }
    // 國 国
    let isRepublic =
      index > 0 && (tokens[index - 1] == .sign(0x570B) || tokens[index - 1] == .sign(0x56FD))
    if isRepublic || digits == 3 { return value + 1911 }
    return digits == 2 ? 2000 + value : nil
  }

  private func yearFirst(_ year: Int, _ tokens: [DateToken], _ index: Int) -> Found? {
    guard let month = Self.number(tokens, index + 2), let day = Self.number(tokens, index + 4),
      Self.isDivider(tokens, index + 1), Self.isDivider(tokens, index + 3), month.digits <= 2,
      day.digits <= 2
    else { return nil }
    return Self.valid(year, month.value, day.value).map { ($0, index + 5) }
  }

  /// 25/10/2017, or the month first.
  private func inNumbers(
    _ first: Int, _ tokens: [DateToken], _ index: Int, monthFirst: Bool
  ) -> Found? {
    guard let second = Self.number(tokens, index + 2), second.digits <= 2,
      Self.isDivider(tokens, index + 1), Self.isDivider(tokens, index + 3),
      let year = Self.number(tokens, index + 4), year.digits == 2 || year.digits == 4
    else { return nil }
    let full = year.digits == 2 ? 2000 + year.value : year.value
    let monthLast = Self.valid(full, second.value, first)
    let date =
      monthFirst
      ? Self.valid(full, first, second.value) ?? monthLast
      : monthLast ?? Self.valid(full, first, second.value)
    return date.map { ($0, index + 5) }
  }

  /// 25 October 2017, 25η Οκτωβρίου 2017.
  private func dayFirst(_ day: Int, _ tokens: [DateToken], _ index: Int) -> Found? {
    var cursor = index + 1
    while tokens.indices.contains(cursor), cursor < index + 5 {
      if case .number = tokens[cursor] { return nil }
      if case .word(let word) = tokens[cursor], let month = names.month(word) {
        return dated(month, day, tokens, after: cursor)
      }
      cursor += 1
    }
    return nil
  }

  /// The date with the year that follows soon; nil where another number does.
  private func dated(_ month: Int, _ day: Int, _ tokens: [DateToken], after index: Int) -> Found? {
    for cursor in (index + 1)..<(index + 6) where tokens.indices.contains(cursor) {
      guard case .number(let year, let digits) = tokens[cursor] else { continue }
      guard digits == 4 else { return nil }
      return Self.valid(year, month, day).map { ($0, cursor + 1) }
    }
    return nil
  }

  private static func number(_ tokens: [DateToken], _ index: Int) -> (value: Int, digits: Int)? {
    guard tokens.indices.contains(index), case .number(let value, let digits) = tokens[index]
    else { return nil }
    return (value, digits)
  }

  private static func isDivider(_ tokens: [DateToken], _ index: Int) -> Bool {
    guard tokens.indices.contains(index), case .sign(let sign) = tokens[index] else {
      return false
    }
    return [0x2F, 0x2D, 0x2E, 0x5E74, 0x6708, 0x2011, 0xFF0F, 0xFF0D].contains(sign)
  }

  private static func valid(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1990...2049).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return "\(year)-\(two(month))-\(two(day))"
  }

  static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// `2012-01-17T09:30:00+02:00` and its shorter forms, kept as they are.
  private func isoTime(_ text: String) -> String? {
    let trimmed = text.drop { $0 == " " }.prefix { $0 != " " }
    let bytes = Array(trimmed.utf8)
    guard bytes.count >= 16, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] | 0x20 == 0x74,
      read(String(trimmed.prefix(10))) != nil,
      bytes.allSatisfy({ (0x2B...0x3A).contains($0) || $0 | 0x20 == 0x74 || $0 | 0x20 == 0x7A })
    else { return nil }
    return String(trimmed)
  }
}
