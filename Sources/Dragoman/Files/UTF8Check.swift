/// Whether bytes are well-formed UTF-8 (The Unicode Standard, table 3-7), many at a time.
///
/// Each byte is judged by itself and the three before it, without a branch. The standard library's
/// own check takes as long as the cutting of Chinese text.
package enum UTF8Check {
  private typealias Vector = SIMD2<UInt64>

  /// How many bytes are judged between two branches.
  private static let width = 64
  /// The highest bit of every byte; no constant, which would be looked up with a lock.
  @inline(__always)
  private static var top: Vector { Vector(repeating: 0x8080_8080_8080_8080) }

  /// Whether all bytes are well-formed.
  package static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // The first bytes have no three before them, and the last do not fill the width. What the byte
    // before them begins is looked at with them.
    guard bytes.count > 2 * width else { return isWellFormed(bytes[...]) }
    let first = boundary(in: bytes, before: width)
    var place = first
    while place + width <= bytes.count {
      if isWrong(bytes, at: place) { return false }
      place = afterThreeByteScalars(in: bytes, from: place + width)
    }
    return isWellFormed(bytes[..<first])
      && isWellFormed(bytes[boundary(in: bytes, before: place - 1)...])
  }

  private static func isWellFormed(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// Where the character begins that has a place in it.
  private static func boundary(in bytes: UnsafeRawBufferPointer, before limit: Int) -> Int {
    var place = limit
    while place > limit - 4, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  /// The place after a run of scalars of three bytes, of which Chinese text is made.
  ///
  /// The run begins with the scalar that the place cuts. Those that begin with E0 or ED are left to
  /// the slower look, as is what follows the run.
  @inline(__always)
  private static func afterThreeByteScalars(
    in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    guard let base = bytes.baseAddress else { return start }
    func isOne(_ scalar: UInt64) -> Bool {
      scalar & 0xC0_C0F0 == 0x80_80E0 && 0xDFFE &>> (scalar & 0x0F) & 1 == 1
    }
    var place = boundary(in: bytes, before: start - 1)
    while place &+ 8 <= bytes.count {
      let next = base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let scalars = UInt64(littleEndian: next)
      guard isOne(scalars) else { break }
      place &+= isOne(scalars &>> 24) ? 6 : 3
    }
    return max(place, start)
  }

  /// Whether a byte of the next ``width`` cannot stand where it does; the truth of a byte is its
  /// highest bit.
  private static func isWrong(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    var wrong = Vector()
    for place in stride(from: start, to: start + width, by: MemoryLayout<Vector>.size) {
      func back(_ count: Int) -> Vector {
        bytes.loadUnaligned(fromByteOffset: place - count, as: Vector.self)
      }
      let this = back(0)
      let one = back(1)
      let two = back(2)
      let three = back(3)
      let isContinuation = this & ~(this &<< 1)
      let mustContinue =
        one & one &<< 1 | two & two &<< 1 & two &<< 2
        | three & three &<< 1 & three &<< 2 & three &<< 3
      let isAboveF4 =
        this & this &<< 1 & this &<< 2 & this &<< 3
        & (this &<< 4 | this &<< 5 & (this &<< 6 | this &<< 7))
      let isC0OrC1 = equal(this | Vector(repeating: 0x0101_0101_0101_0101), 0xC1)
      // The second byte of a scalar that is too long, a surrogate, or beyond the last.
      let isBelowA0 = ~(this &<< 2)
      let isBelow90 = isBelowA0 & ~(this &<< 3)
      let isOverlong = equal(one, 0xE0) & isBelowA0 | equal(one, 0xF0) & isBelow90
      let isOutside = equal(one, 0xED) & ~isBelowA0 | equal(one, 0xF4) & ~isBelow90
      wrong |= (isContinuation ^ mustContinue) | isAboveF4 | isC0OrC1 | isOverlong | isOutside
    }
    return wrong & top != Vector()
  }

  /// The bytes that have a value.
  @inline(__always)
  private static func equal(_ bytes: Vector, _ value: UInt64) -> Vector {
    let rest = bytes ^ Vector(repeating: value &* 0x0101_0101_0101_0101)
    return ~(((rest & ~top) &+ ~top) | rest)
  }
}
