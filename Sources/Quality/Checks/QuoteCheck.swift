import ArticleModel
import Linguistics

/// `quote-style`: quotation marks that the target's language does not use, or that lack a partner.
struct QuoteCheck: Check {
  static let rule = Rule(
    "quote-style", .warning, "Quotation marks are not those of the language, or lack a partner.")

  private static let marks = Set("\"“”„‟«»‹›「」『』〝〞＂《》".unicodeScalars)

  let rules: TextRules

  func findings(in pair: SegmentPair) -> [Finding] {
    guard let own = rules.quotes.first else { return [] }
    let text = pair.targetText
    var depth = 0
    var isOpen: [Unicode.Scalar: Bool] = [:]
    var straight = 0
    for (place, scalar) in text.prose.enumerated() where Self.marks.contains(scalar) {
      if scalar == "\"" { straight += 1 }
      if isMeasure(place, text, isClosing: straight.isMultiple(of: 2)) || isName(place, text)
        || isKept(pair)
      {
        continue
      }
      let isOuter = rules.quotes.contains { $0.unicodeScalars.contains(scalar) }
      let isInner = rules.innerQuotes.contains { $0.unicodeScalars.contains(scalar) }
      guard isOuter || isInner && depth > 0 else {
        return [
          pair.finding(
            Self.rule, "\(scalar) is not how the language quotes; write \(spaced(own))",
            at: place..<(place + 1), suggestion: suggestion(for: scalar, at: place, text, own))
        ]
      }
      // A title without its other mark is for the check of brackets.
      if scalar == "《" || scalar == "》" { continue }
      depth += step(scalar, isOpen: &isOpen)
      if depth < 0 { return unbalanced(pair, place) }
    }
    return depth > 0 ? unbalanced(pair, text.prose.count - 1) : []
  }

  private func step(_ scalar: Unicode.Scalar, isOpen: inout [Unicode.Scalar: Bool]) -> Int {
    for quotes in rules.quotes + rules.innerQuotes {
      let pair = Array(quotes.unicodeScalars)
      if pair[0] == pair[1], pair[0] == scalar {
        isOpen[scalar] = isOpen[scalar] != true
        return isOpen[scalar] == true ? 1 : -1
      }
      if pair[0] == scalar { return 1 }
      if pair[1] == scalar { return -1 }
    }
    return 0
  }

  /// A quotation that runs over several segments lacks a mark on both sides.
  private func unbalanced(_ pair: SegmentPair, _ place: Int) -> [Finding] {
    guard Self.isBalanced(pair.sourceText) else { return [] }
    return [
      pair.finding(
        Self.rule, "a quotation mark lacks its other half; put it, or take this one out",
        at: place..<(place + 1))
    ]
  }

  private static func isBalanced(_ text: CheckedText) -> Bool {
    var depth = 0
    var straight = 0
    for scalar in text.prose {
      switch scalar {
      case "“", "«", "「", "『", "《", "„": depth += 1
      case "”", "»", "」", "』", "》": depth -= 1
      case "\"": straight += 1
      default: break
      }
    }
    return depth == 0 && straight.isMultiple(of: 2)
  }

  /// 5″ written as 5".
  private func isMeasure(_ place: Int, _ text: CheckedText, isClosing: Bool) -> Bool {
    text.prose[place] == "\"" && text.scalar(place - 1)?.isDigit == true && !isClosing
  }

  private func isName(_ place: Int, _ text: CheckedText) -> Bool {
    rules.keptQuotes.contains { name in
      [place, place - name.count + 1].contains { start in
        start >= 0 && start + name.count <= text.prose.count
          && text.prose[start..<(start + name.count)].elementsEqual(name)
      }
    }
  }

  /// A text of another language keeps that language's marks.
  private func isKept(_ pair: SegmentPair) -> Bool {
    pair.sourceLocale == pair.targetLocale
  }

  private func suggestion(
    for scalar: Unicode.Scalar, at place: Int, _ text: CheckedText, _ own: String
  ) -> String? {
    let isOpening = "“«「『《„‹〝".unicodeScalars.contains(scalar)
    let isClosing = "”»」』》›〞".unicodeScalars.contains(scalar)
    let before = text.prose[..<place].count { $0 == scalar }
    let mark = isOpening || !isClosing && before % 2 == 0 ? own.first : own.last
    return mark.map(String.init)
  }

  private func spaced(_ quotes: String) -> String { quotes.map(String.init).joined(separator: "…") }
}
