/// Passes over the bytes that most text is made of, sixteen at a time.
///
/// They are those with which no terminator, no end of a paragraph and no bracket begins: ASCII from
/// `@` on, the space, comma and hyphen, bytes that go on with a character, and the first bytes of
/// Greek (CE, CF) and of most Han characters (E4 to E9). Among Han characters its commas go with them.
enum PlainBytes {
  /// The commas of Chinese, 、 and ，.
  static let commas: [UInt32] = [0x3001, 0xFF0C]

  private typealias Vector = SIMD2<UInt64>

  /// The highest bit of every byte; no constant, which would be looked up with a lock.
  @inline(__always)
  private static var top: Vector { Vector(repeating: 0x8080_8080_8080_8080) }

  /// Whether a byte is passed over.
  static func contains(_ byte: UInt8) -> Bool {
    let bytes = [UInt8](repeating: byte, count: MemoryLayout<Vector>.size)
    return bytes.withUnsafeBufferPointer { end(in: $0, from: 0) } > 0
  }

  /// The first place from which bytes have to be looked at one by one.
  @inline(__always)
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    let raw = UnsafeRawPointer(base)
    var place = afterHan(in: raw, from: start, count: bytes.count)
    // What ends such a run is a mark as a rule, which the caller sees sooner.
    if place > start { return place }
    while place + MemoryLayout<Vector>.size <= bytes.count {
      let next = raw.loadUnaligned(fromByteOffset: place, as: Vector.self)
      // 01xxxxxx or 10xxxxxx: the two highest bits differ.
      let plain =
        next ^ (next &<< 1) | equal(next, 0x20) | equal(next | repeating(0x01), 0xCF)
        | equal(next & repeating(0xFC), 0xE4) | equal(next & repeating(0xFE), 0xE8)
        | equal(next | repeating(0x01), 0x2D)
      let other = ~plain & top
      if other != Vector() {
        let low = UInt64(littleEndian: other[0])
        return place
          + (low != 0
            ? low.trailingZeroBitCount
            : 64 + UInt64(littleEndian: other[1]).trailingZeroBitCount) / 8
      }
      place += MemoryLayout<Vector>.size
    }
    return place
  }

  /// The place after a run of Han characters and ``commas``; the first byte of each tells where the
  /// next begins.
  @inline(__always)
  private static func afterHan(in bytes: UnsafeRawPointer, from start: Int, count: Int) -> Int {
    func isHan(_ place: Int) -> Bool {
      bytes.load(fromByteOffset: place, as: UInt8.self) &- 0xE4 < 6
    }
    func isComma(_ place: Int) -> Bool {
      let next = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
      let scalar = UInt32(littleEndian: next) & 0xFF_FFFF
      return scalar == 0x81_80E3 || scalar == 0x8C_BCEF
    }
    var place = start
    while place &+ 9 < count {
      if isHan(place) {
        place &+= !isHan(place &+ 3) ? 3 : isHan(place &+ 6) ? 9 : 6
      } else if isComma(place) {
        place &+= 3
      } else {
        break
      }
    }
    return place
  }

  @inline(__always)
  private static func repeating(_ value: UInt64) -> Vector {
    Vector(repeating: value &* 0x0101_0101_0101_0101)
  }

  /// The bytes that have a value, as their highest bits.
  @inline(__always)
  private static func equal(_ bytes: Vector, _ value: UInt64) -> Vector {
    let rest = bytes ^ repeating(value)
    return ~(((rest & ~top) &+ ~top) | rest)
  }
}
