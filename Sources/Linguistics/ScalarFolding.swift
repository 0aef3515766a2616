/// What the checks and the number reader ask of a character.
extension Unicode.Scalar {
  /// A Han character; iteration marks and 〇 count.
  package var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3005, 0x3007: true
    default: false
    }
  }

  /// A letter of the Greek script, with or without accents.
  package var isGreekLetter: Bool {
    switch value {
    case 0x0370...0x0373, 0x0376, 0x0377, 0x037B...0x037D, 0x037F, 0x0386, 0x0388...0x03FF,
      0x1F00...0x1FBC, 0x1FC2...0x1FCC, 0x1FD0...0x1FDB, 0x1FE0...0x1FEC, 0x1FF2...0x1FFC:
      true
    default: false
    }
  }

  /// A letter of the Latin script; the micro sign and the ordinal signs are none.
  package var isLatinLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  /// A letter of any script: what Unicode calls alphabetic, without a look into its tables for those
  /// that are met most.
  package var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0x391...0x3A1, 0x3A3...0x3CE, 0x4E00...0x9FFF: true
    case 0..<0x80, 0x2010...0x2027, 0x3001...0x3004, 0x3008...0x3020, 0xFF01...0xFF20: false
    default: properties.isAlphabetic
    }
  }

  /// White space of any width.
  package var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// An ASCII digit; folding makes the full-width ones ASCII.
  package var isDigit: Bool { (0x30...0x39).contains(value) }

  /// The lower-case letter without accents, of half width: one character for one.
  ///
  /// Letters are folded as they are for terms, by ``LetterFolding``; figures, hyphens and apostrophes, which
  /// a term does without, are made those of ASCII.
  package var folded: Unicode.Scalar {
    switch value {
    case 0x41...0x5A: return Self.at(value + 0x20)
    case 0..<0x80, 0x4E00...0x9FFF: return self
    case 0xFF01...0xFF5E: return Self.at(value - 0xFEE0).folded
    case 0x2018, 0x2019, 0x02BC: return "'"
    case 0x2010, 0x2011: return "-"
    default:
      let folded = LetterFolding.folded(value)
      if folded.kind == .letter { return Self.at(folded.base) }
      guard properties.numericType == .decimal, let digit = properties.numericValue else {
        return self
      }
      return Self.at(0x30 + UInt32(digit))
    }
  }

  private static func at(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "?" }
}
