/// A table from 64-bit keys to numbers, by open addressing: one look-up a word of a text.
///
/// The keys are hashes already, and of full width, so they are not compared with what was hashed.
struct HashTable: Sendable {
  fileprivate struct Slot {
    var key: UInt64 = 0
    var value: Int32 = -1
  }

  private var slots: [Slot]
  private var mask: Int
  private(set) var count = 0

  /// - Parameter capacity: How many slots it has at first, a power of two; half of them are filled.
  init(capacity: Int = 1024) {
    slots = [Slot](repeating: Slot(), count: capacity)
    mask = capacity - 1
  }

  /// The table as it lies in memory, for many look-ups.
  struct Reader {
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let mask: Int

    /// The value of a key, -1 when it has none.
    @inline(__always)
    func value(_ key: UInt64) -> Int32 {
      var place = Int(truncatingIfNeeded: key) & mask
      while true {
        let slot = slots[place]
        if slot.value < 0 || slot.key == key { return slot.value }
        place = (place + 1) & mask
      }
    }
  }

  @inline(__always)
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    slots.withUnsafeBufferPointer { body(Reader(slots: $0, mask: mask)) }
  }

  /// The value of a key, -1 when it has none.
  @inline(__always)
  func value(_ key: UInt64) -> Int32 { withReader { $0.value(key) } }

  /// Sets the value of a key; it is not negative.
  mutating func set(_ key: UInt64, _ value: Int32) {
    if count * 2 >= mask { grow() }
    var place = Int(truncatingIfNeeded: key) & mask
    while slots[place].value >= 0, slots[place].key != key { place = (place + 1) & mask }
    if slots[place].value < 0 { count += 1 }
    slots[place] = Slot(key: key, value: value)
  }

  private mutating func grow() {
    let old = slots
    let size = (mask + 1) * 2
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    for slot in old where slot.value >= 0 {
      var place = Int(truncatingIfNeeded: slot.key) & mask
      while slots[place].value >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}

/// The hash of a word, letter by letter, so that the forms of a word share the work for its stem.
struct WordHash {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  mutating func add(_ value: UInt32) { add(UInt64(value)) }

  @inline(__always)
  mutating func add(_ value: UInt64) {
    state = (state ^ value) &* 0xFF51_AFD7_ED55_8CCD
    state ^= state >> 32
  }

  var value: UInt64 {
    let mixed = (state ^ state >> 29) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 32
  }
}
