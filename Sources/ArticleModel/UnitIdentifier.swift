/// Makes the identifier that a unit keeps for life.
public enum UnitIdentifier {
  /// A short hash of role and text: the letter `u` and eight of base 32 (RFC 4648, lower case).
  ///
  /// - Parameters:
  ///   - role: What the block is.
  ///   - content: The block's content; its codes do not count.
  ///   - taken: The identifiers already given in the article; the new one is added.
  /// - Returns: The identifier; a text that occurs twice gets a suffix, so that it is unique.
  public static func make(
    role: BlockRole, content: [Inline], taken: inout Set<String>
  ) -> String {
    let hash = StableHash.fnv1a(content.plainText, seed: StableHash.fnv1a(role.rawValue))
    let base = name(hash)
    if taken.insert(base).inserted { return base }
    // A page may say the same ten thousand times: the first free number is searched for by halves.
    var last = 1
    var free = 2
    while taken.contains("\(base)-\(free)") { (last, free) = (free, free * 2) }
    while last + 1 < free {
      let middle = (last + free) / 2
      if taken.contains("\(base)-\(middle)") { last = middle } else { free = middle }
    }
    let id = "\(base)-\(free)"
    taken.insert(id)
    return id
  }

  private static func name(_ hash: UInt64) -> String {
    String(unsafeUninitializedCapacity: 9) { bytes in
      bytes[0] = UInt8(ascii: "u")
      for index in 1...8 {
        let digit = UInt8(truncatingIfNeeded: hash >> (64 - 5 * UInt64(index))) & 31
        bytes[index] = digit < 26 ? UInt8(ascii: "a") + digit : UInt8(ascii: "2") + digit - 26
      }
      return 9
    }
  }
}
