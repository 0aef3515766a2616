import ArticleModel
import Linguistics

/// Tells whether a Chinese term begins and ends where words do: 中共 is no word in 发展中共同.
///
/// The words are those of ICU's dictionary, seen from both sides: 新华社 is none in 新华社区, since 社区
/// is one and leaves nothing over, while 春节 is one in 春节假期, although the dictionary has the whole.
struct ChineseEdges {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let dictionary: ChineseDictionary
  /// The run of Han characters that was asked about last, and its words in order.
  private var run = 0..<0
  private var words: [Range<Int>] = []
  private var readings: ChineseReadings
  private var neighbours: ChineseNeighbours { dictionary.neighbours }

  init(bytes: UnsafeBufferPointer<UInt8>, dictionary: ChineseDictionary) {
    self.bytes = bytes
    self.dictionary = dictionary
    readings = ChineseReadings(bytes: bytes, dictionary: dictionary)
  }

  /// Whether both ends are edges of words, and the text is not likelier read as others.
  mutating func allow(_ range: Range<Int>) -> Bool {
    // Most terms stand where no word goes over their edges: nothing more is asked then.
    guard mayCross(range.lowerBound) || mayCross(range.upperBound) else {
      return !isOfForeignName(range)
    }
    return !readings.tear(range) && !isOfForeignName(range) && isWhole(range)
  }

  private mutating func isWhole(_ range: Range<Int>) -> Bool {
    if range.count >= Self.longTerm { return !isTornBehind(range) && !losesLast(range) }
    let asked = hanRun(around: range)
    if asked == range { return true }
    if asked != run {
      run = asked
      words = dictionary.words(in: bytes, run)
    }
    guard let first = word(at: range.lowerBound),
      let last = word(at: range.upperBound - 1)
    else { return true }
    let startsWord = words[first].lowerBound == range.lowerBound
    let endsWord = words[last].upperBound == range.upperBound
    switch (startsWord, endsWord) {
    case (true, true): return !isTornOnRight(range, last) && !isTornOnLeft(range, first)
    case (true, false):
      return first == last && isCompound(range.upperBound..<words[last].upperBound)
        || isBetterWhole(range) || isHalfOfPair(range, first)
    case (false, true):
      return first == last && isCompound(words[first].lowerBound..<range.lowerBound)
        || isBetterWhole(range)
    case (false, false): return isBetterWhole(range)
    }
  }

  /// The Han characters around a place, as many as words at its edges can depend on.
  private func hanRun(around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start >= 3, range.lowerBound - start < Self.sight, bytes.isHan(at: start - 3),
      start == range.lowerBound || mayCross(start)
    {
      start -= 3
    }
    var end = range.upperBound
    while end + 3 <= bytes.count, end - range.upperBound < Self.sight, bytes.isHan(at: end),
      end == range.upperBound || mayCross(end)
    {
      end += 3
    }
    return start..<end
  }

  /// Whether a word of our list or of ICU's may have the characters on both sides of an edge.
  private func mayCross(_ edge: Int) -> Bool {
    readings.mayCross(edge) || dictionary.mayCross(bytes, edge)
  }

  /// How far ICU's choice of words is asked for on each side: four characters.
  private static let sight = 12

