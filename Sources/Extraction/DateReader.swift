/// Reads dates as pages write them, in English, Greek and Chinese, and gives ISO 8601.
enum DateReader {
  private enum Token: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case sign(UInt32)
  }

  /// The first date in the text: `2017-10-25`, with the time of day when one follows.
  ///
  /// - Parameters:
  ///   - text: A line of the page.
  ///   - monthFirst: Whether 10/25/2017 is the order of the page's language.
  /// - Returns: nil when there is no date from 1990 on.
  static func read(_ text: String, monthFirst: Bool = false) -> String? {
    if let iso = isoTime(text) { return iso }
    let tokens = tokens(of: text)
    for index in tokens.indices {
      if let date = date(tokens, index, monthFirst: monthFirst) { return date }
    }
    return nil
  }

  /// A date in an address: `/2012/01/17/`, `/20120117/`, `2012-01/17`.
  static func read(address: String) -> String? {
    let tokens = tokens(of: address)
    for index in tokens.indices {
      guard case .number(let value, let count) = tokens[index] else { continue }
      if count == 8, let date = valid(value / 10_000, value / 100 % 100, value % 100) {
        return date
      }
      if count == 4, let month = number(tokens, index + 2), let day = number(tokens, index + 4),
        let date = valid(value, month.value, day.value)
      {
        return date
      }
    }
    return nil
  }

  private static func date(_ tokens: [Token], _ index: Int, monthFirst: Bool) -> String? {
    switch tokens[index] {
    case .number(let first, 4):
      guard let month = number(tokens, index + 2), let day = number(tokens, index + 4),
        isDivider(tokens, index + 1), isDivider(tokens, index + 3), month.digits <= 2,
        day.digits <= 2
      else { return nil }
      return valid(first, month.value, day.value)
    case .number(let first, let count) where count <= 2:
      if let second = number(tokens, index + 2), second.digits <= 2, isDivider(tokens, index + 1),
        isDivider(tokens, index + 3), let year = number(tokens, index + 4), year.digits != 3,
        year.digits != 1, year.digits <= 4
      {
        let full = year.digits == 2 ? 2000 + year.value : year.value
        return monthFirst
          ? valid(full, first, second.value) ?? valid(full, second.value, first)
          : valid(full, second.value, first) ?? valid(full, first, second.value)
      }
      var cursor = index + 1
      for _ in 0..<4 where tokens.indices.contains(cursor) {
        if case .word(let word) = tokens[cursor], let month = month(word) {
          return year(tokens, after: cursor).flatMap { valid($0, month, first) }
        }
        guard case .number = tokens[cursor] else {
          cursor += 1
          continue
        }
        return nil
      }
      return nil
    case .word(let word):
      guard let month = month(word) else { return nil }
      var cursor = index + 1
      while tokens.indices.contains(cursor), cursor < index + 4 {
        if case .number(let day, let count) = tokens[cursor], count <= 2 {
          return year(tokens, after: cursor).flatMap { valid($0, month, day) }
        }
        cursor += 1
      }
      return nil
    default: return nil
    }
  }

  private static func year(_ tokens: [Token], after index: Int) -> Int? {
    for cursor in (index + 1)..<(index + 6) where tokens.indices.contains(cursor) {
      if case .number(let value, let digits) = tokens[cursor] {
        return digits == 4 ? value : nil
      }
    }
    return nil
  }

  private static func number(_ tokens: [Token], _ index: Int) -> (value: Int, digits: Int)? {
    guard tokens.indices.contains(index), case .number(let value, let digits) = tokens[index]
    else { return nil }
    return (value, digits)
  }

  private static func isDivider(_ tokens: [Token], _ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    switch tokens[index] {
    case .sign(let sign): return [0x2F, 0x2D, 0x2E, 0x5E74, 0x6708, 0x2011].contains(sign)
    default: return false
    }
  }

  private static func valid(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1990...2049).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// `2012-01-17T09:30:00+02:00` and its shorter forms, kept as they are.
  private static func isoTime(_ text: String) -> String? {
    let trimmed = text.drop { $0 == " " }.prefix { $0 != " " }
    let bytes = Array(trimmed.utf8)
    guard bytes.count >= 16, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] | 0x20 == 0x74,
      read(String(trimmed.prefix(10))) != nil,
      bytes.allSatisfy({ (0x2B...0x3A).contains($0) || $0 | 0x20 == 0x74 || $0 | 0x20 == 0x7A })
    else { return nil }
    return String(trimmed)
  }

  private static func tokens(of text: String) -> [Token] {
    var result: [Token] = []
    var word = ""
    var value = 0
    var digits = 0
    func endNumber() {
      if digits > 0 { result.append(.number(value, digits: digits)) }
      value = 0
      digits = 0
    }
    func endWord() {
      if !word.isEmpty { result.append(.word(word)) }
      word = ""
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39:
        endWord()
        if digits < 9 { value = value * 10 + Int(scalar.value) - 0x30 }
        digits += 1
      case 0x41...0x5A, 0x61...0x7A, 0x370...0x3FF, 0xC0...0x24F:
        endNumber()
        word.unicodeScalars.append(scalar)
      case 0x20, 0xA0, 0x3000, 0x0A:
        endNumber()
        endWord()
      default:
        endNumber()
        endWord()
        result.append(.sign(scalar.value))
      }
    }
    endNumber()
    endWord()
    return result
  }

  /// The number of a month by the first letters of its name, accents aside.
  private static func month(_ word: String) -> Int? {
    guard word.unicodeScalars.count >= 3 else { return nil }
    var folded = ""
    for scalar in word.lowercased().unicodeScalars {
      folded.unicodeScalars.append(unaccented[scalar] ?? scalar)
    }
    for (index, names) in months.enumerated() {
      for stem in names where folded.hasPrefix(stem) && folded.count <= stem.count + 8 {
        let isWhole = folded == stem || fullNames[index].contains { $0.hasPrefix(folded) }
        if isWhole || stem.unicodeScalars.first.map({ $0.value > 0x370 }) == true {
          return index + 1
        }
      }
    }
    return nil
  }

  private static let unaccented: [Unicode.Scalar: Unicode.Scalar] = [
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω", "ΐ": "ι", "ϊ": "ι",
    "ς": "σ",
  ]
  private static let months = [
    ["jan", "ιαν"], ["feb", "φεβ"], ["mar", "μαρ"], ["apr", "απρ"], ["may", "μαι", "μαη"],
    ["jun", "ιουν"], ["jul", "ιουλ"], ["aug", "αυγ"], ["sep", "σεπ"], ["oct", "οκτ"],
    ["nov", "νοε"], ["dec", "δεκ"],
  ]
  private static let fullNames = [
    ["january"], ["february"], ["march"], ["april"], ["may"], ["june"], ["july"], ["august"],
    ["september", "sept"], ["october"], ["november"], ["december"],
  ]
}
