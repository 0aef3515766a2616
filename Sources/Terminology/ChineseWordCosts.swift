import Linguistics

/// What Chinese words cost, so that the likeliest words for a text are those that cost the least
/// together: the less often a word is written, the more it costs.
struct ChineseWordCosts: Sendable {
  private var costs = HashTable(capacity: 1 << 17)
  private var pairs = CharacterPairs(bits: 20)

  /// The simplified character of each Han character of the block.
  private let simplified = ChineseScript.table

  /// How many characters a word has at most.
  static let longestWord = 4
  /// What a character costs that is in no list.
  static let unknown: Int32 = 144
  /// What a word costs that was added by hand: as much as one that is written now and then.
  private static let further: Int32 = 88

  /// The costs of the built-in list, made when they are first asked for.
  static let builtIn = ChineseWordCosts(
    list: ChineseScript.wordCosts(), furtherWords: ChineseScript.furtherWords())

  /// - Parameters:
  ///   - list: A cost and words that cost it on each line; remarks begin with `#`.
  ///   - furtherWords: Words that the list may not have.
  init(list: String, furtherWords: [String]) {
    var list = list
    list.withUTF8 { read($0) }
    for word in furtherWords {
      let characters = word.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
      add(characters[...], cost: Self.further)
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    var cost: Int32 = 0
    var word: [UInt16] = []
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case 0x23:
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      case 0x30...0x39:
        cost = cost * 10 + Int32(byte & 0xF)
        place += 1
      case 0xE0...0xEF where place + 2 < bytes.count:
        word.append(character(bytes, place))
        place += 3
      default:
        if !word.isEmpty { add(word[...], cost: cost) }
        word.removeAll(keepingCapacity: true)
        if byte == 0x0A { cost = 0 }
        place += 1
      }
    }
    if !word.isEmpty { add(word[...], cost: cost) }
  }

  private mutating func add(_ word: ArraySlice<UInt16>, cost: Int32) {
    var hash = WordHash()
    var last: UInt16?
    for character in word {
      hash.add(UInt32(character))
      if let last { pairs.insert(last, character) }
      last = character
    }
    guard word.count <= Self.longestWord else { return }
    let known = costs.value(hash.value)
    if known < 0 || known > cost { costs.set(hash.value, cost) }
  }

  /// What a word costs by the hash of its characters; `nil` where it is none.
  @inline(__always)
  func cost(_ word: WordHash) -> Int32? {
    let cost = costs.value(word.value)
    return cost < 0 ? nil : cost
  }

  /// Whether two characters may stand together in a word.
  @inline(__always)
  func mayJoin(_ first: UInt16, _ second: UInt16) -> Bool { pairs.contains(first, second) }

  /// A character of three bytes, as it is written in simplified Chinese.
  @inline(__always)
  func character(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt16 {
    let scalar = bytes.scalarOfThree(at: place)
    let index = Int(scalar) - Int(ChineseScript.block.lowerBound)
    return simplified.indices.contains(index)
      ? simplified[index] : UInt16(truncatingIfNeeded: scalar)
  }
}