  /// The word that holds an offset.
  private func word(at offset: Int) -> Int? {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low].contains(offset) ? low : nil
  }

  /// Whether what is left of a longer word is a word of two characters or more.
  private func isCompound(_ rest: Range<Int>) -> Bool {
    rest.count >= 6 && dictionary.isOneWord(in: bytes, rest)
  }

  /// Whether a term of one character leaves the other of its word to the next, of one too: 应|当地
  /// against 应当|地.
  private func isHalfOfPair(_ range: Range<Int>, _ word: Int) -> Bool {
    guard range.count == 3, words[word].count == 6, word + 1 < words.count,
      words[word + 1].lowerBound == words[word].upperBound, isSingle(words[word + 1])
    else { return false }
    return dictionary.isOneWord(in: bytes, range.upperBound..<words[word + 1].upperBound)
  }

  /// Whether the text makes fewer words with the term whole, and none of one character beside it:
  /// 国宴|会场 against 国|宴会|场.
  private mutating func isBetterWhole(_ range: Range<Int>) -> Bool {
    let before = dictionary.words(in: bytes, run.lowerBound..<range.lowerBound)
    let behind = dictionary.words(in: bytes, range.upperBound..<run.upperBound)
    let count = before.count + 1 + behind.count
    guard count <= words.count else { return false }
    var asksReadings = count == words.count
    for (word, edge) in [(before.last, range.lowerBound), (behind.first, range.upperBound)] {
      guard let word else { continue }
      if words.contains(where: { $0.lowerBound == edge || $0.upperBound == edge }) {
        if isLeftOver(word) {
          // What stood alone before is not left over by the term: 受 in 受|台海|军演.
          guard words.contains(word) else { return false }
          asksReadings = true
        }
      } else if isSingle(word), neighbours.connectives.contains(character(at: word.lowerBound)) {
        // 合作共赢|的 against 合作|共|赢的, and 财政部|将 against 财政|部将.
        asksReadings = true
      } else if isSingle(word) || count == words.count {
        // What was torn off a word to make room for the term has to be a word.
        return false
      }
    }
    return !asksReadings || readings.isAsLikely(range)
  }

  /// Whether the last character makes a word with one that would be left over behind the term, or
  /// the last two do: 代表 in 全国人大代表团.
  private func isTornOnRight(_ range: Range<Int>, _ last: Int) -> Bool {
    guard range.count >= 9, last + 1 < words.count,
      words[last + 1].lowerBound == range.upperBound, isSingle(words[last + 1])
    else { return false }
    if isTornBehind(range) { return true }
    guard isLeftOver(words[last + 1]) else { return false }
    // 党代|会务 against 党代会|务.
    if neighbours.bodies.contains(character(at: range.upperBound - 3)),
      readings.isWord((range.upperBound - 3)..<(range.upperBound + 3))
    {
      return true
    }
    let run = (range.upperBound - 3)..<min(bytes.count, range.upperBound + 6)
    return crosses(run, range.upperBound, fromStart: true)
  }

  /// Whether the last two characters make a word with the next.
  private func isTornBehind(_ range: Range<Int>) -> Bool {
    let next = range.upperBound..<(range.upperBound + 3)
    guard next.upperBound <= bytes.count, bytes.isHan(at: next.lowerBound),
      dictionary.isOneWord(in: bytes, (range.upperBound - 6)..<next.upperBound)
    else { return false }
    guard dictionary.isFunctionCharacter(bytes, next) else { return true }
    // 委员 in 国务委员会委员, but not in 国务委员会见: 会见 is a word.
    let after = next.upperBound..<(next.upperBound + 3)
    return after.upperBound <= bytes.count && bytes.isHan(at: after.lowerBound)
      && !dictionary.isFunctionCharacter(bytes, after)
      && !dictionary.isOneWord(in: bytes, next.lowerBound..<after.upperBound)
  }

  /// Whether the long name of a body would be better without its last character, which makes a word with
  /// the next: 会见 in 常委会见了, and 会后 in 几位委员会后, since 几位 counts people and not bodies.
  private func losesLast(_ range: Range<Int>) -> Bool {
    let next = range.upperBound..<(range.upperBound + 3)
    guard next.upperBound <= bytes.count, bytes.isHan(at: next.lowerBound),
      bytes.isHan(at: range.upperBound - 3),
      neighbours.bodies.contains(character(at: range.upperBound - 3)),
      readings.isWord((range.upperBound - 3)..<next.upperBound),
      readings.isWord((range.upperBound - 9)..<(range.upperBound - 3))
    else { return false }
    if dictionary.isFunctionCharacter(bytes, next) {
      let first = range.lowerBound - Self.sight
      let before = stride(from: range.lowerBound - 3, through: first, by: -3)
      return before.prefix { $0 >= 0 && bytes.isHan(at: $0) }.contains {
        neighbours.counters.contains(character(at: $0))
      }
    }
    return ![6, 9].contains { readings.isWord(next.lowerBound..<(next.lowerBound + $0)) }
  }

  /// Whether a person's name goes on with another character of given names: 王毅 in 王毅超.
  func isOfLongerName(_ range: Range<Int>) -> Bool {
    let next = range.upperBound..<(range.upperBound + 3)
    return next.upperBound <= bytes.count && bytes.isHan(at: next.lowerBound)
      && neighbours.givenNames.contains(character(at: next.lowerBound))
      && !readings.mayCross(next.upperBound)
  }

  /// Whether a name in characters that foreign names are written with goes on before: 提克里特.
  private func isOfForeignName(_ range: Range<Int>) -> Bool {
    let before = (range.lowerBound - 3)..<range.lowerBound
    guard before.lowerBound >= 0, range.count % 3 == 0, bytes.isHan(at: before.lowerBound),
      stride(from: before.lowerBound, to: range.upperBound, by: 3).allSatisfy({
        bytes.isHan(at: $0) && neighbours.foreign.contains(character(at: $0))
      })
    else { return false }
    let further = before.lowerBound - 3
    return further < 0 || !bytes.isHan(at: further) || !readings.mayCross(before.lowerBound)
  }

  /// Five characters are no other words by chance, so that ICU need not be asked for those around.
  private static let longTerm = 15

  /// The same with the first character and what stands before.
  private func isTornOnLeft(_ range: Range<Int>, _ first: Int) -> Bool {
    guard (6...12).contains(range.count), first > 0,
      words[first - 1].upperBound == range.lowerBound, isLeftOver(words[first - 1])
    else { return false }
    let rest = range.lowerBound + 3
    let before = words[first - 1].lowerBound
    guard crosses(before..<rest, range.lowerBound, fromStart: false) else { return false }
    if range.count > 6 {
      return dictionary.words(in: bytes, rest..<range.upperBound).allSatisfy { !isSingle($0) }
    }
    return crosses(rest..<min(bytes.count, range.upperBound + 6), range.upperBound, fromStart: true)
  }

  /// Whether the first or last word of a run goes over an offset inside of it.
  private func crosses(_ run: Range<Int>, _ offset: Int, fromStart: Bool) -> Bool {
    let ends = dictionary.ends(in: bytes, whole(run))
    guard let part = fromStart ? ends.first : ends.last else { return false }
    return part.lowerBound < offset && part.upperBound > offset
  }

  /// The run without the beginning of a character at its end.
  private func whole(_ run: Range<Int>) -> Range<Int> {
    var end = run.upperBound
    while end < bytes.count, end > run.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return run.lowerBound..<end
  }

  /// The Han character at a place, as it is written in simplified Chinese.
  private func character(at place: Int) -> UInt16 { dictionary.costs.character(bytes, place) }

  private func isSingle(_ word: Range<Int>) -> Bool { word.count == 3 }

  /// Whether a word is one character, and not one that stands alone everywhere.
  private func isLeftOver(_ word: Range<Int>) -> Bool {
    isSingle(word) && !dictionary.isFunctionCharacter(bytes, word)
  }
}
