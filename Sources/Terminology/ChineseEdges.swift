import ArticleModel
import Linguistics

/// Tells whether a Chinese term begins and ends where words do: 中共 is no word in 发展中共同.
///
/// The words are those of ICU's dictionary, seen from both sides: 新华社 is none in 新华社区, since 社区
/// is one and leaves nothing over, while 春节 is one in 春节假期, although the dictionary has the whole.
struct ChineseEdges {
  private let bytes: [UInt8]
  private let breaker: WordBreaker?
  private let functionCharacters: Set<String>
  /// The run of Han characters that was asked about last, and its words in order.
  private var run = 0..<0
  private var words: [Range<Int>] = []

  init(text: String, locale: LocaleTag, functionCharacters: Set<String>) {
    self.functionCharacters = functionCharacters
    bytes = Array(text.utf8)
    breaker = try? WordBreaker(locale: locale)
  }

  /// Whether both ends are edges of words.
  mutating func allow(_ range: Range<Int>) -> Bool {
    if range.lowerBound < run.lowerBound || range.upperBound > run.upperBound {
      run = hanRun(around: range)
      words = parts(run)
    }
    guard breaker != nil, let first = word(at: range.lowerBound),
      let last = word(at: range.upperBound - 1)
    else { return true }
    let startsWord = words[first].lowerBound == range.lowerBound
    let endsWord = words[last].upperBound == range.upperBound
    switch (startsWord, endsWord) {
    case (true, true): return !isTornOnRight(range, last) && !isTornOnLeft(range, first)
    case (true, false):
      return first == last && isCompound(range.upperBound..<words[last].upperBound)
    case (false, true):
      return first == last && isCompound(words[first].lowerBound..<range.lowerBound)
    case (false, false): return false
    }
  }

  /// The Han characters around a place, which ICU cuts without a look at anything else.
  private func hanRun(around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start >= 3, isHan(at: start - 3) { start -= 3 }
    var end = range.upperBound
    while end + 3 <= bytes.count, isHan(at: end) { end += 3 }
    return start..<end
  }

  /// Whether a character of the block of Han characters begins here: U+3400 to U+9FFF.
  private func isHan(at place: Int) -> Bool {
    (0xE4...0xE9).contains(bytes[place]) || bytes[place] == 0xE3 && bytes[place + 1] >= 0x90
  }

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
    rest.count >= 6 && parts(rest).count == 1
  }

  /// Whether the last character makes a word with one that would be left over behind the term.
  private func isTornOnRight(_ range: Range<Int>, _ last: Int) -> Bool {
    guard (9...12).contains(range.count), last + 1 < words.count,
      words[last + 1].lowerBound == range.upperBound, isLeftOver(words[last + 1])
    else { return false }
    let run = (range.upperBound - 3)..<min(bytes.count, range.upperBound + 6)
    return crosses(run, range.upperBound, fromStart: true)
  }

  /// The same with the first character and what stands before.
  private func isTornOnLeft(_ range: Range<Int>, _ first: Int) -> Bool {
    guard (6...12).contains(range.count), first > 0,
      words[first - 1].upperBound == range.lowerBound, isLeftOver(words[first - 1])
    else { return false }
    let rest = range.lowerBound + 3
    let before = words[first - 1].lowerBound
    guard crosses(before..<rest, range.lowerBound, fromStart: false) else { return false }
    if range.count > 6 { return parts(rest..<range.upperBound).allSatisfy { !isSingle($0) } }
    return crosses(rest..<min(bytes.count, range.upperBound + 6), range.upperBound, fromStart: true)
  }

  /// Whether the first or last word of a run goes over an offset inside of it.
  private func crosses(_ run: Range<Int>, _ offset: Int, fromStart: Bool) -> Bool {
    let parts = parts(whole(run))
    guard let part = fromStart ? parts.first : parts.last else { return false }
    return part.lowerBound < offset && part.upperBound > offset
  }

  private func parts(_ run: Range<Int>) -> [Range<Int>] {
    (breaker?.words(in: String(decoding: bytes[run], as: UTF8.self)) ?? [])
      .map { ($0.lowerBound + run.lowerBound)..<($0.upperBound + run.lowerBound) }
  }

  /// The run without the beginning of a character at its end.
  private func whole(_ run: Range<Int>) -> Range<Int> {
    var end = run.upperBound
    while end < bytes.count, end > run.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return run.lowerBound..<end
  }

  private func isSingle(_ word: Range<Int>) -> Bool { word.count == 3 }

  /// Whether a word is one character, and not one that stands alone everywhere.
  private func isLeftOver(_ word: Range<Int>) -> Bool {
    isSingle(word) && !functionCharacters.contains(String(decoding: bytes[word], as: UTF8.self))
  }
}
