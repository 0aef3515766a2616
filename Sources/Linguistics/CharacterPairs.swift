import CICU

/// Which two characters stand together in a word: a bit for each pair, which some others share.
package struct CharacterPairs: Sendable {
  private var words: [UInt64]
  private let bits: UInt64

  /// No pairs.
  ///
  /// - Parameter bits: The logarithm of the number of bits; with 16 bits a pair, one in sixteen of the
  ///   pairs that are none is taken for one.
  package init(bits: Int) {
    self.bits = UInt64(bits)
    words = [UInt64](repeating: 0, count: 1 << (bits - 6))
  }

  /// Those of the dictionary by which ICU finds Chinese words; `nil` where it cannot be read.
  ///
  /// Between two characters that are no pair ICU has a boundary, whatever stands around them.
  package static let ofICU = {
    var pairs = CharacterPairs(bits: 22)
    let isWhole = withUnsafeMutablePointer(to: &pairs) { pairs in
      dragoman_dictionary_pairs(pairs) { context, first, second in
        context?.assumingMemoryBound(to: CharacterPairs.self).pointee.insert(first, second)
      }
    }
    return isWhole != 0 ? pairs : nil
  }()

  @inline(__always)
  package mutating func insert(_ first: UInt16, _ second: UInt16) {
    let place = place(first, second)
    words[Int(place >> 6)] |= 1 << (place & 63)
  }

  /// Whether two characters may stand together in a word, as UTF-16 units.
  @inline(__always)
  package func contains(_ first: UInt16, _ second: UInt16) -> Bool {
    let place = place(first, second)
    return words[Int(place >> 6)] & 1 << (place & 63) != 0
  }

  @inline(__always)
  private func place(_ first: UInt16, _ second: UInt16) -> UInt64 {
    let hash = (UInt64(first) << 16 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    return hash >> (64 - bits)
  }
}
