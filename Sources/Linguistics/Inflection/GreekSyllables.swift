/// The vowels that carry the syllables of a Greek word, from its end.
enum GreekSyllables {
  static func isVowel(_ letter: UInt32) -> Bool {
    switch letter {
    // α ε η ι ο υ ω
    case 0x3B1, 0x3B5, 0x3B7, 0x3B9, 0x3BF, 0x3C5, 0x3C9: true
    default: false
    }
  }

  /// Whether two vowels are one sound: αι, ει, οι, υι, αυ, ευ, ηυ, ου.
  private static func isPair(_ first: UInt32, _ second: UInt32) -> Bool {
    switch second {
    case 0x3B9: first == 0x3B1 || first == 0x3B5 || first == 0x3BF || first == 0x3C5
    case 0x3C5: first == 0x3B1 || first == 0x3B5 || first == 0x3B7 || first == 0x3BF
    default: false
    }
  }

  /// Whether a word would be cut inside of one sound: -οι is not -ο and -ι.
  static func isTorn(_ word: FoldedWord, at place: Int) -> Bool {
    guard place > 0, place < word.letters.count, place < 64 else { return false }
    return isPair(word.letters[place - 1], word.letters[place])
      && word.breaks & 1 << UInt64(place) == 0
  }

  /// The places that an accent can have, the last syllable first; of a pair, its second letter.
  ///
  /// - Parameters:
  ///   - count: How many letters there are.
  ///   - breaks: The letters that begin a syllable although they could end a pair, a bit each.
  ///   - wanted: How many syllables are asked for.
  ///   - letters: The letter at a place.
  /// - Returns: The places, -1 for a syllable that there is not, and how many were found.
  @inline(__always)
  static func nuclei(
    count: Int, breaks: UInt64, wanted: Int, letters: (Int) -> UInt32
  ) -> (last: Int, penult: Int, third: Int, found: Int) {
    var result = (last: -1, penult: -1, third: -1, found: 0)
    var place = count - 1
    while place >= 0, result.found < wanted {
      defer { place -= 1 }
      let letter = letters(place)
      guard isVowel(letter) else { continue }
      switch result.found {
      case 0: result.last = place
      case 1: result.penult = place
      default: result.third = place
      }
      result.found += 1
      let isBroken = place < 64 && breaks & 1 << UInt64(place) != 0
      if place > 0, !isBroken, isPair(letters(place - 1), letter) { place -= 1 }
    }
    return result
  }
}

extension GreekSyllables {
  /// The places that the accent of a word can have.
  static func nuclei(of word: FoldedWord) -> (last: Int, penult: Int, third: Int, found: Int) {
    nuclei(
      count: word.letters.count, breaks: word.breaks, wanted: 3, letters: { word.letters[$0] })
  }
}

extension FoldedWord {
  /// The letters that begin a syllable although they could end a pair: ϊ, and the ι of όι.
  var breaks: UInt64 { diaereses | accents << 1 }
}
