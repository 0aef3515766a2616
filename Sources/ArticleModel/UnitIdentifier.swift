/// Makes the identifier that a unit keeps for life.
public enum UnitIdentifier {
  /// A short hash of role and text: the letter `u` and eight of base 32 (RFC 4648, lower case).
  ///
  /// - Parameter taken: The identifiers already given in the article; the new one is added. A text
  ///   that occurs twice gets a suffix, so that the identifier stays unique.
  public static func make(
    role: BlockRole, content: [Inline], taken: inout Set<String>
  ) -> String {
    // FNV-1a, 64 bits: stable over platforms and releases, which Swift's `Hasher` is not.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in role.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in content.plainText.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
    let base = "u" + String((0..<8).map { alphabet[Int((hash >> (59 - 5 * UInt64($0))) & 31)] })
    var id = base
    var copy = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(copy)"
      copy += 1
    }
    return id
  }
}
