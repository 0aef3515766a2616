/// The forms of values (XML Schema Part 2, section 3).
enum LexicalForm {
  /// A language tag as `xs:language` has it.
  static func isLanguage(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var length = 0
    var isFirst = true
    for byte in bytes {
      if byte == 0x2D {
        guard length > 0 else { return false }
        length = 0
        isFirst = false
      } else {
        guard byte.isLetter || (!isFirst && byte.isDigit), length < 8 else { return false }
        length += 1
      }
    }
    return length > 0
  }

  static func isInteger(_ text: String) -> Bool {
    let digits =
      text.utf8.first == 0x2B || text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.allSatisfy(\.isDigit)
  }

  static func isDecimal(_ text: String) -> Bool {
    var digits = 0
    var points = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2B where index == 0, 0x2D where index == 0: continue
      case 0x2E: points += 1
      case _ where byte.isDigit: digits += 1
      default: return false
      }
    }
    return digits > 0 && points < 2
  }

  static func isDouble(_ text: String, _ low: Double?, _ high: Double?) -> Bool {
    if text == "NaN" { return low == nil && high == nil }
    if text == "INF" || text == "-INF" { return low == nil && high == nil }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count <= 2, isDecimal(String(parts[0])),
      parts.count == 1 || isInteger(String(parts[1]))
    else { return false }
    return ValueType.isInside(Double(text), low, high)
  }

  /// A name without a colon (Namespaces in XML, section 3).
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, NameToken.isValid(text), !text.contains(":")
    else { return false }
    switch first.value {
    case 0x30...0x39, 0x2D, 0x2E, 0xB7, 0x300...0x36F, 0x203F...0x2040: return false
    default: return true
    }
  }

  static func isDateTime(_ text: String) -> Bool {
    guard let split = text.firstIndex(of: "T") else { return false }
    var date = text[..<split]
    if date.hasPrefix("-") { date = date.dropFirst() }
    let days = date.split(separator: "-", omittingEmptySubsequences: false)
    guard days.count == 3, days[0].utf8.count >= 4, days.allSatisfy(isNumber),
      let year = Int(days[0]), let month = Int(days[1]), let day = Int(days[2]),
      days[1].utf8.count == 2, days[2].utf8.count == 2, (1...12).contains(month),
      (1...length(month, year)).contains(day)
    else { return false }
    return isTime(text[text.index(after: split)...])
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private static func isTime(_ text: Substring) -> Bool {
    var time = text
    if time.hasSuffix("Z") {
      time = time.dropLast()
    } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = time[time.index(after: sign)...].split(
        separator: ":", omittingEmptySubsequences: false)
      guard zone.count == 2, zone.allSatisfy({ $0.utf8.count == 2 && isNumber($0) }),
        let hours = Int(zone[0]), let minutes = Int(zone[1]), minutes < 60,
        hours < 14 || (hours == 14 && minutes == 0)
      else { return false }
      time = time[..<sign]
    }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
      isNumber(parts[0]), isNumber(parts[1]), let hour = Int(parts[0]), let minute = Int(parts[1]),
      isDecimal(String(parts[2])), parts[2].prefix(2).utf8.allSatisfy(\.isDigit),
      parts[2].split(separator: ".")[0].utf8.count == 2, let second = Double(parts[2])
    else { return false }
    return (hour < 24 && minute < 60 && second < 60) || (hour == 24 && minute == 0 && second == 0)
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
  }

  /// A type and its parts, as XLIFF 1.2 allows them.
  static func isMimeType(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let kinds = ["text", "multipart", "message", "application", "image", "audio", "video", "model"]
    return kinds.contains(String(parts[0])) && (parts.count == 1 || !parts[1].isEmpty)
  }

  static func isCoordinates(_ text: String) -> Bool {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part == "#" || isNumber(part.hasPrefix("-") ? part.dropFirst() : part)
      }
  }
}
