/// A hash that is the same in every run and release, which Swift's `Hasher` is not.
public enum StableHash {
  /// The FNV-1a hash of the text's UTF-8 bytes, 64 bits.
  ///
  /// - Parameter seed: The hash of what comes before, to hash several texts as one.
  public static func fnv1a(_ text: String, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
