import ArticleModel
import Linguistics

/// The terms of one language: the tree over their words, and what ends at each of its nodes.
struct TermTree: Sendable {
  /// A term that ends at a node.
  struct Form {
    var concept: Int
    var term: String
    var status: TermStatus
    /// For a term with a gap: the node of the part behind it, and whether this is that part.
    var tail: Int?
    var isTail: Bool
    /// Whether it names a body that other countries have others of.
    var isOwnBody: Bool

    /// Whether it is a part of a term with a gap.
    var isPart: Bool { tail != nil || isTail }
    /// Whether it is a term that may be used, as a whole.
    var isAccepted: Bool { status != .forbidden && !isPart }
  }

  /// What the forms of a node are together.
  struct Kind {
    /// Whether all of them name bodies that other countries have others of.
    let isOwnBody: Bool
    /// Whether all of them are parts of terms with a gap, and whether some are.
    let isPart: Bool
    let hasPart: Bool

    init(_ forms: [Form]) {
      isOwnBody = forms.allSatisfy { $0.isOwnBody }
      isPart = forms.allSatisfy { $0.isPart }
      hasPart = forms.contains { $0.isPart }
    }
  }

  /// A term in one piece, cut into words.
  struct Term {
    var concept: Int
    var term: String
    var status: TermStatus
    var isOwnBody: Bool
    var words: [TermWord]
  }

  let scanner: TermScanner
  private(set) var automaton: TermAutomaton
  /// The forms that end at each node of the tree.
  private(set) var forms: [[Form]] = []
  private(set) var hasGaps = false
  /// What the forms at each node are.
  private(set) var kinds: [Kind] = []
  /// What is no term, though it begins or ends with one.
  private(set) var otherNames = OtherNameTree()
  private let countries: CountryNames?

  /// Puts all terms of a language in a tree, then what they may be called for the concepts inside of
  /// them; `isWhole` tells whether such a place in a text has the edges of words.
  init(
    glossary: Glossary, scanner: TermScanner, countries: CountryNames? = nil,
    aspect: TermAspect? = nil, shortForms: ShortFormTree? = nil, findsOtherNames: Bool = false,
    isWhole: @escaping (String, Range<Int>) -> Bool
  ) {
    let locale = scanner.locale
    self.scanner = scanner
    self.countries = countries
    automaton = TermAutomaton(
      addsOptional: scanner.inflection?.addsOptionalWords ?? true, aspect: aspect)
    var terms: [Term] = []
    for (index, concept) in glossary.concepts.enumerated() {
      for tag in concept.terms.keys.sorted(by: { Self.isBefore($0, $1, for: locale) })
      where Self.serves(tag, locale) {
        guard let all = concept.terms[tag]?.all else { continue }
        for (term, status) in all {
          insert(term, status, of: concept, at: index).map { terms.append($0) }
        }
      }
    }
    for term in terms { insertJoined(term) }
    for term in terms { insertOtherNumber(of: term, glossary.concepts[term.concept]) }
    if locale.language == "zh" { for term in terms { insertFigures(of: term, glossary.concepts) } }
    for term in terms { insertPossessives(of: term, glossary.concepts[term.concept]) }
    if findsOtherNames { otherNames = OtherNameTree(in: &self) }
    var nested = NestedTerms(terms: terms, shortForms: shortForms, isWhole: isWhole)
    for term in terms {
      for words in nested.wordings(of: term, in: self) { insert(words, for: term) }
    }
    kinds = forms.map(Kind.init)
  }

  private static func serves(_ tag: LocaleTag, _ locale: LocaleTag) -> Bool {
    tag == locale || (locale.language == "zh" && tag.language == "zh")
  }

  /// The language's own terms first.
  private static func isBefore(_ one: LocaleTag, _ other: LocaleTag, for locale: LocaleTag) -> Bool
  {
    (one == locale ? 0 : 1, one) < (other == locale ? 0 : 1, other)
  }

