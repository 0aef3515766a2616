import Linguistics

/// Terms of several words whose first or last is half of a compound: head of state-owned.
struct HyphenCompounds: Sendable {
  private var starts: Set<UInt64> = []
  private var ends: Set<UInt64> = []

  /// The compounds of a language; `nil` where it has none.
  init?(scanner: TermScanner) {
    guard let parts = scanner.inflection?.compoundParts else { return nil }
    starts = Set(parts.starts.map(scanner.key(of:)))
    ends = Set(parts.ends.map(scanner.key(of:)))
  }

  /// Whether a hyphen makes another word of a term's first or last, both in small letters.
  func tear(_ range: Range<Int>, in tokens: [TermToken]) -> Bool {
    guard range.count > 1 else { return false }
    let first = range.lowerBound
    if first > 0, isCompound(tokens[first - 1], tokens[first]),
      !starts.contains(tokens[first - 1].key)
    {
      return true
    }
    let next = range.upperBound
    return next < tokens.count && isCompound(tokens[next - 1], tokens[next])
      && !ends.contains(tokens[next].key)
  }

  private func isCompound(_ first: TermToken, _ second: TermToken) -> Bool {
    second.joinedKey != 0 && first.capitals == 0 && second.capitals == 0
  }
}
