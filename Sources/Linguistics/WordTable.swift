/// Words by their bytes, with a small number for each.
///
/// A `Dictionary` of strings would normalize every key that is asked for; the words of a text are
/// asked for in place here, as they are written.
struct WordTable: Sendable {
  /// Where a key begins and ends in `keys`, and its value; no bytes for a free slot.
  private struct Slot {
    var start: Int32 = 0
    var end: Int32 = 0
    var value: UInt16 = 0
  }

  private var keys: [UInt8] = []
  private var slots: [Slot]
  private let mask: Int
  /// A bit for every ``sign(of:)`` that a word has: most of what is asked for has none of these, and
  /// is told without a look at the slots.
  private var signs = Array(repeating: UInt64(0), count: 64)

  /// - Parameters:
  ///   - words: Words with their values, one perhaps several times.
  ///   - merging: The value of a word that is there already.
  init(_ words: [(String, UInt16)], merging: (UInt16, UInt16) -> UInt16) {
    var capacity = 16
    while capacity < words.count * 3 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: capacity)
    for (word, value) in words where !word.isEmpty {
      var word = word
      word.withUTF8 { insert($0, value, merging) }
    }
  }

  private mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, _ value: UInt16, _ merging: (UInt16, UInt16) -> UInt16
  ) {
    var place = Self.hash(word) & mask
    while slots[place].end > slots[place].start {
      let slot = slots[place]
      if Int(slot.end - slot.start) == word.count, matches(word, at: Int(slot.start)) {
        slots[place].value = merging(slot.value, value)
        return
      }
      place = (place + 1) & mask
    }
    let sign = Self.sign(of: word)
    signs[sign.row] |= sign.bit
    let start = Int32(keys.count)
    keys += word
    slots[place] = Slot(start: start, end: Int32(keys.count), value: value)
  }

  /// The value of a word, `nil` when it is not there.
  subscript(word: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard !word.isEmpty else { return nil }
    let sign = Self.sign(of: word)
    guard signs[sign.row] & sign.bit != 0 else { return nil }
    var place = Self.hash(word) & mask
    while true {
      let slot = slots[place]
      if slot.end == slot.start { return nil }
      if Int(slot.end - slot.start) == word.count, matches(word, at: Int(slot.start)) {
        return slot.value
      }
      place = (place + 1) & mask
    }
  }

  private func matches(_ word: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for index in word.indices where keys[start + index] != word[index] { return false }
    return true
  }

  /// A place among 64 times 64, by the third byte and the last: of a Chinese word, where its first
  /// character and its last end.
  @inline(__always)
  private static func sign(of word: UnsafeBufferPointer<UInt8>) -> (row: Int, bit: UInt64) {
    let last = word[word.count - 1]
    let first = word.count > 3 ? word[2] : last
    return (Int(first & 0x3F), 1 &<< UInt64(last & 0x3F))
  }

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
