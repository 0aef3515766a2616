import Linguistics

/// The terms of a language as a tree over words, each word in all its forms.
///
/// A text is cut into words and each of them looked up once; a term is then a path of numbers. So the
/// work for a text grows with its words, not with the number of terms or of their forms.
struct TermAutomaton: Sendable {
  /// A form of a word that terms have.
  private struct Entry {
    /// The word, as the tree numbers it.
    var word: Int32
    /// The bits of its ``Agreement``.
    var agreement: UInt32
    var accents: UInt64
    /// The next entry of the same form, -1 at the end.
    var next: Int32
  }

  /// What a word of a term asks of a text beyond its letters.
  private struct Word {
    var capitals: Int32
    /// The node of the terms that begin with it, -1 when none does.
    var start: Int32 = -1
    var allowsBreak: Bool
    /// Whether an optional word may stand before it in small letters.
    var allowsOptional: Bool
    /// Whether 了 may stand before it.
    var allowsAspect: Bool
  }

  private struct Node {
    var endsTerm = false
    var hasChildren = false
  }

  /// A term that ends at a node.
  struct Match {
    var tokens: Range<Int>
    var node: Int
  }

  private var forms = HashTable()
  private var entries: [Entry] = []
  private var words: [Word] = []
  private var wordNumbers = HashTable()
  private var edges = HashTable()
  private var nodes: [Node] = [Node()]
  /// A bit for each edge, by its hash, so that most other words need no look-up.
  private var leads = [UInt64](repeating: 0, count: 1 << 14)
  private let aspect: TermAspect?
  /// Whether optional words may stand where a term has none.
  private let addsOptional: Bool
  private static let longestTerm = 64

  init(addsOptional: Bool, aspect: TermAspect? = nil) {
    self.addsOptional = addsOptional
    self.aspect = aspect
  }

  /// Adds a term.
  ///
  /// - Parameters:
  ///   - words: Its words; one without forms is left out.
  ///   - scanner: Gives the keys of forms.
  /// - Returns: The node at which the term ends; `nil` for a term without words.
  mutating func insert(_ words: [TermWord], scanner: TermScanner) -> Int? {
    var node = 0
    for (place, word) in words.enumerated() where !word.forms.isEmpty {
      let followsOptional = place > 0 && words[place - 1].forms.isEmpty
      let number = self.number(
        of: word, allowsOptional: addsOptional || followsOptional, scanner: scanner)
      node = child(of: node, by: number)
    }
    guard node > 0 else { return nil }
    nodes[node].endsTerm = true
    return node
  }

  private mutating func child(of node: Int, by word: Int32) -> Int {
    if node == 0, words[Int(word)].start >= 0 { return Int(words[Int(word)].start) }
    let key = Self.edge(node, word)
    let known = edges.value(key)
    if known >= 0 { return Int(known) }
    if node == 0 { words[Int(word)].start = Int32(nodes.count) }
    edges.set(key, Int32(nodes.count))
    leads[Self.lead(key).index] |= Self.lead(key).bit
    nodes[node].hasChildren = true
    nodes.append(Node())
    return nodes.count - 1
  }

  /// The place of an edge's bit; the table of edges uses the low bits of the hash, this the high.
  @inline(__always)
  private static func lead(_ edge: UInt64) -> (index: Int, bit: UInt64) {
    (Int(edge >> 50), 1 << (edge >> 44 & 63))
  }

  @inline(__always)
  private static func edge(_ node: Int, _ word: Int32) -> UInt64 {
    var key = UInt64(UInt32(truncatingIfNeeded: node)) << 32 | UInt64(UInt32(bitPattern: word))
    key = (key ^ key >> 31) &* 0x9E37_79B9_7F4A_7C15
    return key ^ key >> 32
  }

  /// The number of a word; words with the same forms and needs have one.
  private mutating func number(
    of word: TermWord, allowsOptional: Bool, scanner: TermScanner
  ) -> Int32 {
    var identity = WordHash()
    identity.add(word.identity)
    identity.add(UInt32((word.token.followsBreak ? 2 : 0) | (allowsOptional ? 1 : 0)))
    let known = wordNumbers.value(identity.value)
    if known >= 0 { return known }
    let number = Int32(words.count)
    words.append(
      Word(
        capitals: Int32(word.capitals), allowsBreak: word.token.followsBreak,
        allowsOptional: allowsOptional, allowsAspect: word.allowsAspect))
    wordNumbers.set(identity.value, number)
    for form in word.forms {
      add(form, number, scanner.key(kept: form.kept, of: word.word, ending: form.ending))
    }
    return number
  }

  private mutating func add(_ form: InflectedForm, _ word: Int32, _ key: UInt64) {
    let accents = form.accents == 0 ? UInt64.max : form.accents
    let first = forms.value(key)
    var index = first
    while index >= 0 {
      if entries[Int(index)].word == word {
        entries[Int(index)].agreement |= form.agreement.rawValue
        entries[Int(index)].accents |= accents
        return
      }
      index = entries[Int(index)].next
    }
    entries.append(
      Entry(word: word, agreement: form.agreement.rawValue, accents: accents, next: first))
    forms.set(key, Int32(entries.count - 1))
  }

  /// All terms in a text: at every place every one that begins there.
  func matches(in tokens: [TermToken]) -> [Match] {
    var search = Search(tokens: tokens)
    search.firsts = tokens.map { $0.isOptional ? -1 : forms.value($0.key) }
    for start in tokens.indices {
      if search.firsts[start] >= 0 {
        let single = Reading(first: search.firsts[start], token: tokens[start], end: start)
        begin(single, from: start, &search)
      }
      if let joined = joined(at: start, search) { begin(joined, from: start, &search) }
    }
    return search.found
  }