  /// Adds a term; returns it cut into words, unless it has a gap.
  private mutating func insert(
    _ term: String, _ status: TermStatus, of concept: Concept, at index: Int
  ) -> Term? {
    let parts = TermGap.parts(of: term)
    let isOwnBody = isOwnBody(term, concept)
    var tail: Int?
    var last: [TermWord] = []
    for (place, part) in parts.enumerated().reversed() {
      last = words(of: part, concept)
      guard let node = automaton.insert(last, scanner: scanner) else { return nil }
      hasGaps = hasGaps || tail != nil
      add(
        Form(
          concept: index, term: term, status: status, tail: tail, isTail: place > 0,
          isOwnBody: isOwnBody), at: node)
      tail = node
    }
    return parts.count == 1
      ? Term(
        concept: index, term: term, status: status, isOwnBody: isOwnBody, words: last) : nil
  }

  /// Adds other words for a term.
  private mutating func insert(_ words: [TermWord], for term: Term) {
    guard let node = automaton.insert(words, scanner: scanner) else { return }
    if node < forms.count, forms[node].contains(where: { $0.concept == term.concept }) { return }
    add(
      Form(
        concept: term.concept, term: term.term, status: term.status, tail: nil, isTail: false,
        isOwnBody: term.isOwnBody), at: node)
  }

  private mutating func add(_ form: Form, at node: Int) {
    makeRoom(for: node)
    forms[node].append(form)
  }

  private mutating func makeRoom(for node: Int) {
    if node >= forms.count {
      forms += [[Form]](repeating: [], count: node + 1 - forms.count)
    }
  }

  /// Adds words that are no term; returns the node at which they end.
  mutating func insert(_ words: [TermWord]) -> Int? {
    guard let node = automaton.insert(words, scanner: scanner) else { return nil }
    makeRoom(for: node)
    return node
  }

  /// Adds a term as it is written without its hyphens: noninterference.
  private mutating func insertJoined(_ term: Term) {
    for place in term.words.indices.dropFirst()
    where term.words[place].token.joinedKey != 0 && !term.words[place].forms.isEmpty {
      guard term.words[place].word.capitals == 0 else { continue }
      var words = term.words
      words[place - 1] = words[place - 1].joined(with: words[place])
      words.remove(at: place)
      insert(words, for: term)
    }
  }

  /// Adds the other number of a name of several words, for where it has the name's capitals: World
  /// Expos, but not European unions of farmers.
  private mutating func insertOtherNumber(of term: Term, _ concept: Concept) {
    guard term.words.count > 1, isOneThing(term.words.lazy.map(\.word), term.term, concept) else {
      return
    }
    let words = words(of: term.term, concept, number: .other)
    // An abbreviation says which is meant: τα εθνικά συνέδρια του ΚΚΚ.
    let isPlain = term.words.contains { $0.word.capitals > 1 }
    if !words.isEmpty { insert(isPlain ? words : words.map(\.capitalized), for: term) }
  }

  /// Adds a Chinese term with its number in figures: 第19次全国代表大会, 20国集团.
  private mutating func insertFigures(of term: Term, _ concepts: [Concept]) {
    guard let text = ChineseFigures.inFigures(term.term) else { return }
    insert(words(of: text, concepts[term.concept]), for: term)
  }

  /// Adds a term with its owner in front: Greece's Prime Minister, the CPC Central Committee's International
  /// Department, China's Embassy in Greece.
  ///
  /// But for offices it has to have its capitals: China's banks are no Bank of China.
  private mutating func insertPossessives(of term: Term, _ concept: Concept) {
    guard let possession = scanner.inflection?.possession else { return }
    func insert(_ owner: [TermWord], _ owned: ArraySlice<TermWord>) {
      let isOffice =
        concept.isOffice || owned.contains { possession.titles.contains($0.word.letters) }
      self.insert(
        owner.map(\.capitalized) + (isOffice ? Array(owned) : owned.map(\.capitalized)), for: term)
    }
    if term.words.count > 1, let country = possession.countries[term.words[0].word.letters],
      concept.isOffice || term.words[1].word.startsWithCapital
    {
      insert(words(of: country, concept), term.words.dropFirst())
    }
    let join = FoldedWord(possession.join).letters
    for place in term.words.indices.dropFirst() where term.words[place].word.letters == join {
      let owner = term.words[(place + 1)...].drop { $0.forms.isEmpty }
      if place == 1, possession.fieldBodies.contains(term.words[0].word.letters) {
        self.insert(owner + [term.words[0]], for: term)
        continue
      }
      guard isOwner(owner, join, possession) else { continue }
      insert(Array(owner), term.words[..<place])
    }
  }

