/// A word as terms compare it: small letters without accents, and what folding took away.
package struct FoldedWord: Sendable, Equatable {
  /// The letters: small, without marks, final sigma as σ.
  package var letters: [UInt32] = []
  /// The letters that had an accent, a bit each; those beyond the 64th are left out.
  package var accents: UInt64 = 0
  /// The letters that had a diaeresis.
  package var diaereses: UInt64 = 0
  /// How many letters were capitals.
  package var capitals = 0
  /// Whether the first letter was a capital.
  package var startsWithCapital = false

  /// An empty word.
  package init() {}

  /// Folds a word.
  package init(_ text: String) { self.init(text[...]) }

  /// Folds a word.
  package init(_ text: Substring) {
    letters.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(LetterFolding.folded(scalar.value)) }
  }

  /// Adds a scalar; a combining mark belongs to the letter before it.
  package mutating func append(_ scalar: FoldedScalar) {
    if scalar.kind == .mark {
      mark(scalar, at: letters.count - 1)
      return
    }
    if scalar.isCapital {
      capitals += 1
      if letters.isEmpty { startsWithCapital = true }
    }
    mark(scalar, at: letters.count)
    letters.append(scalar.base)
  }

  private mutating func mark(_ scalar: FoldedScalar, at place: Int) {
    guard (0..<64).contains(place) else { return }
    if scalar.isAccented { accents |= 1 << UInt64(place) }
    if scalar.hasDiaeresis { diaereses |= 1 << UInt64(place) }
  }
}
