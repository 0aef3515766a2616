/// Terms that leave room for other words: 应……邀请.
enum TermGap {
  /// How many words, or Han characters, the gap may have.
  static let longest = 40

  /// The parts of a term around its dots; one part for most terms.
  static func parts(of term: String) -> [String] {
    // … is E2 80 A6.
    guard term.utf8.contains(where: { $0 == 0xA6 || $0 == 0x2E }) else { return [term] }
    let parts = term.replacing("...", with: "…").split(separator: "…").map(String.init)
    return parts.isEmpty ? [term] : parts
  }

  /// Whether two parts stand near enough to each other, in one sentence.
  static func allows(_ first: Range<Int>, _ second: Range<Int>, _ tokens: [TermToken]) -> Bool {
    let gap = second.lowerBound - first.upperBound
    guard gap > 0, gap <= longest else { return false }
    return !tokens[first.upperBound...second.lowerBound].contains(where: \.followsBreak)
  }
}
