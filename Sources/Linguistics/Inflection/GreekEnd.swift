/// The last letters of a Greek word as one number, five bits each and the last one lowest, so that a
/// word is compared with an ending at once.
struct GreekEnd: Sendable, Equatable {
  private let bits: UInt64
  /// How many letters there are, up to twelve.
  let count: Int

  static let most = 12

  init(_ letters: some Collection<UInt32>) {
    var bits: UInt64 = 0
    for letter in letters.suffix(Self.most) { bits = bits << 5 | Self.code(of: letter) }
    self.bits = bits
    count = min(letters.count, Self.most)
  }

  private init(bits: UInt64, count: Int) {
    self.bits = bits
    self.count = count
  }

  /// The last letters, up to as many as there are.
  func suffix(_ count: Int) -> GreekEnd {
    GreekEnd(bits: bits & (1 << UInt64(count * 5) - 1), count: min(count, self.count))
  }

  /// Whether its last letters are those of an ending, which are Greek ones.
  @inline(__always)
  func ends(with ending: GreekEnd) -> Bool {
    count >= ending.count && (bits ^ ending.bits) & (1 << UInt64(ending.count * 5) - 1) == 0
  }

  /// α to ω, 1 to 25; other letters are the same as none.
  private static func code(of letter: UInt32) -> UInt64 {
    (0x3B1...0x3C9).contains(letter) ? UInt64(letter - 0x3B0) : 0
  }
}
