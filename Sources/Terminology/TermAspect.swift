import Linguistics

/// What may stand between a Chinese verb and its object: 交换了意见, 通了一次电话, 交换了初步的意见.
final class TermAspect: Sendable {
  // A few keys each: comparing them costs less than a look-up.
  private let marks: [UInt64]
  private let numbers: [UInt64]
  private let counts: [UInt64]
  private let links: [UInt64]
  /// Words that may stand there without 的: 建立大使级外交关系.
  private let attributes: [[UInt64]]
  /// A bit for each key that a run begins with, by the low end of the key: most other words have none.
  private let beginnings: [UInt64]
  /// How many characters may stand before 的.
  private static let longestAttribute = 8
  /// How many characters of a phrase have to stand before 的 alone: 中华民族的伟大复兴, while 新的时代 is
  /// another.
  private static let leastBeforeLink = 4

  init(scanner: TermScanner) {
    let characters = ChineseScript.aspect()
    func keys(_ kind: String) -> [UInt64] {
      (characters[kind] ?? []).flatMap { scanner.tokens(in: $0).map(\.key) }
    }
    marks = keys("marks")
    numbers = keys("numbers")
    counts = keys("counts")
    links = keys("links")
    attributes = (characters["attributes"] ?? []).map { scanner.tokens(in: $0).map(\.key) }
    var beginnings = [UInt64](repeating: 0, count: 64)
    for key in marks + numbers + links + attributes.compactMap(\.first) {
      beginnings[Int(key >> 6 & 63)] |= 1 << (key & 63)
    }
    self.beginnings = beginnings
  }

  /// Whether a word may be an aspect mark, a number, or 的, or begin an attribute.
  @inline(__always)
  func mayBegin(with token: TermToken) -> Bool {
    beginnings[Int(token.key >> 6 & 63)] & 1 << (token.key & 63) != 0
  }

  /// The places at which the object may begin, where an aspect mark or 一次 stands at a place; the phrase
  /// begins at `start`.
  func objects(
    behind place: Int, from start: Int, in tokens: UnsafeBufferPointer<TermToken>
  ) -> [Int] {
    guard place < tokens.count, !tokens[place].followsBreak else { return [] }
    if links.contains(tokens[place].key) {
      return place - start >= Self.leastBeforeLink && place + 1 < tokens.count ? [place + 1] : []
    }
    var next = place
    if marks.contains(tokens[place].key) { next += 1 }
    if next + 1 < tokens.count, numbers.contains(tokens[next].key),
      counts.contains(tokens[next + 1].key)
    {
      next += 2
    }
    var places = attributes.compactMap { attribute -> Int? in
      let end = next + attribute.count
      guard end < tokens.count, zip(attribute, tokens[next..<end]).allSatisfy({ $0 == $1.key }),
        !tokens[next...end].contains(where: \.followsBreak)
      else { return nil }
      return end
    }
    guard next > place else { return places }
    places.append(next)
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
