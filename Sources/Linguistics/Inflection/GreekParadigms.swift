import LocaleData

/// The tables of `Locales/el/paradigms.txt`.
struct GreekParadigms: Sendable {
  /// An ending of a cell.
  struct Ending: Sendable {
    enum Accent: Sendable, Equatable {
      /// Where the first cell has it.
      case kept
      /// On the last syllable but one.
      case penult
      /// On a letter of the ending.
      case letter(Int)
    }

    let letters: [UInt32]
    let end: GreekEnd
    let accent: Accent

    init(letters: [UInt32], accent: Accent) {
      self.letters = letters
      self.accent = accent
      end = GreekEnd(letters)
    }
  }

  /// An ending that a word may have, with the cell that it is in.
  struct Candidate: Sendable {
    var row: Int
    var cell: Int
    var genders: UInt32
    var isAdjective: Bool
    var condition: Condition
    var end: GreekEnd
    var accent: Ending.Accent
  }

  /// The eight cells of one gender.
  struct Row: Sendable {
    var genders: UInt32
    var cells: [[Ending]]
    /// The rows of the same adjective, this one included; for a noun only this one.
    var family: Range<Int>
    var condition: Condition
  }

  enum Condition: Sendable { case none, afterVowel, afterConsonant, beforeNoun }

  private(set) var rows: [Row] = []
  /// What may match a word in any case but the vocative, by the last two letters of the word or its last
  /// one, the longest endings first.
  private(set) var endings: [UInt64: [Candidate]] = [:]
  private(set) var adjectiveEndings: [(end: GreekEnd, accents: UInt64)] = []
  private(set) var adjectives: Set<[UInt32]> = []
  private(set) var nouns: Set<[UInt32]> = []
  /// Endings of adjectives with those of their comparative and superlative.
  private(set) var comparatives: [[FoldedWord]] = []
  private(set) var articles: Set<[UInt32]> = []
  /// Pronouns that stand between an adjective and its noun.
  private(set) var pronouns: Set<[UInt32]> = []
  private(set) var prepositions: Set<[UInt32]> = []
  private(set) var conjunctions: Set<[UInt32]> = []
  /// Adjectives that may stand before the name of a body inside of a term.
  private(set) var nationalities: [FoldedWord] = []
  private(set) var indeclinables: Set<[UInt32]> = []
  /// Short forms with how the words for which they stand begin.
  private(set) var abbreviations: [(short: [UInt32], beginning: [UInt32])] = []
  /// Words for ordinals that are written in figures.
  private(set) var ordinals: [[UInt32]: FoldedWord] = [:]

  static let path = "el/paradigms.txt"

  init(text: String) throws(LinguisticsError) {
    var adjective: (condition: Condition, start: Int)?
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      guard let key = words.first else { continue }
      func problem(_ text: String) -> LinguisticsError {
        .data(path: Self.path, line: number + 1, problem: text)
      }
      switch key {
      case "noun":
        guard words.count > 2, let genders = Self.genders[words[1]] else {
          throw problem("a noun has a gender, m, f, n or c")
        }
        guard let cells = Self.cells(line) else { throw problem("a row has eight cells") }
        rows.append(
          Row(
            genders: genders, cells: cells, family: rows.count..<(rows.count + 1), condition: .none)
        )
      case "adjective":
        adjective = (Self.conditions[words.last ?? ""] ?? .none, rows.count)
      case "m", "f", "n":
        guard let adjective, let genders = Self.genders[key] else {
          throw problem("a gender stands below the line adjective")
        }
        guard let cells = Self.cells(line) else { throw problem("a row has eight cells") }
        rows.append(
          Row(
            genders: genders, cells: cells, family: adjective.start..<(adjective.start + 3),
            condition: adjective.condition))
      default:
        guard addWords(words.dropFirst().map { FoldedWord($0) }, to: key) else {
          throw problem("unknown kind of line \(key)")
        }
      }
    }
    try setEndings()
  }

  private mutating func setEndings() throws(LinguisticsError) {
    for (row, content) in rows.enumerated() {
      guard content.family.upperBound <= rows.count else {
        throw .data(path: Self.path, line: 1, problem: "an adjective has three rows: m, f, n")
      }
      for (cell, alternatives) in content.cells.enumerated() {
        for ending in alternatives {
          guard !ending.letters.isEmpty, cell & 3 != 3 else { continue }
          endings[Self.key(ending.letters.suffix(2)), default: []].append(
            Candidate(
              row: row, cell: cell, genders: content.genders,
              isAdjective: content.family.count > 1, condition: content.condition,
              end: ending.end, accent: ending.accent))
        }
      }
    }
    for (key, long) in endings {
      // A word whose last two letters are an ending may have one of a single letter as well.
      let short = key >> 32 == 0 ? [] : endings[key & 0xFFFF_FFFF] ?? []
      endings[key] = (long + short).sorted { $0.end.count > $1.end.count }
    }
  }

  private mutating func addWords(_ words: [FoldedWord], to key: String) -> Bool {
    let letters = words.map(\.letters)
    switch key {
    case "ordinal":
      guard words.count == 2 else { return false }
      ordinals[letters[0]] = words[1]
    case "abbreviation":
      guard words.count == 2 else { return false }
      abbreviations.append((letters[0], letters[1]))
    case "adjective-endings":
      adjectiveEndings += words.map { (GreekEnd($0.letters), $0.accents) }
    case "adjectives": adjectives.formUnion(letters)
    case "nouns": nouns.formUnion(letters)
    case "comparative": comparatives.append(words)
    case "articles": articles.formUnion(letters)
    case "pronouns": pronouns.formUnion(letters)
    case "prepositions": prepositions.formUnion(letters)
    case "nationalities": nationalities += words
    case "indeclinable": indeclinables.formUnion(letters)
    case "conjunctions": conjunctions.formUnion(letters)
    default: return false
    }
    return true
  }

  /// The short forms of a word.
  func abbreviations(of word: FoldedWord) -> [[UInt32]] {
    abbreviations.lazy.filter { word.letters.starts(with: $0.beginning) }.map(\.short)
  }

  /// The key of one or two letters.
  static func key(_ letters: ArraySlice<UInt32>) -> UInt64 {
    letters.reduce(0) { $0 << 32 | UInt64($1) }
  }

  private static let genders: [String: UInt32] = ["m": 1, "f": 2, "n": 4, "c": 3]
  private static let conditions: [String: Condition] = [
    "after-vowel": .afterVowel, "after-consonant": .afterConsonant, "before-noun": .beforeNoun,
  ]

  private static func cells(_ line: Substring) -> [[Ending]]? {
    let cells = line.prefix { $0 != "#" }.split(separator: "|").dropFirst().map { cell in
      cell.split(separator: " ").filter { $0 != "-" }.map { text in
        let isPenult = text.first == "^"
        let word = FoldedWord(isPenult ? text.dropFirst() : text)
        let accent: Ending.Accent =
          isPenult
          ? .penult : word.accents == 0 ? .kept : .letter(word.accents.trailingZeroBitCount)
        return Ending(letters: word.letters, accent: accent)
      }
    }
    return cells.count == 8 ? cells : nil
  }
}
