import ArticleModel
import Linguistics

/// `final-sigma`: σ at the end of a Greek word, or ς inside one.
struct FinalSigmaCheck: Check {
  static let rule = Rule(
    "final-sigma", .warning, "A sigma has the shape of another place in the word.")

  func findings(in pair: SegmentPair) -> [Finding] {
    guard pair.targetLocale.language == "el" else { return [] }
    let text = pair.targetText
    for word in text.words where word.count > 2 {
      let last = word.upperBound - 1
      let after = text.scalar(word.upperBound)
      let isCut = after.map { ".'’ʼ".unicodeScalars.contains($0) } ?? false
      if text.prose[last] == "σ", !isCut, text.prose[word].allSatisfy(\.isGreekLetter) {
        return [finding(pair, last, "ς")]
      }
      if let inside = text.prose[word].dropLast().firstIndex(of: "ς") {
        return [finding(pair, inside, "σ")]
      }
    }
    return []
  }

  private func finding(_ pair: SegmentPair, _ place: Int, _ right: String) -> Finding {
    pair.finding(
      Self.rule, "\(pair.targetText.prose[place]) is not the sigma of this place; write \(right)",
      at: place..<(place + 1), suggestion: right)
  }
}
