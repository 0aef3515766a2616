import ArticleModel
import Linguistics

/// `space-punct`: a space before a mark, none after it, or one between Chinese characters.
struct PunctuationSpaceCheck: Check {
  static let rule = Rule(
    "space-punct", .warning, "A space is missing beside punctuation, or there is one too many.")

  let rules: TextRules

  func findings(in pair: SegmentPair) -> [Finding] {
    let text = pair.targetText
    let isChinese = pair.targetLocale.language == "zh"
    for place in text.prose.indices {
      guard let problem = isChinese ? chinese(place, text) : spaced(place, text) else { continue }
      if !isChinese, Self.occurs(text, place, in: pair.sourceText) { continue }
      return [
        pair.finding(
          Self.rule, problem.message, at: problem.range, suggestion: problem.suggestion)
      ]
    }
    return []
  }

  private struct Problem {
    var message: String
    var range: Range<Int>
    var suggestion: String

    static func extra(_ range: Range<Int>, _ side: String) -> Problem {
      Problem(message: "a space \(side) the punctuation; take it out", range: range, suggestion: "")
    }
  }

  private func spaced(_ place: Int, _ text: CheckedText) -> Problem? {
    let scalar = text.prose[place]
    let before = text.scalar(place - 1)
    let after = text.scalar(place + 1)
    let isAtEnd = after.map { $0.isSpace || Self.closing.contains($0) } ?? true
    switch scalar {
    case ",", ";", ":", "!", "?", "\u{37E}", "·", "\u{387}", ".":
      let isStray =
        isAtEnd || [",", ";", "!", "?"].contains(scalar) && after?.isLetter == true
      if before == " " || before == "\u{A0}", place > 1, isStray, text.scalar(place - 2) != "\n" {
        return .extra((place - 1)..<place, "before")
      }
      guard isMissingSpace(place, text) else { return nil }
      return Problem(
        message: "no space after the punctuation; put one", range: place..<(place + 1),
        suggestion: "\(scalar) ")
    case ")", "]", "»", "”":
      guard before == " ", place > 1, isAtEnd || after == "," || after == "." else { return nil }
      return .extra((place - 1)..<place, "before")
    case "(", "[", "«", "“":
      guard after == " ", place + 2 < text.prose.count else { return nil }
      return .extra((place + 1)..<(place + 2), "after")
    default: return nil
    }
  }

  private func isMissingSpace(_ place: Int, _ text: CheckedText) -> Bool {
    guard let before = text.scalar(place - 1), let after = text.scalar(place + 1),
      after.isLetter, !after.isHan, !before.isHan
    else { return false }
    let isWord =
      before.isLetter && text.scalar(place - 2)?.isLetter == true
    switch text.prose[place] {
    case "," where rules.commaWords.contains(word(around: place, text)): return false
    case ",", "!", "?", "\u{37E}", ";":
      return before.isLetter || Self.closing.contains(before)
        || text.prose[place] == "," && before.isDigit
    case ":", "·", "\u{387}":
      return isWord && text.scalar(place + 2)?.isLetter == true
        && text.prose[place] == ":"
    case ".":
      // Two small letters before, a capital and a small letter after: no abbreviation, no address.
      return isWord && before.properties.isLowercase
        && text.scalar(place - 2)?.properties.isLowercase == true && after.properties.isUppercase
        && text.scalar(place + 2)?.properties.isLowercase == true
    default: return false
    }
  }

  /// The letters on both sides of a mark, with it, in small letters.
  private func word(around place: Int, _ text: CheckedText) -> String {
    var range = place..<(place + 1)
    while text.scalar(range.lowerBound - 1)?.isLetter == true {
      range = (range.lowerBound - 1)..<range.upperBound
    }
    while text.scalar(range.upperBound)?.isLetter == true {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    return text.string(range).lowercased()
  }

  private func chinese(_ place: Int, _ text: CheckedText) -> Problem? {
    guard
      text.prose[place] == " " || text.prose[place] == "\u{3000}" || text.prose[place] == "\u{A0}",
      let before = text.scalar(place - 1), let after = text.scalar(place + 1)
    else { return nil }
    let range = place..<(place + 1)
    if Self.fullWidth.contains(after) && !before.isSpace { return .extra(range, "before") }
    if Self.fullWidth.contains(before) && !after.isSpace { return .extra(range, "after") }
    guard before.isHan, after.isHan, text.prose.contains(where: Self.sentence.contains) else {
      return nil
    }
    return Problem(
      message: "a space between Chinese characters; take it out", range: range, suggestion: "")
  }

  /// Whether the source has the same three characters: a formula, a name.
  private static func occurs(_ text: CheckedText, _ place: Int, in source: CheckedText) -> Bool {
    guard let before = text.scalar(place - 1), before == " ", let after = text.scalar(place + 1),
      !after.isSpace
    else { return false }
    let wanted = [before, text.prose[place], after]
    return source.prose.indices.dropLast(2).contains { start in
      source.prose[start..<(start + 3)].elementsEqual(wanted)
    }
  }

  private static let closing: Set<Unicode.Scalar> = [")", "]", "»", "”", "\"", "’", "'"]
  private static let fullWidth = Set("，。；：？！、（）《》「」『』【】".unicodeScalars)
  private static let sentence = Set("，。；？！".unicodeScalars)
}
