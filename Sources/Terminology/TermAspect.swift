import Linguistics

/// What may stand between a Chinese verb and its object: 交换了意见, 通了一次电话, 交换了初步的意见.
final class TermAspect: Sendable {
  // A few keys each: comparing them costs less than a look-up.
  private let marks: [UInt64]
  private let numbers: [UInt64]
  private let counts: [UInt64]
  private let links: [UInt64]
  /// The bits of the low ends of the keys that a run begins with: most other words need no comparing.
  private let beginnings: UInt64
  /// How many characters may stand before 的.
  private static let longestAttribute = 8

  init(scanner: TermScanner) {
    let characters = ChineseScript.aspect()
    func keys(_ kind: String) -> [UInt64] {
      (characters[kind] ?? []).flatMap { scanner.tokens(in: $0).map(\.key) }
    }
    marks = keys("marks")
    numbers = keys("numbers")
    counts = keys("counts")
    links = keys("links")
    beginnings = (marks + numbers).reduce(0) { $0 | 1 << ($1 & 63) }
  }

  /// Whether a word is an aspect mark or a number.
  @inline(__always)
  func mayBegin(with token: TermToken) -> Bool {
    beginnings & 1 << (token.key & 63) != 0
      && (marks.contains(token.key) || numbers.contains(token.key))
  }

  /// The places at which the object may begin, where an aspect mark or 一次 stands at a place.
  func objects(behind place: Int, in tokens: UnsafeBufferPointer<TermToken>) -> [Int] {
    guard place < tokens.count, !tokens[place].followsBreak else { return [] }
    var next = place
    if marks.contains(tokens[place].key) { next += 1 }
    if next + 1 < tokens.count, numbers.contains(tokens[next].key),
      counts.contains(tokens[next + 1].key)
    {
      next += 2
    }
    guard next > place else { return [] }
    var places = [next]
    for link in next..<min(tokens.count, next + Self.longestAttribute) {
      if tokens[link].followsBreak { break }
      if links.contains(tokens[link].key) {
        places.append(link + 1)
        break
      }
    }
    return places.filter { $0 < tokens.count }
  }
}
