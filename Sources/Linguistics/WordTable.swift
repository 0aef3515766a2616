/// Words by their bytes, with a small number for each.
///
/// A `Dictionary` of strings would normalize every key that is asked for; the words of a text are
/// asked for in place here, as they are written.
struct WordTable: Sendable {
  /// Where a key begins and ends in `keys`, and its value; no bytes for a free slot.
  private struct Slot {
    var start: Int32 = 0
    var end: Int32 = 0
    var value: UInt8 = 0
  }

  private var keys: [UInt8] = []
  private var slots: [Slot]
  private let mask: Int

  init(_ words: [String: UInt8]) {
    var capacity = 16
    while capacity < words.count * 3 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: capacity)
    for (word, value) in words where !word.isEmpty {
      let bytes = Array(word.utf8)
      var place = bytes.withUnsafeBufferPointer { Self.hash($0) } & mask
      while slots[place].end > slots[place].start { place = (place + 1) & mask }
      slots[place] = Slot(
        start: Int32(keys.count), end: Int32(keys.count + bytes.count), value: value)
      keys += bytes
    }
  }

  /// The value of a word, `nil` when it is not there.
  subscript(word: UnsafeBufferPointer<UInt8>) -> UInt8? {
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

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
