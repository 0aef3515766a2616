import ArticleModel
import Linguistics
import Synchronization

/// ICU's dictionary of Chinese words, for one text at a time.
///
/// ICU is asked again and again where two or three characters are cut, so those answers are kept.
/// The pool hands it to one caller at a time, which is what makes it sendable.
final class ChineseDictionary: @unchecked Sendable {
  private let breaker: WordBreaker
  private let pairs = CharacterPairs.ofICU
  let costs = ChineseWordCosts.builtIn
  let neighbours = ChineseNeighbours.builtIn
  private let functionCharacters: HashTable
  private let furtherWords: FurtherWords
  /// The words of the run that was asked for last.
  private var words: [Range<Int>] = []
  /// The first and the last word of short runs, as four offsets of four bits each.
  private var known = HashTable()

  private static let mostKnown = 1 << 16

  private init(breaker: WordBreaker, functionCharacters: HashTable, furtherWords: FurtherWords) {
    self.breaker = breaker
    self.functionCharacters = functionCharacters
    self.furtherWords = furtherWords
  }

  /// The words of a run of a text.
  func words(in bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> [Range<Int>] {
    cut(bytes, run)
    return words
  }

  /// Cuts a run into words.
  private func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) {
    words.removeAll(keepingCapacity: true)
    breaker.forEachWord(in: UnsafeBufferPointer(rebasing: bytes[run])) { word in
      words.append((word.lowerBound + run.lowerBound)..<(word.upperBound + run.lowerBound))
    }
    furtherWords.join(&words, in: bytes)
  }

  /// The first and the last word of a run; `nil` where it has none.
  func ends(
    in bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>
  ) -> (first: Range<Int>?, last: Range<Int>?) {
    guard let key = Self.key(bytes, run) else {
      cut(bytes, run)
      return (words.first, words.last)
    }
    let stored = known.value(key)
    let packed = stored < 0 ? look(up: run, of: bytes, key) : UInt32(stored)
    func range(_ shift: UInt32) -> Range<Int>? {
      let lower = run.lowerBound + Int(packed >> shift & 0xF)
      let upper = run.lowerBound + Int(packed >> (shift + 4) & 0xF)
      return lower < upper ? lower..<upper : nil
    }
    return (range(0), range(8))
  }

  /// Whether a run is one word.
  func isOneWord(in bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Bool {
    let ends = ends(in: bytes, run)
    return ends.first != nil && ends.first == ends.last
  }

  /// Whether a word may have the Han characters on both sides of an edge.
  func mayCross(_ bytes: UnsafeBufferPointer<UInt8>, _ edge: Int) -> Bool {
    guard edge >= 3, edge + 3 <= bytes.count, bytes.isHan(at: edge - 3), bytes.isHan(at: edge)
    else { return false }
    guard let pairs else { return true }
    let (first, second) = (bytes.scalarOfThree(at: edge - 3), bytes.scalarOfThree(at: edge))
    return pairs.contains(UInt16(truncatingIfNeeded: first), UInt16(truncatingIfNeeded: second))
  }

  /// Whether a character stands alone as a word beside any noun.
  func isFunctionCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Bool {
    Self.key(bytes, run).map { functionCharacters.value($0) >= 0 } ?? false
  }

  private func look(up run: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, _ key: UInt64)
    -> UInt32
  {
    cut(bytes, run)
    func packed(_ word: Range<Int>?) -> UInt32 {
      guard let word else { return 0 }
      return UInt32(word.lowerBound - run.lowerBound)
        | UInt32(word.upperBound - run.lowerBound) << 4
    }
    if known.count >= Self.mostKnown { known = HashTable() }
    let value = packed(words.first) | packed(words.last) << 8
    known.set(key, Int32(value))
    return value
  }

  /// The hash of up to three characters of three bytes.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> UInt64? {
    guard run.count == 3 || run.count == 6 || run.count == 9 else { return nil }
    var hash = WordHash()
    for place in stride(from: run.lowerBound, to: run.upperBound, by: 3) {
      guard bytes[place] & 0xF0 == 0xE0 else { return nil }
      hash.add(bytes.scalarOfThree(at: place))
    }
    return hash.value
  }

  /// The dictionaries of a matcher: each caller has one to itself, and gives it back.
  final class Pool: Sendable {
    private let locale: LocaleTag
    private let functionCharacters: HashTable
    private let furtherWords = FurtherWords()
    private let free = Mutex<[ChineseDictionary]>([])

    init(locale: LocaleTag) {
      self.locale = locale
      var characters = HashTable()
      for character in ChineseScript.functionCharacters() {
        let key = Array(character.utf8).withUnsafeBufferPointer { bytes in
          ChineseDictionary.key(bytes, 0..<bytes.count)
        }
        if let key { characters.set(key, 1) }
      }
      functionCharacters = characters
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

extension UnsafeBufferPointer<UInt8> {
  /// Whether a character of the blocks of Han characters begins at an offset: U+3400 to U+9FFF.
  func isHan(at place: Int) -> Bool {
    (0xE4...0xE9).contains(self[place]) || self[place] == 0xE3 && self[place + 1] >= 0x90
  }

  /// The scalar of three bytes at an offset.
  @inline(__always)
  func scalarOfThree(at place: Int) -> UInt32 {
    UInt32(self[place] & 0xF) << 12 | UInt32(self[place + 1] & 0x3F) << 6
      | UInt32(self[place + 2] & 0x3F)
  }
}