  /// A text while its terms are looked for.
  private struct Search {
    let tokens: [TermToken]
    /// The first entry of each token, -1 where no term has it.
    var firsts: [Int32] = []
    var found: [Match] = []
    /// Whether a hyphen joins any two words.
    let hasJoined: Bool

    init(tokens: [TermToken]) {
      self.tokens = tokens
      hasJoined = tokens.contains { $0.joinedKey != 0 }
    }
  }

  /// What is read at a place for a word of a term.
  private struct Reading {
    /// The first of its entries.
    var first: Int32
    var accents: UInt64
    var capitals: Int
    /// The last of its tokens.
    var end: Int

    init(first: Int32, token: TermToken, end: Int) {
      self.first = first
      accents = token.accents
      capitals = token.capitals
      self.end = end
    }

    /// Whether it may be a word of a term by its accents and capitals.
    @inline(__always)
    func may(be entry: Entry, _ word: Word) -> Bool {
      (accents == 0 || accents & entry.accents != 0) && capitals >= Int(word.capitals)
    }
  }

  /// The word at a place with the next, where a hyphen joins them and a term has them as one.
  @inline(__always)
  private func joined(at place: Int, _ search: Search) -> Reading? {
    guard search.hasJoined, place + 1 < search.tokens.count, search.tokens[place + 1].joinedKey != 0
    else {
      return nil
    }
    let first = forms.value(search.tokens[place + 1].joinedKey)
    guard first >= 0 else { return nil }
    var token = search.tokens[place + 1]
    token.accents = 0
    token.capitals += search.tokens[place].capitals
    return Reading(first: first, token: token, end: place + 1)
  }

  private func begin(_ reading: Reading, from start: Int, _ search: inout Search) {
    var index = reading.first
    while index >= 0 {
      let entry = entries[Int(index)]
      index = entry.next
      let word = words[Int(entry.word)]
      if word.start >= 0, reading.may(be: entry, word) {
        follow(Int(word.start), entry.agreement, from: start, at: reading.end, &search)
      }
    }
  }

  /// Goes on from a node that the tokens up to a place lead to.
  ///
  /// What the words agree in becomes less with each.
  private func follow(
    _ node: Int, _ agreement: UInt32, from start: Int, at place: Int, _ search: inout Search
  ) {
    if nodes[node].endsTerm { search.found.append(Match(tokens: start..<(place + 1), node: node)) }
    // Behind a short form in brackets no term goes on that begins with it.
    guard nodes[node].hasChildren, !search.tokens[place].isBracketed else { return }
    let end = min(search.tokens.count, start + Self.longestTerm)
    var next = place + 1
    if next < end, search.tokens[next].isBracketed, search.tokens[next].capitals > 1 { next += 1 }
    while next < end, search.tokens[next].isOptional, !search.tokens[next].followsBreak {
      next += 1
    }
    guard next < end else { return }
    let step = Step(node: node, agreement: agreement, start: start)
    let isNear = next == place + 1
    take(next, from: step, isNear: isNear, isAfterAspect: false, &search)
    if search.tokens[next].role == .nationality, !search.tokens[next].followsBreak, next + 1 < end,
      search.tokens[next + 1].capitals > 0
    {
      take(next + 1, from: step, isNear: false, isAfterAspect: false, &search)
    }
    guard let aspect, isNear, aspect.mayBegin(with: search.tokens[next]) else { return }
    for object in aspect.objects(behind: next, from: start, in: search.tokens) {
      take(object, from: step, isNear: true, isAfterAspect: true, &search)
    }
  }

  /// Where a search goes on.
  private struct Step {
    var node: Int
    var agreement: UInt32
    /// The token that the term began with.
    var start: Int
  }

  /// Goes on with the word at a place, and with it and the next as one.
  private func take(
    _ place: Int, from step: Step, isNear: Bool, isAfterAspect: Bool, _ search: inout Search
  ) {
    if search.firsts[place] >= 0 {
      let reading = Reading(
        first: search.firsts[place], token: search.tokens[place], end: place)
      take(reading, at: place, from: step, isNear: isNear, isAfterAspect: isAfterAspect, &search)
    }
    if let joined = joined(at: place, search) {
      take(joined, at: place, from: step, isNear: isNear, isAfterAspect: false, &search)
    }
  }

  private func take(
    _ reading: Reading, at place: Int, from step: Step, isNear: Bool, isAfterAspect: Bool,
    _ search: inout Search
  ) {
    let followsBreak = search.tokens[place].followsBreak
    var index = reading.first
    while index >= 0 {
      let entry = entries[Int(index)]
      index = entry.next
      let edge = Self.edge(step.node, entry.word)
      let lead = Self.lead(edge)
      guard leads[lead.index] & lead.bit != 0, step.agreement & entry.agreement != 0 else {
        continue
      }
      let word = words[Int(entry.word)]
      guard reading.may(be: entry, word), !followsBreak || word.allowsBreak,
        isNear || word.allowsOptional || search.tokens[place].capitals > 0,
        !isAfterAspect || word.allowsAspect
      else { continue }
      let child = edges.value(edge)
      guard child >= 0 else { continue }
      follow(
        Int(child), step.agreement & entry.agreement, from: step.start, at: reading.end, &search)
    }
  }
}
