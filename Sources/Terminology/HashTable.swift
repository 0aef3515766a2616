/// A table from 64-bit keys to numbers, by open addressing: one look-up a word of a text.
///
/// The keys are hashes already, and of full width, so they are not compared with what was hashed.
struct HashTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private(set) var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 1024)
    values = [Int32](repeating: -1, count: 1024)
    mask = 1023
  }

  /// The value of a key, -1 when it has none.
  @inline(__always)
  func value(_ key: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: key) & mask
    while true {
      let value = values[slot]
      if value < 0 || keys[slot] == key { return value }
      slot = (slot + 1) & mask
    }
  }

  /// Sets the value of a key; it is not negative.
  mutating func set(_ key: UInt64, _ value: Int32) {
    if count * 2 >= mask { grow() }
    var slot = Int(truncatingIfNeeded: key) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    if values[slot] < 0 { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.1 >= 0 }
    let size = (mask + 1) * 4
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
    mask = size - 1
    count = 0
    for (key, value) in old { set(key, value) }
  }
}

/// The hash of a word, letter by letter, so that the forms of a word share the work for its stem.
struct WordHash {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  mutating func add(_ value: UInt32) {
    state = (state ^ UInt64(value)) &* 0xFF51_AFD7_ED55_8CCD
    state ^= state >> 32
  }

  @inline(__always)
  mutating func add(_ value: UInt64) {
    add(UInt32(truncatingIfNeeded: value))
    add(UInt32(truncatingIfNeeded: value >> 32))
  }

  var value: UInt64 {
    let mixed = (state ^ state >> 29) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 32
  }
}
