import CICU

/// A scalar as it is compared: one number, so that folding a text is a look-up a scalar.
package struct FoldedScalar: Sendable, Equatable {
  /// What a scalar does in a text.
  package enum Kind: UInt32, Sendable {
    /// Ends a phrase.
    case stop
    /// Stands between the words of a phrase: spaces, quotes, hyphens.
    case joiner
    /// A word of its own.
    case ideograph
    /// A sign that is read as a word: `&`, `+`.
    case sign
    case letter, digit
    /// Belongs to the letter before it.
    case mark
  }

  /// The base in 21 bits, the kind in three, then a capital, an accent, a diaeresis.
  ///
  /// Another module's loop over a text reads the bits, since no getter is inlined there.
  package let bits: UInt32

  init(base: UInt32, kind: Kind, isCapital: Bool, isAccented: Bool, hasDiaeresis: Bool) {
    bits =
      base | kind.rawValue << 21 | (isCapital ? 1 << 24 : 0) | (isAccented ? 1 << 25 : 0)
      | (hasDiaeresis ? 1 << 26 : 0)
  }

  /// The scalar without case, width and marks.
  package var base: UInt32 { bits & 0x1F_FFFF }
  /// What it does.
  package var kind: Kind { Kind(rawValue: bits >> 21 & 7) ?? .stop }
  /// Whether it was a capital.
  package var isCapital: Bool { bits & 1 << 24 != 0 }
  /// Whether it had an acute, grave or circumflex, or is one.
  package var isAccented: Bool { bits & 1 << 25 != 0 }
  /// Whether it had a diaeresis, or is one.
  package var hasDiaeresis: Bool { bits & 1 << 26 != 0 }
}

/// Folds scalars: case, marks, width, final sigma; quotes, hyphens and spaces become joiners.
package enum LetterFolding {
  /// The folded scalars up to U+30FF, for a loop over a text.
  package static let table: [FoldedScalar] = (0..<0x3100).map(computed)
  private static let wideTable: [FoldedScalar] = (0xFF00..<0xFFF0).map(computed)

  /// The folded scalar.
  package static func folded(_ scalar: UInt32) -> FoldedScalar {
    if scalar < 0x3100 { return table[Int(scalar)] }
    if isHan(scalar) {
      return FoldedScalar(
        base: scalar, kind: .ideograph, isCapital: false, isAccented: false, hasDiaeresis: false)
    }
    if (0xFF00..<0xFFF0).contains(scalar) { return wideTable[Int(scalar - 0xFF00)] }
    return computed(scalar)
  }

  private static func isHan(_ scalar: UInt32) -> Bool {
    (0x3400..<0x4DC0).contains(scalar) || (0x4E00..<0xA000).contains(scalar)
      || (0xF900..<0xFB00).contains(scalar) || (0x20000..<0x3_2000).contains(scalar)
  }

  private static let joiners: Set<UInt32> = Set(
    " \u{A0}\u{3000}\n\r\t\u{AD}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}-‐‑‒–—−\"'’‘‛“”„‟«»‹›「」『』《》〈〉＂＇＇ʼ´`᾽᾿*_/"
      .unicodeScalars.map(\.value))
  private static let signs: Set<UInt32> = Set("&+".unicodeScalars.map(\.value))

  private static func computed(_ value: UInt32) -> FoldedScalar {
    guard let scalar = Unicode.Scalar(value) else {
      return FoldedScalar(
        base: value, kind: .stop, isCapital: false, isAccented: false, hasDiaeresis: false)
    }
    let parts = parts(of: scalar)
    let first = parts.first ?? scalar
    let isMark = scalar.properties.generalCategory == .nonspacingMark
    // A ligature or a fraction is not one letter; it stays what it is.
    let isSingle = parts.dropFirst().allSatisfy {
      $0.properties.generalCategory == .nonspacingMark
    }
    let base = isSingle && !isMark ? first : scalar
    let small = base.properties.lowercaseMapping.unicodeScalars.first ?? base
    return FoldedScalar(
      base: small == "ς" ? 0x3C3 : small.value, kind: kind(of: base),
      isCapital: base.properties.isUppercase,
      isAccented: parts.contains { [0x300, 0x301, 0x302, 0x342].contains($0.value) },
      hasDiaeresis: parts.contains { $0.value == 0x308 })
  }

  /// What a scalar is made of, by NFKD.
  private static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    // The longest of all are eighteen.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 18) { parts in
      guard let base = parts.baseAddress else { return [scalar] }
      let count = dragoman_decompose(scalar.value, base, 18)
      return count > 0 ? parts.prefix(Int(count)).compactMap(Unicode.Scalar.init) : [scalar]
    }
  }

  private static func kind(of scalar: Unicode.Scalar) -> FoldedScalar.Kind {
    let properties = scalar.properties
    if joiners.contains(scalar.value) { return .joiner }
    if signs.contains(scalar.value) { return .sign }
    if properties.generalCategory == .nonspacingMark { return .mark }
    if properties.isIdeographic { return .ideograph }
    if properties.isAlphabetic { return .letter }
    return properties.numericType == nil ? .stop : .digit
  }
}
