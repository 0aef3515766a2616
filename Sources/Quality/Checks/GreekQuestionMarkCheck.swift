import ArticleModel
import Linguistics

/// `greek-question-mark`: a Latin question mark after Greek words, or the Greek one after others.
struct GreekQuestionMarkCheck: Check {
  static let rule = Rule(
    "greek-question-mark", .warning, "Greek asks with ; and no other language does.")

  func findings(in pair: SegmentPair) -> [Finding] {
    let text = pair.targetText
    let isGreek = pair.targetLocale.language == "el"
    let place = text.prose.indices.first { place in
      guard isGreek else { return text.prose[place] == "\u{37E}" }
      guard text.prose[place] == "?" || text.prose[place] == "？" else { return false }
      return Self.isAfterGreek(place, text)
    }
    guard let place else { return [] }
    let own = isGreek ? ";" : pair.targetLocale.language == "zh" ? "？" : "?"
    return [
      pair.finding(
        Self.rule, "\(text.prose[place]) is not the question mark of the language; write \(own)",
        at: place..<(place + 1), suggestion: own)
    ]
  }

  /// Whether the last letter before is Greek; in a Latin title the mark is the title's.
  private static func isAfterGreek(_ place: Int, _ text: CheckedText) -> Bool {
    let letter = text.prose[..<place].last { $0.isLetter }
    guard let letter else { return false }
    return letter.isGreekLetter
      || text.prose[place...].dropFirst().allSatisfy { !$0.isLetter }
        && text.prose[..<place].contains(where: \.isGreekLetter)
        && text.scalar(place + 1).map { "”\"»".unicodeScalars.contains($0) } != true
  }
}
