/// A part of a text in which a date is looked for.
enum DateToken: Equatable {
  /// A number in the digits of any of the pages' languages, `二〇二四` and `十五` among them.
  case number(Int, digits: Int)
  /// Letters between other signs.
  case word(String)
  case sign(UInt32)

  /// The parts of a text without its white space.
  static func tokens(of text: String) -> [DateToken] {
    var scanner = Scanner(scalars: Array(text.unicodeScalars))
    return scanner.tokens()
  }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var index = 0

    mutating func tokens() -> [DateToken] {
      var result: [DateToken] = []
      while index < scalars.count {
        let value = scalars[index].value
        if Self.digit(value) != nil {
          result.append(number())
        } else if Self.isLetter(value) {
          result.append(word())
        } else if let number = chineseNumber() {
          result.append(number)
        } else {
          if ![0x20, 0xA0, 0x3000, 0x0A].contains(value) { result.append(.sign(value)) }
          index += 1
        }
      }
      return result
    }

    private mutating func number() -> DateToken {
      var value = 0
      var digits = 0
      while index < scalars.count, let digit = Self.digit(scalars[index].value) {
        if digits < 9 { value = value * 10 + digit }
        digits += 1
        index += 1
      }
      return .number(value, digits: digits)
    }

    private mutating func word() -> DateToken {
      var word = String.UnicodeScalarView()
      while index < scalars.count, Self.isLetter(scalars[index].value) {
        word.append(scalars[index])
        index += 1
      }
      return .word(String(word))
    }

    /// A number in Chinese characters, when the sign behind it is one of a date.
    private mutating func chineseNumber() -> DateToken? {
      var end = index
      while end < scalars.count, end - index < 12, Self.chinese(scalars[end].value) != nil {
        end += 1
      }
      // 年 月 日 号 號
      guard end > index, end < scalars.count,
        [0x5E74, 0x6708, 0x65E5, 0x53F7, 0x865F].contains(scalars[end].value)
      else { return nil }
      let values = scalars[index..<end].compactMap { Self.chinese($0.value) }
      index = end
      if values.allSatisfy({ $0 < 10 }) {
        return .number(values.reduce(0) { $0 * 10 + $1 }, digits: values.count)
      }
      var total = 0
      var digit = 0
      for value in values {
        if value < 10 {
          digit = value
        } else {
          // 十 alone is ten.
          total += max(digit, 1) * value
          digit = 0
        }
      }
      total += digit
      return .number(total, digits: String(total).utf8.count)
    }

    private static func digit(_ value: UInt32) -> Int? {
      switch value {
      case 0x30...0x39: Int(value) - 0x30
      case 0xFF10...0xFF19: Int(value) - 0xFF10
      default: nil
      }
    }

    /// The value of a Chinese digit, ten or hundred.
    private static func chinese(_ value: UInt32) -> Int? {
      switch value {
      case 0x3007, 0x25CB, 0x96F6: 0
      case 0x4E00: 1
      case 0x4E8C: 2
      case 0x4E09: 3
      case 0x56DB: 4
      case 0x4E94: 5
      case 0x516D: 6
      case 0x4E03: 7
      case 0x516B: 8
      case 0x4E5D: 9
      case 0x5341: 10
      case 0x767E: 100
      default: nil
      }
    }

    private static func isLetter(_ value: UInt32) -> Bool {
      switch value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x3FF, 0x1F00...0x1FFF: true
      default: false
      }
    }
  }
}
