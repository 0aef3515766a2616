/// The forms of one word, gathered from its readings.
struct GreekForms {
  let word: FoldedWord
  let rows: [GreekParadigms.Row]
  /// Whether it is said of persons, who are not neuter.
  let isPerson: Bool
  /// Whether a word that depends on another has only the number that it is written in.
  let keepsNumber: Bool
  /// Whether it has only its plural there when that is what it is written in.
  let keepsPlural: Bool
  /// Whether the word as it is written is one of the forms.
  let isWritten: Bool
  private(set) var forms: [InflectedForm] = []
  /// What each form keeps of the word at most, and what follows.
  private var ends: [(kept: Int, rest: GreekEnd)] = []

  init(
    word: FoldedWord, rows: [GreekParadigms.Row], isPerson: Bool, keepsNumber: Bool,
    keepsPlural: Bool, isWritten: Bool
  ) {
    self.word = word
    self.rows = rows
    self.isPerson = isPerson
    self.keepsNumber = keepsNumber
    self.keepsPlural = keepsPlural
    self.isWritten = isWritten
    forms.reserveCapacity(16)
    ends.reserveCapacity(16)
  }

  private static let neuter: UInt32 = 4

  /// The word as it is.
  mutating func addUnchanged() {
    addWord(agreement: .any)
  }

  /// All cases and numbers; a masculine adjective in all genders, another in its own.
  mutating func add(agreeing readings: [GreekInflection.Reading]) {
    for reading in readings {
      let row = rows[reading.row]
      for member in row.family {
        let other = rows[member]
        guard row.genders == 1 || row.genders == other.genders else { continue }
        if isPerson, other.genders == Self.neuter, row.genders != Self.neuter { continue }
        for cell in 0..<8 {
          let agreement = Agreement(cell: cell, genders: other.genders)
          guard !agreement.isDisjoint(with: reading.numbers) else { continue }
          add(cell, of: other, reading, reading.agreesInCaseOnly ? agreement.cases : agreement)
        }
      }
    }
    guard isWritten else { return }
    // As the term is written, whatever the paradigms make of it.
    let shown = readings.reduce(into: Agreement()) {
      $0.formUnion($1.agreesInCaseOnly ? $1.agreement.cases : $1.agreement)
    }
    addWord(agreement: readings.isEmpty ? .any : shown)
  }

  /// The case of the word, in both numbers or its own.
  mutating func add(dependent readings: [GreekInflection.Reading]) {
    addUnchanged()
    for reading in readings {
      let row = rows[reading.row]
      let keeps = keepsNumber || keepsPlural && reading.isPlural
      let cells = keeps ? [reading.cell] : [reading.cell & 3, reading.cell & 3 | 4]
      for cell in cells { add(cell, of: row, reading, .any) }
    }
  }

  private mutating func add(
    _ cell: Int, of row: GreekParadigms.Row, _ reading: GreekInflection.Reading,
    _ agreement: Agreement
  ) {
    for ending in row.cells[cell] {
      let stem = reading.stem
      var shared = 0
      while shared < ending.letters.count, stem + shared < word.letters.count,
        ending.letters[shared] == word.letters[stem + shared]
      {
        shared += 1
      }
      add(
        InflectedForm(
          kept: stem, ending: ending.letters, agreement: agreement,
          accents: accents(of: ending, reading)),
        kept: stem + shared, rest: ending.end.suffix(ending.letters.count - shared))
    }
  }

  private mutating func addWord(agreement: Agreement) {
    let count = word.letters.count
    add(
      InflectedForm(kept: count, agreement: agreement, accents: word.accents), kept: count,
      rest: GreekEnd([]))
  }

  /// Adds a form, or what it agrees with to one of the same letters: most endings stand in many cells.
  private mutating func add(_ form: InflectedForm, kept: Int, rest: GreekEnd) {
    guard let known = ends.firstIndex(where: { $0.kept == kept && $0.rest == rest }) else {
      ends.append((kept, rest))
      forms.append(form)
      return
    }
    forms[known].agreement.formUnion(form.agreement)
    let isFree = forms[known].accents == 0 || form.accents == 0
    forms[known].accents = isFree ? 0 : forms[known].accents | form.accents
  }

  /// Where the form may have its accent.
  private func accents(
    of ending: GreekParadigms.Ending, _ reading: GreekInflection.Reading
  ) -> UInt64 {
    guard word.accents != 0 else { return 0 }
    let stem = reading.stem
    if case .letter(let place) = ending.accent { return Self.bit(stem + place) }
    let nuclei = GreekSyllables.nuclei(
      count: stem + ending.letters.count, breaks: word.breaks, wanted: 3,
      letters: { $0 < stem ? word.letters[$0] : ending.letters[$0 - stem] })
    if ending.accent == .penult { return Self.bit(nuclei.found > 1 ? nuclei.penult : nuclei.last) }
    var accent = word.accents.trailingZeroBitCount
    var bits: UInt64 = 0
    if accent >= stem { accent = nuclei.found > 1 ? nuclei.penult : nuclei.last }
    bits |= Self.bit(nuclei.found > 2 ? max(accent, nuclei.third) : accent)
    // ξένοιαστος: what is written as two syllables may be spoken as one.
    if accent < nuclei.third, isBeyondThirdSyllable(accent) { bits |= Self.bit(accent) }
    if reading.hasMovedAccent {
      // κυβερνήσεις is of κυβέρνηση: where the accent was before it moved.
      let before = GreekSyllables.nuclei(
        count: accent, breaks: word.diaereses, wanted: 1, letters: { word.letters[$0] })
      if before.found > 0, before.last >= nuclei.third { bits |= Self.bit(before.last) }
    }
    return bits
  }

  private func isBeyondThirdSyllable(_ accent: Int) -> Bool {
    let own = GreekSyllables.nuclei(of: word)
    return own.found > 2 && accent < own.third
  }

  private static func bit(_ place: Int) -> UInt64 {
    (0..<64).contains(place) ? 1 << UInt64(place) : 0
  }
}
