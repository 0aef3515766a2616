/// Identifiers that were met, by 64-bit hashes: millions of them take few bytes each.
///
/// Two identifiers of ten million that have the same hash are less likely than one in 100,000.
struct IdentifierSet {
  private var shards: [[UInt64]] = []
  private var counts: [Int] = []

  /// Adds an identifier.
  ///
  /// - Returns: Whether it is new.
  mutating func insert(_ identifier: String) -> Bool {
    if shards.isEmpty {
      shards = Array(repeating: [], count: 64)
      counts = Array(repeating: 0, count: 64)
    }
    let hash = Self.hash(identifier)
    let shard = Int(hash & 63)
    // Grown piece by piece, so that growing never needs the whole twice.
    if counts[shard] * 5 >= shards[shard].count * 4 { grow(shard) }
    guard Self.place(hash, in: &shards[shard]) else { return false }
    counts[shard] += 1
    return true
  }

  func contains(_ identifier: String) -> Bool {
    guard !shards.isEmpty else { return false }
    let hash = Self.hash(identifier)
    let slots = shards[Int(hash & 63)]
    guard !slots.isEmpty else { return false }
    var slot = Int(hash >> 8) % slots.count
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return false
  }

  private mutating func grow(_ shard: Int) {
    let old = shards[shard]
    shards[shard] = Array(repeating: 0, count: max(8, old.count + old.count / 2))
    for hash in old where hash != 0 { _ = Self.place(hash, in: &shards[shard]) }
  }

  private static func place(_ hash: UInt64, in slots: inout [UInt64]) -> Bool {
    var slot = Int(hash >> 8) % slots.count
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    slots[slot] = hash
    return true
  }

  private static func hash(_ identifier: String) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(identifier)
    let hash = UInt64(bitPattern: Int64(hasher.finalize()))
    return hash == 0 ? 1 : hash
  }
}
