import LocaleData

/// Makes the forms of English terms: the number of the head word, British and American spelling.
package struct EnglishInflection: Inflection {
  private var plurals: [[UInt32]: [[UInt32]]] = [:]
  private var singulars: [[UInt32]: [[UInt32]]] = [:]
  private var spellings: [[UInt32]: [[UInt32]]] = [:]
  private var endings: [(from: [UInt32], to: [UInt32])] = []
  private var headEnds: Set<[UInt32]> = []
  private var postpositives: Set<[UInt32]> = []
  /// Verbs that phrases begin with, each with its own past forms where it has such.
  private var verbs: [[UInt32]: [[UInt32]]] = [:]
  package private(set) var optionalWords: Set<[UInt32]> = []
  package let wordsBetween: Set<[UInt32]> = []
  package private(set) var nationalities: Set<[UInt32]> = []
  package let abbreviations: Set<[UInt32]> = []
  private var compoundStarts: Set<[UInt32]> = []
  private var compoundEnds: Set<[UInt32]> = []
  package var compoundParts: (starts: Set<[UInt32]>, ends: Set<[UInt32]>)? {
    (compoundStarts, compoundEnds)
  }
  package let addsOptionalWords = false
  private var owning = Possession()
  package var possession: Possession? { owning }
  /// Heads, and whole terms, that are not counted.
  private var uncounted: Set<[[UInt32]]> = []

  private static let path = "en/inflection.txt"
  /// The word that `&` is read as.
  private static let and = letters("and")

  /// Reads the lists.
  ///
  /// - Throws: ``LinguisticsError`` with the line that is not understood.
  package init() throws(LinguisticsError) {
    let text = LocaleData().text(Self.path) ?? ""
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      guard let key = words.first else { continue }
      if key == "possession", words.count == 2 {
        owning.join = words[1]
        continue
      }
      if key == "country", words.count == 3 {
        owning.countries[FoldedWord(words[1]).letters] = words[2]
        continue
      }
      guard add(words.dropFirst().map { FoldedWord($0).letters }, to: key) else {
        throw .data(path: Self.path, line: number + 1, problem: "unknown kind of line \(key)")
      }
    }
  }

  private mutating func add(_ words: [[UInt32]], to key: String) -> Bool {
    switch (key, words.count) {
    case ("plural", 2):
      plurals[words[0], default: []].append(words[1])
      singulars[words[1], default: []].append(words[0])
    case ("spelling", 2):
      spellings[words[0], default: []].append(words[1])
      spellings[words[1], default: []].append(words[0])
    case ("ending", 2):
      endings.append((words[0], words[1]))
      endings.append((words[1], words[0]))
    case ("head-ends", _): headEnds.formUnion(words)
    case ("postpositive", _): postpositives.formUnion(words)
    case ("ordinals", 2...): return addOrdinals(words.dropFirst(), from: words[0])
    case ("uncounted", _): uncounted.formUnion(words.map { [$0] })
    case ("uncounted-term", 2...): uncounted.insert(words)
    case ("optional", _): optionalWords.formUnion(words)
    case ("nationality", _): nationalities.formUnion(words)
    case ("fields", _): owning.fieldBodies.formUnion(words)
    case ("titles", _): owning.titles.formUnion(words)
    case ("possessors", _): owning.owners.formUnion(words)
    case ("compound-starts", _): compoundStarts.formUnion(words)
    case ("compound-ends", _): compoundEnds.formUnion(words)
    case ("verbs", _): for verb in words { verbs[verb] = [] }
    case ("verb", 2...): verbs[words[0]] = Array(words.dropFirst())
    default: return false
    }
    return true
  }

  /// Takes the words for 1st, 2nd, 3rd as other spellings of those.
  private mutating func addOrdinals(_ words: ArraySlice<[UInt32]>, from first: [UInt32]) -> Bool {
    let digits = String(String.UnicodeScalarView(first.compactMap(Unicode.Scalar.init)))
    guard let first = Int(digits) else { return false }
    for (number, word) in zip(first..., words) {
      let figures = ordinal(number)
      spellings[figures, default: []].append(word)
      spellings[word, default: []].append(figures)
    }
    return true
  }

  package func ordinal(_ number: Int) -> [UInt32] {
    let isTeen = (11...13).contains(number % 100)
    let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return Self.letters("\(number)\(ending)")
  }

  package func forms(ofTerm words: [FoldedWord], as meaning: TermMeaning) -> [[InflectedForm]] {
    let headEnd = words.indices.first { $0 > 0 && headEnds.contains(words[$0].letters) }
    let head = (headEnd ?? words.count) - 1
    let isCounted =
      !uncounted.contains(words.map(\.letters))
      && !(words.indices.contains(head) && uncounted.contains([words[head].letters]))
    if meaning.number == .other, !isCounted { return [] }
    return words.indices.map { place in
      let word = words[place]
      if words.count > 1, optionalWords.contains(word.letters) { return [] }
      var letters: [[UInt32]] = [word.letters]
      let changes =
        place == head || place == head - 1 && postpositives.contains(words[head].letters)
      if changes, isCounted, meaning.number != .own {
        let others = numbers(of: word)
        letters = meaning.number == .other ? others : letters + others
      }
      // exchanged views, where exchange of views is a noun.
      if place == 0, words.count > 1, head > 0, let past = verbs[word.letters] {
        letters += Self.forms(ofVerb: word.letters, past: past)
      }
      letters += letters.flatMap(spellings(of:))
      if letters.first == Self.and { letters.append([0x26]) }
      return letters.map { Self.form(of: word, $0) }
    }
  }

  private static func form(of word: FoldedWord, _ letters: [UInt32]) -> InflectedForm {
    let kept = zip(word.letters, letters).prefix { $0 == $1 }.count
    return InflectedForm(kept: kept, ending: Array(letters[kept...]))
  }

  private static func letters(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// The other number, or both: countries of country, country of countries.
  private func numbers(of word: FoldedWord) -> [[UInt32]] {
    let letters = word.letters
    guard letters.count > 1, (0x61...0x7A).contains(letters[letters.count - 1]) else { return [] }
    if let known = plurals[letters] { return known }
    // A name in the plural has no singular: Olympics. One word more is no harm: Chinas.
    if !word.startsWithCapital, word.capitals == 0 {
      if let known = singulars[letters] { return known }
      if let singular = Self.singular(of: letters) { return singular }
    }
    return [Self.plural(of: letters)]
  }

  /// The third person, the past and the form in -ing of a verb.
  private static func forms(ofVerb letters: [UInt32], past: [[UInt32]]) -> [[UInt32]] {
    let isMute = letters.last == 0x65
    let stem = isMute ? Array(letters.dropLast()) : letters
    let isConsonantY = plural(of: letters).suffix(3).elementsEqual(Self.letters("ies"))
    let regular =
      isConsonantY ? letters.dropLast() + Self.letters("ied") : stem + Self.letters("ed")
    return [plural(of: letters), stem + Self.letters("ing")] + (past.isEmpty ? [regular] : past)
  }

  private static func ends(_ letters: [UInt32], _ ending: String) -> Bool {
    letters.reversed().starts(with: ending.unicodeScalars.reversed().map(\.value))
  }

  private static func singular(of letters: [UInt32]) -> [[UInt32]]? {
    guard letters.count > 3, ends(letters, "s"), !ends(letters, "ss"), !ends(letters, "us"),
      !ends(letters, "is")
    else { return nil }
    if ends(letters, "ies") { return [letters.dropLast(3) + Self.letters("y")] }
    let short = Array(letters.dropLast())
    if ["ses", "xes", "zes", "ches", "shes"].contains(where: { ends(letters, $0) }) {
      return [short, Array(letters.dropLast(2))]
    }
    return [short]
  }

  private static func plural(of letters: [UInt32]) -> [UInt32] {
    if ["s", "x", "z", "ch", "sh"].contains(where: { ends(letters, $0) }) {
      return letters + Self.letters("es")
    }
    let vowels = Self.letters("aeiou")
    if ends(letters, "y"), let before = letters.dropLast().last, !vowels.contains(before) {
      return letters.dropLast() + Self.letters("ies")
    }
    return letters + Self.letters("s")
  }

  private func spellings(of letters: [UInt32]) -> [[UInt32]] {
    var found = spellings[letters] ?? []
    // The plural of a word that is spelt in two ways is, too.
    if letters.last == 0x73, let other = spellings[letters.dropLast()] {
      found += other.map { $0 + [0x73] }
    }
    for (from, to) in endings where letters.count > from.count + 3 {
      if letters.suffix(from.count).elementsEqual(from) {
        found.append(letters.dropLast(from.count) + to)
      }
    }
    return found
  }
}
