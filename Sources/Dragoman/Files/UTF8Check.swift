/// Whether bytes are well-formed UTF-8 (The Unicode Standard, table 3-7), four at a time.
///
/// The standard library's own check takes as long as the cutting of Chinese text.
package enum UTF8Check {
  /// Whether all bytes are well-formed.
  package static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place + 4 <= bytes.count {
      let length = length(
        of: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
      guard length > 0 else { return false }
      place += length
    }
    return String(validating: bytes[place...], as: UTF8.self) != nil
  }

  /// How many of four bytes are well-formed at the beginning, first byte lowest; 0 for none.
  private static func length(of four: UInt32) -> Int {
    if four & 0x8080_8080 == 0 { return 4 }
    let first = four & 0xFF
    let second = four >> 8 & 0xFF
    if first < 0x80 { return 1 }
    if four & 0xC0_C0F0 == 0x80_80E0 {
      return (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0) ? 3 : 0
    }
    if four & 0xC0E0 == 0x80C0 { return first >= 0xC2 ? 2 : 0 }
    guard four & 0xC0C0_C0F8 == 0x8080_80F0, first <= 0xF4 else { return 0 }
    return (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90) ? 4 : 0
  }
}
