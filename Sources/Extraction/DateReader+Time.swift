extension DateReader {
  /// How far behind a date its time of day may stand.
  private static let reach = 6

  /// The time of day behind a date, with its zone: `T09:30+02:00`; nil when none follows.
  func time(_ tokens: [DateToken], after start: Int) -> String? {
    var isAfternoon = false
    var isMorning = false
    var index = start
    while index < min(start + Self.reach, tokens.count) {
      if case .number = tokens[index] { break }
      // 下午3:30: the half of the day goes before the time.
      isAfternoon = isAfternoon || begins(names.afternoons, tokens, index)
      isMorning = isMorning || begins(names.mornings, tokens, index)
      index += 1
    }
    guard var hour = Self.value(tokens, index, below: 24), Self.isTimeSign(tokens, index + 1),
      let minute = Self.value(tokens, index + 2, below: 60)
    else { return nil }
    index += 3
    var seconds = ""
    if Self.isTimeSign(tokens, index), let value = Self.value(tokens, index + 1, below: 60) {
      seconds = ":\(Self.two(value))"
      index += 2
    }
    isAfternoon = isAfternoon || begins(names.afternoons, tokens, index)
    isMorning = isMorning || begins(names.mornings, tokens, index)
    if isAfternoon, hour < 12 { hour += 12 }
    if isMorning, hour == 12 { hour = 0 }
    return "T\(Self.two(hour)):\(Self.two(minute))\(seconds)\(Self.zone(tokens, index))"
  }

  private func begins(_ names: [[DateToken]], _ tokens: [DateToken], _ index: Int) -> Bool {
    names.contains { name in
      index + name.count <= tokens.count
        && zip(tokens[index...], name).allSatisfy { token, wanted in
          guard case .word(let word) = token, case .word(let other) = wanted else {
            return token == wanted
          }
          return word.lowercased() == other
        }
    }
  }

  /// `Z`, `+02:00`, or nothing.
  private static func zone(_ tokens: [DateToken], _ index: Int) -> String {
    guard tokens.indices.contains(index) else { return "" }
    switch tokens[index] {
    case .word(let word) where ["gmt", "utc", "z"].contains(word.lowercased()):
      return offset(tokens, index + 1) ?? "Z"
    default: return offset(tokens, index) ?? ""
    }
  }

  private static func offset(_ tokens: [DateToken], _ index: Int) -> String? {
    guard tokens.indices.contains(index + 1), case .sign(let sign) = tokens[index],
      sign == 0x2B || sign == 0x2D, case .number(let value, let digits) = tokens[index + 1]
    else { return nil }
    var hours = value
    var minutes = 0
    if digits == 4 {
      hours = value / 100
      minutes = value % 100
    } else if isTimeSign(tokens, index + 2), digits == 2 {
      guard let value = self.value(tokens, index + 3, below: 60) else { return nil }
      minutes = value
    } else {
      return nil
    }
    guard hours <= 14, [0, 30, 45].contains(minutes) else { return nil }
    return "\(sign == 0x2B ? "+" : "-")\(two(hours)):\(two(minutes))"
  }

  private static func value(_ tokens: [DateToken], _ index: Int, below limit: Int) -> Int? {
    guard tokens.indices.contains(index), case .number(let value, let digits) = tokens[index],
      digits <= 2, value < limit
    else { return nil }
    return value
  }

  private static func isTimeSign(_ tokens: [DateToken], _ index: Int) -> Bool {
    guard tokens.indices.contains(index), case .sign(let sign) = tokens[index] else {
      return false
    }
    // : ： 时 時 点 點 分
    return [0x3A, 0xFF1A, 0x65F6, 0x6642, 0x70B9, 0x9EDE, 0x5206].contains(sign)
  }
}
