import ArticleModel
import Linguistics

/// `fullwidth-punct`: Chinese punctuation in a text of an alphabet.
struct FullWidthCheck: Check {
  static let rule = Rule(
    "fullwidth-punct", .warning, "Punctuation of full width in a text of letters.")

  private static let half: [Unicode.Scalar: String] = [
    "，": ",", "。": ".", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")", "、": ",",
    "．": ".", "％": "%",
  ]

  func findings(in pair: SegmentPair) -> [Finding] {
    guard pair.targetLocale.language != "zh" else { return [] }
    let text = pair.targetText
    let places = text.prose.indices.filter { place in
      Self.half[text.prose[place]] != nil
        && text.solid(from: place - 1, by: -1)?.isHan != true
        && text.solid(from: place + 1, by: 1)?.isHan != true
    }
    guard let first = places.first else { return [] }
    let marks = places.map { "\(text.prose[$0]) → \(Self.half[text.prose[$0]] ?? "")" }
    return [
      pair.finding(
        Self.rule, "punctuation of full width; write \(marks.joined(separator: ", "))",
        at: first..<(first + 1), suggestion: Self.half[text.prose[first]])
    ]
  }
}
