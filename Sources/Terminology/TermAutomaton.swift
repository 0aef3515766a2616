import Linguistics

/// The terms of a language as a tree over words, each word in all its forms.
///
/// A text is cut into words and each of them looked up once; a term is then a path of numbers. So the
/// work for a text grows with its words, not with the number of terms or of their forms.
struct TermAutomaton: Sendable {
  /// A form of a word that terms have.
  struct Entry {
    /// The word, as the tree numbers it.
    var word: Int32
    /// The bits of its ``Agreement``.
    var agreement: UInt32
    var accents: UInt64
    /// The next entry of the same form, -1 at the end.
    var next: Int32
    // What most words of a text fail by is here, so that no other table is read for them.
    /// How many capitals the word has to have at least.
    var capitals: Int32
    /// The node of the terms that begin with the word, -1 when none does.
    var start: Int32 = -1
  }

  /// What a word of a term asks of a text beyond its letters.
  struct Word {
    /// Where its forms are.
    var entries: Range<Int>
    var allowsBreak: Bool
    /// Whether an optional word may stand before it in small letters.
    var allowsOptional: Bool
    /// Whether 了 may stand before it.
    var allowsAspect: Bool
  }

  /// A place in the tree.
  ///
  /// Most have one child at most, which lies here; further ones are edges.
  struct Node {
    var endsTerm = false
    /// The word of the first child, -1 where there is none.
    var word: Int32 = -1
    var child: Int32 = -1
    /// A bit for the word of each further child, so that most other words need no look-up.
    var further: UInt32 = 0

    var hasChildren: Bool { child >= 0 }

    /// Whether it may have a child by a word; it has none where not.
    @inline(__always)
    func mayHave(_ word: Int32) -> Bool { word == self.word || further & Self.bit(of: word) != 0 }

    @inline(__always)
    static func bit(of word: Int32) -> UInt32 {
      1 &<< (UInt32(bitPattern: word) &* 0x9E37_79B9 >> 27)
    }
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
  private let aspect: TermAspect?
  /// Whether optional words may stand where a term has none.
  private let addsOptional: Bool

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
    if nodes[node].word == word { return Int(nodes[node].child) }
    let key = Self.edge(node, word)
    let known = edges.value(key)
    if known >= 0 { return Int(known) }
    let child = Int32(nodes.count)
    if node == 0 {
      for place in words[Int(word)].entries { entries[place].start = child }
    }
    if nodes[node].hasChildren {
      edges.set(key, child)
      nodes[node].further |= Node.bit(of: word)
    } else {
      nodes[node].word = word
      nodes[node].child = child
    }
    nodes.append(Node())
    return Int(child)
  }

  @inline(__always)
  static func edge(_ node: Int, _ word: Int32) -> UInt64 {
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
    wordNumbers.set(identity.value, number)
    let first = entries.count
    var keys: [UInt64] = []
    for (form, key) in zip(word.forms, scanner.keys(of: word.forms, of: word.word)) {
      let accents = form.accents == 0 ? UInt64.max : form.accents
      if let place = keys.firstIndex(of: key) {
        entries[first + place].agreement |= form.agreement.rawValue
        entries[first + place].accents |= accents
        continue
      }
      keys.append(key)
      entries.append(
        Entry(
          word: number, agreement: form.agreement.rawValue, accents: accents,
          next: forms.value(key), capitals: Int32(word.capitals)))
      forms.set(key, Int32(entries.count - 1))
    }
    words.append(
      Word(
        entries: first..<entries.count, allowsBreak: word.token.followsBreak,
        allowsOptional: allowsOptional, allowsAspect: word.allowsAspect))
    return number
  }

  /// All terms in a text: at every place every one that begins there.
  func matches(in tokens: [TermToken]) -> [Match] { matches(in: tokens[...]) }

  /// All terms in a part of a text, with places in that part.
  func matches(in tokens: ArraySlice<TermToken>) -> [Match] {
    withTables { tables in
      tokens.withUnsafeBufferPointer { tokens in
        TermSearch.matches(tables, tokens, aspect: aspect)
      }
    }
  }

  /// Whether a word stands in a term; one that does not begins and ends none.
  func hasWord(_ token: TermToken) -> Bool {
    token.joinedKey != 0 || !token.isOptional && forms.value(token.key) >= 0
  }

  /// The tables as they lie in memory: a search reads them for each word of a text.
  struct Tables {
    let forms: HashTable.Reader
    let entries: UnsafeBufferPointer<Entry>
    let words: UnsafeBufferPointer<Word>
    let nodes: UnsafeBufferPointer<Node>
    let edges: HashTable.Reader

    /// The child of a node by a word, -1 where it has none.
    @inline(__always)
    func child(of node: Node, _ number: Int, by word: Int32) -> Int32 {
      if node.word == word { return node.child }
      guard node.further & Node.bit(of: word) != 0 else { return -1 }
      return edges.value(TermAutomaton.edge(number, word))
    }
  }

  private func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    forms.withReader { forms in
      edges.withReader { edges in
        entries.withUnsafeBufferPointer { entries in
          words.withUnsafeBufferPointer { words in
            nodes.withUnsafeBufferPointer { nodes in
              body(
                Tables(forms: forms, entries: entries, words: words, nodes: nodes, edges: edges))
            }
          }
        }
      }
    }
  }
}
