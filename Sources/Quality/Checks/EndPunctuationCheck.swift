import ArticleModel
import Linguistics

/// `end-punct`: the translation ends with another kind of punctuation than the source.
struct EndPunctuationCheck: Check {
  static let rule = Rule("end-punct", .warning, "The text ends otherwise than the source does.")

  private enum Kind: String {
    case statement = "full stop"
    case question = "question mark"
    case exclamation = "exclamation mark"
    case colon, ellipsis, comma, semicolon
  }

  let source: TextRules
  let target: TextRules

  func findings(in pair: SegmentPair) -> [Finding] {
    let wanted = Self.ending(pair.sourceText, pair.sourceLocale)
    var found = Self.ending(pair.targetText, pair.targetLocale)
    guard pair.targetText.prose.contains(where: \.isLetter) else { return [] }
    // The Greek question mark looks like the semicolon of a list, and is written like it.
    if wanted.kinds.contains(.semicolon), found.kinds.contains(.question) {
      found.kinds.insert(.semicolon)
    }
    guard wanted.kinds != found.kinds, wanted.kinds.isDisjoint(with: found.kinds) else { return [] }
    if Self.isTurned(wanted, pair.sourceText, found, pair.targetText, pair.targetLocale)
      || Self.isTurned(found, pair.targetText, wanted, pair.sourceText, pair.sourceLocale)
    {
      return []
    }
    if found.kinds.isEmpty, wanted.kinds == [.statement],
      Self.isAbbreviation(pair.sourceText, wanted.start, source)
    {
      return []
    }
    if wanted.kinds.isEmpty, found.kinds == [.statement],
      Self.isAbbreviation(pair.targetText, found.start, target)
    {
      return []
    }
    let message: String
    if let kind = wanted.kinds.first {
      message =
        found.kinds.isEmpty
        ? "the source ends with a \(kind.rawValue), the translation without; put one"
        : "the source ends with a \(kind.rawValue), the translation with another mark; put the same"
    } else {
      message =
        "the source ends without punctuation; take out the \(found.kinds.first?.rawValue ?? "mark")"
    }
    return [
      pair.finding(
        Self.rule, message, at: found.start..<found.end,
        suggestion: wanted.kinds.isEmpty
          ? "" : wanted.kinds.first.flatMap { Self.mark($0, pair.targetLocale.language) })
    ]
  }

  private struct Ending {
    var kinds: Set<Kind> = []
    var start = 0
    var end = 0
  }

  /// The marks at the end, inside and outside of closing quotes and brackets.
  private static func ending(_ text: CheckedText, _ locale: LocaleTag) -> Ending {
    var ending = Ending()
    var place = text.prose.count
    ending.end = place
    while place > 0 {
      let scalar = text.prose[place - 1]
      if let kind = kind(scalar, text, place - 1, locale) {
        if ending.kinds.isEmpty { ending.end = place }
        ending.kinds.insert(kind)
      } else if scalar == ")" || scalar == "）", ending.kinds.isEmpty,
        place > 1, kind(text.prose[place - 2], text, place - 2, locale) == nil
      {
        // A bracket in the sentence: what is before it does not end the text.
        break
      } else if !scalar.isSpace, !closing.contains(scalar) {
        break
      }
      place -= 1
    }
    ending.start = place
    if ending.kinds.isEmpty { ending.end = place }
    if ending.kinds.contains(.ellipsis) { ending.kinds.remove(.statement) }
    ending.start = min(ending.start, ending.end)
    return ending
  }

  /// Whether one text ends with a question or a call in quotes that the other has before its last words:
  /// “Really?” he asked.
  private static func isTurned(
    _ ending: Ending, _ text: CheckedText, _ other: Ending, _ otherText: CheckedText,
    _ locale: LocaleTag
  ) -> Bool {
    guard let mark = ending.kinds.first, ending.kinds.count == 1,
      mark == .question || mark == .exclamation, other.kinds == [.statement],
      let last = text.prose.last(where: { !$0.isSpace }), closing.contains(last)
    else { return false }
    return otherText.prose.indices.dropLast().contains { place in
      kind(otherText.prose[place], otherText, place, locale) == mark
        && closing.contains(otherText.prose[place + 1])
    }
  }

  private static let closing: Set<Unicode.Scalar> = [
    "\"", "'", "”", "’", "»", "›", "」", "』", ")", "）", "]", "】", "》", "〉",
  ]

  private static func kind(
    _ scalar: Unicode.Scalar, _ text: CheckedText, _ place: Int, _ locale: LocaleTag
  ) -> Kind? {
    switch scalar {
    case ".", "。", "．", "｡":
      let isDots = text.scalar(place - 1) == scalar && text.scalar(place - 2) == scalar
      let isInDots = text.scalar(place + 1) == scalar
      return isDots || isInDots ? .ellipsis : .statement
    case "…": return .ellipsis
    case "?", "？", "\u{37E}": return .question
    case ";", "；": return locale.language == "el" && scalar == ";" ? .question : .semicolon
    case "·", "\u{387}": return locale.language == "el" ? .semicolon : nil
    case "!", "！": return .exclamation
    case ":", "：": return .colon
    case ",", "，", "、": return .comma
    default: return nil
    }
  }

  private static func isAbbreviation(
    _ text: CheckedText, _ start: Int, _ rules: TextRules
  ) -> Bool {
    var word = ""
    var place = start - 1
    while let scalar = text.scalar(place), scalar.isLetter || scalar == "." {
      word.unicodeScalars.insert(scalar, at: word.unicodeScalars.startIndex)
      place -= 1
    }
    return word.contains(".") || rules.abbreviations.contains(word)
  }

  private static func mark(_ kind: Kind, _ language: String) -> String {
    let isChinese = language == "zh"
    switch kind {
    case .statement: return isChinese ? "。" : "."
    case .question: return isChinese ? "？" : language == "el" ? ";" : "?"
    case .exclamation: return isChinese ? "！" : "!"
    case .colon: return isChinese ? "：" : ":"
    case .ellipsis: return isChinese ? "……" : "…"
    case .comma: return isChinese ? "，" : ","
    case .semicolon: return isChinese ? "；" : language == "el" ? "·" : ";"
    }
  }
}
