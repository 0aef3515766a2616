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
  private static let longestTerm = 64

  /// Adds a term.
  ///
  /// - Parameters:
  ///   - words: Its words with their forms; one without forms is left out.
  ///   - capitals: How many capitals each word needs at least.
  ///   - scanner: Gives the keys of forms.
  ///   - addsOptional: Whether optional words may stand where the term has none.
  /// - Returns: The node at which the term ends; `nil` for a term without words.
  mutating func insert(
    _ words: [(word: FoldedWord, token: TermToken, forms: [InflectedForm])], capitals: [Int],
    scanner: TermScanner, addsOptional: Bool
  ) -> Int? {
    var node = 0
    for (place, content) in words.enumerated() where !content.forms.isEmpty {
      let followsOptional = place > 0 && words[place - 1].forms.isEmpty
      let number = self.number(
        of: content.word, content.forms, capitals: capitals[place],
        allowsBreak: content.token.followsBreak, allowsOptional: addsOptional || followsOptional,
        scanner: scanner)
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
    of word: FoldedWord, _ forms: [InflectedForm], capitals: Int, allowsBreak: Bool,
    allowsOptional: Bool, scanner: TermScanner
  ) -> Int32 {
    var identity = WordHash()
    for letter in word.letters { identity.add(letter) }
    identity.add(UInt32(capitals << 2 | (allowsBreak ? 2 : 0) | (allowsOptional ? 1 : 0)))
    for form in forms {
      identity.add(UInt32(form.kept << 8 | form.ending.count))
      identity.add(form.agreement.rawValue)
      identity.add(form.accents)
      for letter in form.ending { identity.add(letter) }
    }
    let known = wordNumbers.value(identity.value)
    if known >= 0 { return known }
    let number = Int32(words.count)
    words.append(
      Word(
        capitals: Int32(capitals), allowsBreak: allowsBreak, allowsOptional: allowsOptional))
    wordNumbers.set(identity.value, number)
    for form in forms {
      add(form, number, scanner.key(kept: form.kept, of: word, ending: form.ending))
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
    for start in tokens.indices where search.firsts[start] >= 0 {
      var index = search.firsts[start]
      while index >= 0 {
        let entry = entries[Int(index)]
        index = entry.next
        let word = words[Int(entry.word)]
        if word.start >= 0, Self.may(tokens[start], be: entry, word) {
          follow(Int(word.start), entry.agreement, from: start, at: start, &search)
        }
      }
    }
    return search.found
  }

  /// A text while its terms are looked for.
  private struct Search {
    let tokens: [TermToken]
    /// The first entry of each token, -1 where no term has it.
    var firsts: [Int32] = []
    var found: [Match] = []
  }

  /// Goes on from a node that the tokens up to a place lead to.
  ///
  /// What the words agree in becomes less with each.
  private func follow(
    _ node: Int, _ agreement: UInt32, from start: Int, at place: Int, _ search: inout Search
  ) {
    if nodes[node].endsTerm { search.found.append(Match(tokens: start..<(place + 1), node: node)) }
    guard nodes[node].hasChildren else { return }
    let end = min(search.tokens.count, start + Self.longestTerm)
    var next = place + 1
    while next < end, search.tokens[next].isOptional, !search.tokens[next].followsBreak {
      next += 1
    }
    guard next < end else { return }
    var index = search.firsts[next]
    while index >= 0 {
      let entry = entries[Int(index)]
      index = entry.next
      let edge = Self.edge(node, entry.word)
      let lead = Self.lead(edge)
      guard leads[lead.index] & lead.bit != 0, agreement & entry.agreement != 0 else { continue }
      let word = words[Int(entry.word)]
      guard Self.may(search.tokens[next], be: entry, word),
        !search.tokens[next].followsBreak || word.allowsBreak,
        next == place + 1 || word.allowsOptional || search.tokens[next].capitals > 0
      else { continue }
      let child = edges.value(edge)
      guard child >= 0 else { continue }
      follow(Int(child), agreement & entry.agreement, from: start, at: next, &search)
    }
  }

  /// Whether a token may be a word of a term by its accents and capitals.
  @inline(__always)
  private static func may(_ token: TermToken, be entry: Entry, _ word: Word) -> Bool {
    (token.accents == 0 || token.accents & entry.accents != 0)
      && token.capitals >= Int(word.capitals)
  }
}
