import ArticleModel
import Linguistics

/// `wrong-dash`: a dash that is another language's, or a hyphen in its place.
///
/// Chinese breaks a sentence with a double dash, Greek and English with one; a hyphen between spaces is
/// none where the source has a dash.
struct DashCheck: Check {
  static let rule = Rule("wrong-dash", .warning, "A dash is not the language's.")

  func findings(in pair: SegmentPair) -> [Finding] {
    let text = pair.targetText
    let isChinese = pair.targetLocale.language == "zh"
    guard let place = isChinese ? Self.hyphens(in: text) : Self.foreign(in: text, pair.sourceText)
    else { return [] }
    return [
      pair.finding(
        Self.rule,
        isChinese
          ? "\(text.string(place)) is no dash in Chinese; write ——"
          : "\(text.string(place)) is no dash here; write –",
        at: place, suggestion: isChinese ? "——" : "–")
    ]
  }

  /// Two hyphens between Chinese characters.
  private static func hyphens(in text: CheckedText) -> Range<Int>? {
    text.prose.indices.first { place in
      text.prose[place] == "-" && text.scalar(place + 1) == "-" && text.scalar(place + 2) != "-"
        && text.scalar(place - 1)?.isHan == true && text.scalar(place + 2)?.isHan == true
    }.map { $0..<($0 + 2) }
  }

  /// —— in a text of letters, or a hyphen between spaces for the dash of the source.
  private static func foreign(in text: CheckedText, _ source: CheckedText) -> Range<Int>? {
    if let place = text.prose.indices.first(where: {
      text.prose[$0] == "—" && text.scalar($0 + 1) == "—"
    }) {
      return place..<(place + 2)
    }
    let hasHyphen = source.prose.indices.contains { isSpaced("-", at: $0, in: source) }
    let hasDash = source.prose.contains { $0 == "–" || $0 == "—" }
    guard hasDash, !hasHyphen else { return nil }
    return text.prose.indices.first { isSpaced("-", at: $0, in: text) }.map { $0..<($0 + 1) }
  }

  /// A mark between spaces between words: a minus stands before a figure.
  private static func isSpaced(
    _ mark: Unicode.Scalar, at place: Int, in text: CheckedText
  ) -> Bool {
    text.prose[place] == mark && text.scalar(place - 1) == " " && text.scalar(place + 1) == " "
      && text.scalar(place - 2)?.isLetter == true && text.scalar(place + 2)?.isLetter == true
  }
}