  /// Whether words behind *of* may stand in front with an 's: a country, an abbreviation, a name of several.
  private func isOwner(
    _ words: ArraySlice<TermWord>, _ join: [UInt32], _ possession: Possession
  ) -> Bool {
    guard let first = words.first?.word, words.count == 1 else {
      return words.count > 1
        && words.allSatisfy {
          $0.word.startsWithCapital || $0.forms.isEmpty || $0.word.letters == join
        }
    }
    return first.capitals > 1 || possession.owners.contains(first.letters)
  }

  /// Whether a term names a body that other countries have others of.
  private func isOwnBody(_ term: String, _ concept: Concept) -> Bool {
    countries.map { ForeignBodies.isOwn(concept, term, $0) } ?? false
  }

  /// Whether a term is the name of one thing: all its words but short ones have capitals.
  private func isOneThing(
    _ words: some Sequence<FoldedWord>, _ term: String, _ concept: Concept
  ) -> Bool {
    guard
      concept.isName || concept.domain == "event"
        || !concept.isOffice && isOwnBody(term, concept)
    else { return false }
    return words.allSatisfy {
      $0.capitals > 0 || $0.letters.count < 5 || (0x30...0x39).contains($0.letters[0])
    }
  }

  /// The words of a term as they may stand in a text.
  func words(of part: String, _ concept: Concept) -> [TermWord] {
    words(of: part, concept, number: .both)
  }

  private func words(
    of part: String, _ concept: Concept, number: TermMeaning.Number
  ) -> [TermWord] {
    let words = scanner.words(in: part)
    let allowsAspect =
      scanner.language == .zh && (concept.domain == nil || concept.domain == "phrase")
    let isOneThing = number == .both && isOneThing(words.lazy.map(\.word), part, concept)
    let meaning = TermMeaning(number: isOneThing ? .own : number, isPerson: concept.isOffice)
    return zip(words, forms(of: words, as: meaning)).map { content, forms in
      TermWord(
        word: content.word, token: content.token, forms: forms,
        capitals: Self.capitals(content.word, isAlone: words.count == 1, concept),
        allowsAspect: allowsAspect)
    }
  }

  private func forms(
    of words: [(word: FoldedWord, token: TermToken)], as meaning: TermMeaning
  ) -> [[InflectedForm]] {
    guard let inflection = scanner.inflection else {
      return words.map { [InflectedForm(kept: $0.word.letters.count)] }
    }
    return zip(words, inflection.forms(ofTerm: words.map(\.word), as: meaning)).map {
      content, forms in
      // Who leaves out the apostrophe of People's writes Peoples.
      content.token.isPossessive
        ? forms + [InflectedForm(kept: content.word.letters.count, ending: [0x73])] : forms
    }
  }

  /// How many capitals tell an abbreviation from a word: WHO, MoU.
  ///
  /// A name of one word has one: China, and china is something else.
  private static func capitals(_ word: FoldedWord, isAlone: Bool, _ concept: Concept) -> Int {
    if isAlone, word.startsWithCapital, word.capitals == 1 { return concept.isOfNames ? 1 : 0 }
    guard word.capitals > 1, word.capitals * 2 > word.letters.count else { return 0 }
    guard concept.isCaseSensitive || isAlone || word.letters.count < 5 else { return 0 }
    // PBOC is written PBoC, and ASEAN Asean, but fewer letters may be a word.
    switch word.letters.count {
    case ...3: return word.capitals
    case 4: return word.capitals - 1
    default: return 1
    }
  }
}
