/// Tells whether a text is likelier read with words that go across an edge of a term: 东西|藏 against
/// 东|西藏.
///
/// The likeliest words around the term are compared with the likeliest of which none holds a part of
/// it only. A word that holds the whole term, as 上海港, is nothing against it.
struct ChineseReadings {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let dictionary: ChineseDictionary
  private var costs: ChineseWordCosts { dictionary.costs }
  /// The characters around a term, 0 for one that is not Han.
  private var characters: [UInt16] = []
  /// What the words up to each character cost, and what those cost that keep the term's edges.
  private var free: [Int32] = []
  private var bound: [Int32] = []

  /// How many bytes are looked at on each side: six characters.
  private static let sight = 18
  /// How much more the words may cost that keep the term's edges; more for a long term, whose characters do
  /// not come together by chance.
  private static let margin: Int32 = 3
  private static let longMargin: Int32 = 12
  /// What a term costs at most that is not longer than a word of the list: it is a word of the glossary.
  private static let termCost: Int32 = 108

  init(bytes: UnsafeBufferPointer<UInt8>, dictionary: ChineseDictionary) {
    self.bytes = bytes
    self.dictionary = dictionary
  }

  /// Whether the likeliest words go across an edge of a term.
  mutating func tear(_ range: Range<Int>) -> Bool {
    guard mayCross(range.lowerBound) || mayCross(range.upperBound) else { return false }
    let term = read(around: range)
    let isLong = term.count > ChineseWordCosts.longestWord
    return compare(term) > (isLong ? Self.longMargin : Self.margin)
  }

  /// Whether the words around a term, each in its place, cost no more than any others.
  mutating func isAsLikely(_ range: Range<Int>) -> Bool {
    let term = read(around: range)
    return compare(term) <= 0
  }

  /// Whether any word has the characters on both sides of an edge.
  func mayCross(_ edge: Int) -> Bool {
    guard edge >= 3, edge + 3 <= bytes.count, bytes.isHan(at: edge - 3), bytes.isHan(at: edge)
    else {
      return false
    }
    return costs.mayJoin(
      costs.character(bytes, edge - 3), costs.character(bytes, edge))
  }

  /// Whether a run of Han characters is a word of the list.
  func isWord(_ run: Range<Int>) -> Bool {
    guard run.lowerBound >= 0, run.upperBound <= bytes.count else { return false }
    var word = WordHash()
    for place in stride(from: run.lowerBound, to: run.upperBound, by: 3) {
      guard bytes.isHan(at: place) else { return false }
      word.add(UInt32(costs.character(bytes, place)))
    }
    return costs.cost(word) != nil
  }

  /// Reads a term with the characters around it; returns its place among them.
  private mutating func read(around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start >= 3, range.lowerBound - start < Self.sight, bytes.isHan(at: start - 3) {
      start -= 3
    }
    characters.removeAll(keepingCapacity: true)
    var first = 0
    var end = 0
    var place = start
    while place < bytes.count {
      if place == range.lowerBound { first = characters.count }
      if place == range.upperBound { end = characters.count }
      if bytes.isHan(at: place) {
        guard place - range.upperBound < Self.sight else { break }
        characters.append(costs.character(bytes, place))
        place += 3
      } else {
        guard place < range.upperBound else { break }
        characters.append(0)
        place += 1
        while place < range.upperBound, bytes[place] & 0xC0 == 0x80 { place += 1 }
      }
    }
    if place == range.upperBound { end = characters.count }
    return first..<max(first, end)
  }

  /// How much more the words cost that keep the edges of a term.
  private mutating func compare(_ term: Range<Int>) -> Int32 {
    let count = characters.count
    let most = Int32.max / 2
    free.removeAll(keepingCapacity: true)
    free.append(contentsOf: repeatElement(most, count: count + 1))
    bound.removeAll(keepingCapacity: true)
    bound.append(contentsOf: free)
    free[0] = 0
    bound[0] = 0
    for start in 0..<count {
      var word = WordHash()
      for end in (start + 1)...min(count, start + ChineseWordCosts.longestWord) {
        word.add(UInt32(characters[end - 1]))
        guard let cost = cost(word, start..<end, term) else { continue }
        free[end] = min(free[end], free[start] + cost)
        let holdsTerm = start <= term.lowerBound && end >= term.upperBound
        let crosses =
          start < term.lowerBound && end > term.lowerBound
          || start < term.upperBound && end > term.upperBound
        if holdsTerm || !crosses { bound[end] = min(bound[end], bound[start] + cost) }
      }
    }
    return bound[count] - free[count]
  }

  /// What a run of characters costs as a word; `nil` where it is none.
  private func cost(_ word: WordHash, _ run: Range<Int>, _ term: Range<Int>) -> Int32? {
    let cost = costs.cost(word) ?? (run.count == 1 ? ChineseWordCosts.unknown : nil)
    return run == term ? min(cost ?? Self.termCost, Self.termCost) : cost
  }
}
