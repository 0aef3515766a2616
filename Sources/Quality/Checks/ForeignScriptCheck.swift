import ArticleModel
import Linguistics

/// `traditional-char`: traditional characters in simplified text, or the reverse.
struct ForeignScriptCheck: Check {
  static let rule = Rule("traditional-char", .warning, "A character of the other Chinese script.")

  let rules: TextRules

  func findings(in pair: SegmentPair) -> [Finding] {
    let text = pair.targetText
    let places = text.prose.indices.filter { rules.foreignCharacters[text.prose[$0]] != nil }
    guard let first = places.first else { return [] }
    var seen: Set<Unicode.Scalar> = []
    let characters = places.map { text.prose[$0] }.filter { seen.insert($0).inserted }
    let changes = characters.prefix(8).map { scalar in
      "\(scalar) → \(rules.foreignCharacters[scalar] ?? scalar)"
    }
    let script = pair.targetLocale == .traditionalChinese ? "simplified" : "traditional"
    let more = characters.count > 8 ? " and \(characters.count - 8) more" : ""
    return [
      pair.finding(
        Self.rule, "\(script) characters; write \(changes.joined(separator: ", "))\(more)",
        at: first..<(first + 1),
        suggestion: rules.foreignCharacters[text.prose[first]].map { String($0) })
    ]
  }
}
