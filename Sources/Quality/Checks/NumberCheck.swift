import ArticleModel

/// `number-mismatch`: a number in figures that the translation does not have.
///
/// Compared are the digits of each number; a translation in Chinese may write them in characters
/// (第十九次) and in myriads (140万), so there only years and days are looked for.
struct NumberCheck: Check {
  func findings(in pair: SegmentPair) -> [Finding] {
    let isChinese = pair.sourceLocale.language == "zh" || pair.targetLocale.language == "zh"
    let target = Self.numbers(pair.target.textOnly)
    var missing: [String] = []
    for number in Self.numbers(pair.source.textOnly) where !target.contains(number) {
      if isChinese && number.count != 4 { continue }
      if !missing.contains(number) { missing.append(number) }
    }
    return missing.map {
      pair.finding(
        "number-mismatch", .warning, "the number \($0) is not in the translation; check it")
    }
  }

  /// Runs of digits, with the separators between them taken out.
  private static func numbers(_ text: String) -> [String] {
    var numbers: [String] = []
    var digits = ""
    var pending = false
    for scalar in text.unicodeScalars {
      if let value = scalar.properties.numericType == .decimal
        ? scalar.properties.numericValue : nil
      {
        digits += String(Int(value))
        pending = false
      } else if scalar == "." || scalar == ",", !digits.isEmpty, !pending {
        pending = true
      } else {
        if !digits.isEmpty { numbers.append(digits) }
        digits = ""
        pending = false
      }
    }
    if !digits.isEmpty { numbers.append(digits) }
    return numbers
  }
}
