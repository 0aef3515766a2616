import Linguistics

/// Chinese words that ICU's dictionary has in parts.
struct FurtherWords: Sendable {
  private var words = HashTable()
  /// Whether a word begins with a simplified character.
  private var beginnings = [Bool](repeating: false, count: 1 << 16)
  private let simplified = ChineseScript.table
  /// The length of the longest, in bytes.
  private var longest = 0

  init() {
    for word in ChineseScript.furtherWords() {
      let bytes = Array(word.utf8)
      bytes.withUnsafeBufferPointer { bytes in
        guard let first = character(bytes, 0), let key = key(bytes, 0..<bytes.count) else { return }
        words.set(key, 1)
        beginnings[Int(first)] = true
        longest = max(longest, bytes.count)
      }
    }
  }

  /// Makes one word of the parts of each further word, the longest at every place.
  func join(_ parts: inout [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>) {
    var count = 0
    var start = 0
    while start < parts.count {
      let end = end(of: parts, from: start, in: bytes)
      parts[count] = parts[start].lowerBound..<parts[end - 1].upperBound
      count += 1
      start = end
    }
    parts.removeLast(parts.count - count)
  }

  /// Behind the parts of the longest word that begins with a part; the next part where none does.
  private func end(
    of parts: [Range<Int>], from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var found = start + 1
    guard let first = character(bytes, parts[start].lowerBound), beginnings[Int(first)] else {
      return found
    }
    var end = start + 2
    while end <= parts.count, parts[end - 1].lowerBound == parts[end - 2].upperBound {
      let range = parts[start].lowerBound..<parts[end - 1].upperBound
      guard range.count <= longest else { break }
      if let key = key(bytes, range), words.value(key) >= 0 { found = end }
      end += 1
    }
    return found
  }

  /// The hash of some characters in simplified ones; `nil` where others are among them.
  private func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64? {
    var hash = WordHash()
    for offset in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
      guard let character = character(bytes, offset) else { return nil }
      hash.add(UInt32(character))
    }
    return hash.value
  }

  /// The simplified one of a Han character; `nil` for others.
  @inline(__always)
  private func character(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt16? {
    guard bytes[offset] & 0xF0 == 0xE0 else { return nil }
    let place = Int(bytes.scalarOfThree(at: offset)) - Int(ChineseScript.block.lowerBound)
    return simplified.indices.contains(place) ? simplified[place] : nil
  }
}
