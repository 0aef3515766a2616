import ArticleModel
import Linguistics

/// `bracket-mismatch`: a bracket that is opened and not closed, or the other way round.
struct BracketCheck: Check {
  static let rule = Rule("bracket-mismatch", .warning, "A bracket lacks its other half.")

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "{": "}", "【": "】", "《": "》", "〈": "〉", "〔": "〕", "〖": "〗",
  ]
  private static let closing = Set(pairs.values)

  func findings(in pair: SegmentPair) -> [Finding] {
    let found = Self.lonely(pair.targetText)
    guard let first = found.first else { return [] }
    let wanted = Self.lonely(pair.sourceText).map(\.scalar)
    guard found.map(\.scalar) != wanted else { return [] }
    let isOpening = Self.pairs[first.scalar] != nil
    return [
      pair.finding(
        Self.rule,
        "\(pair.targetText.prose[first.place]) is not \(isOpening ? "closed" : "opened"); "
          + "put the other bracket, or take this one out",
        at: first.place..<(first.place + 1))
    ]
  }

  /// The brackets without a partner, of half width.
  private static func lonely(_ text: CheckedText) -> [(scalar: Unicode.Scalar, place: Int)] {
    var open: [(scalar: Unicode.Scalar, place: Int)] = []
    var lonely: [(scalar: Unicode.Scalar, place: Int)] = []
    for (place, scalar) in text.prose.enumerated() {
      let scalar = scalar.value > 0xFF00 ? scalar.folded : scalar
      if pairs[scalar] != nil {
        open.append((scalar, place))
      } else if closing.contains(scalar) {
        if let last = open.last, pairs[last.scalar] == scalar {
          open.removeLast()
        } else if !isListMark(place, text) {
          lonely.append((scalar, place))
        }
      }
    }
    return (lonely + open).sorted { $0.place < $1.place }
  }

  /// `a)` and `12)` at the start of an item.
  private static func isListMark(_ place: Int, _ text: CheckedText) -> Bool {
    var start = place
    while start > 0, text.prose[start - 1].isLetter || text.prose[start - 1].isDigit {
      start -= 1
    }
    guard (1...3).contains(place - start) else { return false }
    // στοιχείο β) in the middle of a reference.
    if place - start == 1, text.prose[start].isLetter,
      text.scalar(start - 1)?.isSpace == true
    {
      return true
    }
    guard let before = text.solid(from: start - 1, by: -1) else { return true }
    return text.scalar(start - 1) == "\n" || itemEnds.contains(before)
  }

  private static let itemEnds = Set(";:,.!?·。；：，、！？\u{387}\u{FFFC}".unicodeScalars)
}
