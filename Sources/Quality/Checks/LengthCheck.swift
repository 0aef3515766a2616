import ArticleModel
import Linguistics

/// `length`: a translation is so much shorter or longer than its source that something is lost or added.
///
/// The limits are wide, since a good translation may well be half as long as another: what is found is
/// a text that breaks off, or one that has a second text in it.
struct LengthCheck: Check {
  static let rule = Rule(
    "length", .warning, "The translation is far shorter or longer than the source.")

  /// Short texts say little of what is usual.
  private static let leastLength = 80.0
  private static let limits = 0.4...2.5
  /// Beside Chinese, whose length depends on the kind of text.
  private static let wideLimits = 0.3...3.3

  let source: TextRules
  let target: TextRules

  func findings(in pair: SegmentPair) -> [Finding] {
    guard let from = source.length, let to = target.length else { return [] }
    let wanted = Self.letters(pair.sourceText) / from
    guard wanted >= Self.leastLength else { return [] }
    let share = Self.letters(pair.targetText) / to / wanted
    let isChinese = pair.sourceLocale.language == "zh" || pair.targetLocale.language == "zh"
    let limits = isChinese ? Self.wideLimits : Self.limits
    guard !limits.contains(share) else { return [] }
    return [
      pair.finding(
        Self.rule,
        share < 1
          ? "the translation has \(Int(share * 100)) % of the usual length; look for what is missing"
          : "the translation has \(Int(share * 100)) % of the usual length; look for what was added"
      )
    ]
  }

  /// Letters and figures without markup and addresses.
  private static func letters(_ text: CheckedText) -> Double {
    Double(text.prose.count { $0.isLetter || $0.isDigit })
  }
}
