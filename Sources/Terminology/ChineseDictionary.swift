import ArticleModel
import Linguistics
import Synchronization

/// ICU's dictionary of Chinese words, for one text at a time.
///
/// ICU is asked again and again where two or three characters are cut, so those answers are kept.
/// The pool hands it to one caller at a time, which is what makes it sendable.
final class ChineseDictionary: @unchecked Sendable {
  private let breaker: WordBreaker
  let costs = ChineseWordCosts.builtIn
  let neighbours = ChineseNeighbours.builtIn
  private let functionCharacters: Set<UInt64>
  /// Words that ICU has in parts.
  private let furtherWords: Set<UInt64>
  /// The first and the last word of short runs, as offsets of a byte each.
  private var known: [UInt64: UInt32] = [:]

  private static let mostKnown = 1 << 16

  private static let longestFurtherWord = 12

  private init(breaker: WordBreaker, functionCharacters: Set<UInt64>, furtherWords: Set<UInt64>) {
    self.breaker = breaker
    self.functionCharacters = functionCharacters
    self.furtherWords = furtherWords
  }

  /// The words of a run of a text.
  func words(in bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> [Range<Int>] {
    let parts = breaker.words(in: UnsafeBufferPointer(rebasing: bytes[run]))
      .map { ($0.lowerBound + run.lowerBound)..<($0.upperBound + run.lowerBound) }
    var words: [Range<Int>] = []
    words.reserveCapacity(parts.count)
    var place = 0
    while place < parts.count {
      let end = endOfFurtherWord(bytes, parts, from: place) ?? place + 1
      words.append(parts[place].lowerBound..<parts[end - 1].upperBound)
      place = end
    }
    return words
  }

  /// Behind the parts of the longest word that ICU has in parts, where one begins here.
  private func endOfFurtherWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ parts: [Range<Int>], from start: Int
  ) -> Int? {
    var found: Int?
    var end = start + 2
    while end <= parts.count,
      parts[end - 1].upperBound == parts[end - 2].upperBound + parts[end - 1].count
    {
      let range = parts[start].lowerBound..<parts[end - 1].upperBound
      guard range.count <= Self.longestFurtherWord else { break }
      if let word = Self.simplifiedKey(bytes, range), furtherWords.contains(word) { found = end }
      end += 1
    }
    return found
  }

  /// Up to four characters of three bytes as one number, in simplified characters.
  private static func simplifiedKey(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>)
    -> UInt64?
  {
    guard run.count % 3 == 0 else { return nil }
    var key: UInt64 = 0
    for place in stride(from: run.lowerBound, to: run.upperBound, by: 3) {
      guard bytes[place] & 0xF0 == 0xE0 else { return nil }
      let scalar =
        UInt32(bytes[place] & 0xF) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
        | UInt32(bytes[place + 2] & 0x3F)
      key = key << 16 | UInt64(ChineseScript.comparable(scalar))
    }
    return key
  }

  /// The first and the last word of a run; `nil` where it has none.
  func ends(
    in bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>
  ) -> (first: Range<Int>?, last: Range<Int>?) {
    guard let key = Self.key(bytes, run) else {
      let words = words(in: bytes, run)
      return (words.first, words.last)
    }
    let packed = known[key] ?? look(up: run, of: bytes, key)
    func range(_ shift: UInt32) -> Range<Int>? {
      let lower = run.lowerBound + Int(packed >> shift & 0xFF)
      let upper = run.lowerBound + Int(packed >> (shift + 8) & 0xFF)
      return lower < upper ? lower..<upper : nil
    }
    return (range(0), range(16))
  }

  /// Whether a run is one word.
  func isOneWord(in bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Bool {
    let ends = ends(in: bytes, run)
    return ends.first != nil && ends.first == ends.last
  }

  /// Whether a character stands alone as a word beside any noun.
  func isFunctionCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Bool {
    Self.key(bytes, run).map(functionCharacters.contains) ?? false
  }

  private func look(up run: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, _ key: UInt64)
    -> UInt32
  {
    let words = words(in: bytes, run)
    func packed(_ word: Range<Int>?) -> UInt32 {
      guard let word else { return 0 }
      return UInt32(word.lowerBound - run.lowerBound)
        | UInt32(word.upperBound - run.lowerBound) << 8
    }
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    let value = packed(words.first) | packed(words.last) << 16
    known[key] = value
    return value
  }

  /// Up to three characters of three bytes as one number.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> UInt64? {
    guard run.count == 3 || run.count == 6 || run.count == 9 else { return nil }
    var key: UInt64 = 1
    for place in stride(from: run.lowerBound, to: run.upperBound, by: 3) {
      guard bytes[place] & 0xF0 == 0xE0 else { return nil }
      key =
        key << 16 | UInt64(bytes[place] & 0xF) << 12 | UInt64(bytes[place + 1] & 0x3F) << 6
        | UInt64(bytes[place + 2] & 0x3F)
    }
    return key
  }

  /// The dictionaries of a matcher: each caller has one to itself, and gives it back.
  final class Pool: Sendable {
    private let locale: LocaleTag
    private let functionCharacters: Set<UInt64>
    private let furtherWords: Set<UInt64>
    private let free = Mutex<[ChineseDictionary]>([])

    init(locale: LocaleTag) {
      self.locale = locale
      functionCharacters = Set(
        ChineseScript.functionCharacters().compactMap { character in
          Array(character.utf8).withUnsafeBufferPointer { key($0, 0..<$0.count) }
        })
      furtherWords = Set(
        ChineseScript.furtherWords().compactMap { word in
          Array(word.utf8).withUnsafeBufferPointer { simplifiedKey($0, 0..<$0.count) }
        })
    }

    /// Calls `body` with a dictionary, or `nil` where ICU has none.
    func withDictionary<Result>(_ body: (ChineseDictionary?) -> Result) -> Result {
      let dictionary = free.withLock { $0.popLast() } ?? open()
      defer {
        if let dictionary { free.withLock { $0.append(dictionary) } }
      }
      return body(dictionary)
    }

    private func open() -> ChineseDictionary? {
      (try? WordBreaker(locale: locale)).map {
        ChineseDictionary(
          breaker: $0, functionCharacters: functionCharacters, furtherWords: furtherWords)
      }
    }
  }
}
