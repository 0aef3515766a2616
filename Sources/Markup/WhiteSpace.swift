/// White space as the article has it: runs are one space, none at the ends.
package enum WhiteSpace {
  /// The text with every run of white space, no-break and ideographic spaces too, as one space.
  package static func collapsed(_ utf8: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var pending = false
    var index = 0
    utf8.withUnsafeBufferPointer { bytes in
      while index < bytes.count {
        let length = spaceLength(bytes, index)
        if length > 0 {
          pending = !result.isEmpty
          index += length
        } else {
          if pending { result.append(0x20) }
          pending = false
          result.append(bytes[index])
          index += 1
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// How many bytes the white space at the index takes: 0 when there is none.
  ///
  /// U+00A0, U+2000–U+200B, U+202F, U+3000, U+FEFF, soft hyphens and ASCII's own.
  @inlinable
  package static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte > 0x20 && byte < 0xC2 { return 0 }
    if byte <= 0x20 { return 1 }
    if byte == 0xC2 {
      return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    }
    guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF, index + 2 < bytes.count else { return 0 }
    let second = bytes[index + 1]
    let third = bytes[index + 2]
    switch byte {
    case 0xE2:
      return second == 0x80 && (third <= 0x8B || third == 0xAF || third == 0xA8) ? 3 : 0
    case 0xE3: return second == 0x80 && third == 0x80 ? 3 : 0
    default: return second == 0xBB && third == 0xBF ? 3 : 0
    }
  }
}
