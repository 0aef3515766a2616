import ArticleModel
import Linguistics

/// `halfwidth-punct`: Latin punctuation in a Chinese sentence.
struct HalfWidthCheck: Check {
  static let rule = Rule("halfwidth-punct", .warning, "Punctuation of half width in Chinese text.")

  private static let full: [Unicode.Scalar: String] = [
    ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）",
  ]

  /// How far the other bracket is looked for.
  private static let reach = 500

  func findings(in pair: SegmentPair) -> [Finding] {
    guard pair.targetLocale.language == "zh" else { return [] }
    let text = pair.targetText
    guard text.prose.contains(where: \.isHan) else { return [] }
    let places = text.prose.indices.filter { isHalfWidth(at: $0, in: text) }
    guard let first = places.first else { return [] }
    let marks = places.map { "\(text.prose[$0]) → \(Self.full[text.prose[$0]] ?? "")" }
    return [
      pair.finding(
        Self.rule, "punctuation of half width; write \(marks.joined(separator: ", "))",
        at: first..<(first + 1), suggestion: Self.full[text.prose[first]])
    ]
  }

  private func isHalfWidth(at place: Int, in text: CheckedText) -> Bool {
    let before = text.scalar(place - 1)
    switch text.prose[place] {
    case ",", ";", ":", "?", "!":
      if before?.isDigit == true, text.scalar(place + 1)?.isDigit == true { return false }
      return isChinese(text.solid(from: place - 1, by: -1))
        || isChinese(text.solid(from: place + 1, by: 1))
        || isLast(place, text) && text.prose[place] != ":"
    case ".":
      if isChinese(before) { return text.scalar(place + 1)?.isDigit != true }
      return isLast(place, text) && before.map { $0.isDigit || $0 == "%" || $0 == "\"" } == true
    case "(":
      return closing(of: place, in: text).map { hasHan(place..<$0, text) } ?? isChinese(before)
    case ")":
      return opening(of: place, in: text).map { hasHan($0..<place, text) } ?? isChinese(before)
    default: return false
    }
  }

  private func isChinese(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.isHan || "“”‘’《》「」『』（）【】。，、".unicodeScalars.contains(scalar)
  }

  private func isLast(_ place: Int, _ text: CheckedText) -> Bool {
    text.prose[(place + 1)...].allSatisfy { $0.isSpace || "”’\"'」』）)".unicodeScalars.contains($0) }
  }

  private func closing(of place: Int, in text: CheckedText) -> Int? {
    text.prose[place...].prefix(Self.reach).firstIndex { $0 == ")" || $0 == "）" }
  }

  private func opening(of place: Int, in text: CheckedText) -> Int? {
    text.prose[..<place].suffix(Self.reach).lastIndex { $0 == "(" || $0 == "（" }
  }

  private func hasHan(_ range: Range<Int>, _ text: CheckedText) -> Bool {
    text.prose[range].contains(where: \.isHan)
  }
}
