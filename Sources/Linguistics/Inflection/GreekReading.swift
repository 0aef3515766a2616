extension GreekInflection {
  /// One way to see a word: as an ending in a cell of a row.
  struct Reading: Sendable {
    var row: Int
    var cell: Int
    /// How many letters stand before the ending.
    var stem: Int
    /// The gender, number and case that the word shows.
    var agreement: Agreement
    /// Whether the rows are those of an adjective.
    var isAdjective: Bool
    /// Whether the accent may have moved to where it is.
    var hasMovedAccent: Bool
    /// The numbers whose forms count.
    var numbers: Agreement = .any
    /// Whether the words before are of another gender or number.
    var agreesInCaseOnly = false

    var isNominative: Bool { cell & 3 == 0 }
    var isOblique: Bool { cell & 3 == 1 || cell & 3 == 2 }
    var isPlural: Bool { cell > 3 }
  }
}

extension GreekParadigms {
  private static let shortestStem = 1

  /// All that a word may be in any case but the vocative.
  ///
  /// A word that stands alone is no title that the next one makes: αναπληρώτρια υπουργός.
  func readings(of word: FoldedWord, isAlone: Bool) -> [GreekInflection.Reading] {
    let end = GreekEnd(word.letters)
    let penult = word.accents == 0 ? nil : GreekSyllables.nuclei(of: word).penult
    var found: [GreekInflection.Reading] = []
    found.reserveCapacity(16)
    // The longest ending of a kind, gender and cell counts, and is met first: -ση before -η.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 128) { longest in
      longest.initialize(repeating: 0)
      for candidate in candidates(for: word) where end.ends(with: candidate.end) {
        let length = candidate.end.count
        let stem = word.letters.count - length
        guard stem >= (length > 3 ? 0 : Self.shortestStem),
          !GreekSyllables.isTorn(word, at: stem),
          fits(candidate.accent, word, stem, penult: penult),
          meets(candidate.condition, word, stem),
          !isAlone || candidate.condition != .beforeNoun
        else { continue }
        let cell = candidate.cell
        let slot = cell * 16 + Int(candidate.genders) * 2 + (candidate.isAdjective ? 1 : 0)
        longest[slot] = max(longest[slot], length)
        guard candidate.isAdjective || length == longest[slot] else { continue }
        found.append(
          GreekInflection.Reading(
            row: candidate.row, cell: cell, stem: stem,
            agreement: Agreement(cell: cell, genders: candidate.genders),
            isAdjective: candidate.isAdjective, hasMovedAccent: cell != 0))
      }
    }
    return found
  }

  /// The endings that a word may have, the longest first.
  private func candidates(for word: FoldedWord) -> [Candidate] {
    endings[Self.key(word.letters.suffix(2))] ?? endings[Self.key(word.letters.suffix(1))] ?? []
  }

  /// Whether the word's accent is where the ending would have it.
  private func fits(
    _ place: Ending.Accent, _ word: FoldedWord, _ stem: Int, penult: Int?
  ) -> Bool {
    guard word.accents != 0 else { return true }
    let accent = word.accents.trailingZeroBitCount
    switch place {
    case .letter(let place): return accent == stem + place
    case .kept:
      // An accent inside of a long ending is that of a word which is the ending: φως.
      return accent < stem
    case .penult: return accent == penult
    }
  }

  private func meets(_ condition: Condition, _ word: FoldedWord, _ stem: Int) -> Bool {
    guard condition == .afterVowel || condition == .afterConsonant, stem > 0 else { return true }
    let letter = word.letters[stem - 1]
    // The υ of ευ and ου before an ending is a consonant's sound only in ευ and αυ: -ευος is rare.
    return GreekSyllables.isVowel(letter) == (condition == .afterVowel)
  }

  /// The readings of a word that stands alone: the singular, a noun or an adjective by its end.
  func likely(
    _ readings: [GreekInflection.Reading], of word: FoldedWord
  ) -> [GreekInflection.Reading] {
    let singular = readings.filter { !$0.isPlural }
    let plural = readings.filter(\.isPlural)
    // -ματα says more than -α.
    let isPlural =
      singular.isEmpty
      || plural.contains { ending($0, word) > 2 }
        && !singular.contains { ending($0, word) > 2 }
    let chosen = isPlural ? plural : singular
    let isAdjective = isLikeAdjective(word)
    let fitting = chosen.filter { !$0.isAdjective || isAdjective }
    return fitting.isEmpty ? chosen : fitting
  }

  private func ending(_ reading: GreekInflection.Reading, _ word: FoldedWord) -> Int {
    word.letters.count - reading.stem
  }

  /// Whether a word ends as adjectives do, or is in their list.
  func isLikeAdjective(_ word: FoldedWord) -> Bool {
    if nouns.contains(word.letters) { return false }
    let end = GreekEnd(word.letters)
    return adjectives.contains(word.letters)
      || adjectiveEndings.contains {
        end.ends(with: $0.end) && hasAccents($0.accents, of: $0.end.count, word)
      } || hasEarlyAccent(word)
  }

  /// Whether the accent is on the third syllable from the end, as in most compound adjectives.
  ///
  /// A noun taken for one gets forms that are no words: όροφος, όροφη.
  private func hasEarlyAccent(_ word: FoldedWord) -> Bool {
    guard word.accents != 0 else { return false }
    let nuclei = GreekSyllables.nuclei(of: word)
    return nuclei.found > 2 && word.accents.trailingZeroBitCount <= nuclei.third
  }

  /// Whether a word has an ending.
  private func ends(_ word: FoldedWord, _ ending: FoldedWord) -> Bool {
    GreekEnd(word.letters).ends(with: GreekEnd(ending.letters))
      && hasAccents(ending.accents, of: ending.letters.count, word)
  }

  /// Whether a word's last letters have the accents of an ending: one with an accent has to have it, one
  /// without must have none.
  private func hasAccents(_ accents: UInt64, of count: Int, _ word: FoldedWord) -> Bool {
    word.accents == 0 || word.accents >> UInt64(min(word.letters.count - count, 63)) == accents
  }

  /// The comparative and superlative of an adjective, as how many letters it keeps and what follows.
  func comparatives(of word: FoldedWord) -> [FoldedWord] {
    guard isLikeAdjective(word),
      let row = comparatives.filter({ $0.first.map { ends(word, $0) } == true })
        .max(by: { $0[0].letters.count < $1[0].letters.count })
    else { return [] }
    let stem = word.letters.count - row[0].letters.count
    return row.dropFirst().map { ending in
      var form = FoldedWord()
      form.letters = word.letters.prefix(stem) + ending.letters
      form.accents = ending.accents << UInt64(min(stem, 63))
      return form
    }
  }
}
