/// A hash that is the same in every run and release, which Swift's `Hasher` is not.
public enum StableHash {
  /// Hashes a text by FNV-1a, 64 bits.
  ///
  /// - Parameters:
  ///   - text: The text; its UTF-8 bytes are hashed.
  ///   - seed: The hash of what comes before, to hash several texts as one.
  /// - Returns: The hash.
  public static func fnv1a(_ text: String, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
