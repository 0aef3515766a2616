/// A text while the terms of a ``TermAutomaton`` are looked for in it.
///
/// Most words begin no term, and most that do are followed by none of its words: what is asked of each
/// word lies in flat tables, and nothing is made for it.
struct TermSearch {
  private let tables: TermAutomaton.Tables
  private let tokens: UnsafeBufferPointer<TermToken>
  /// The first entry of each token, -1 where no term has it.
  private let firsts: UnsafeBufferPointer<Int32>
  private let aspect: TermAspect?
  /// Whether a hyphen joins any two words.
  private let hasJoined: Bool
  private var found: [TermAutomaton.Match] = []
  private static let longestTerm = 64

  /// All terms in a text: at every place every one that begins there.
  static func matches(
    _ tables: TermAutomaton.Tables, _ tokens: UnsafeBufferPointer<TermToken>, aspect: TermAspect?
  ) -> [TermAutomaton.Match] {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: tokens.count) { firsts in
      var hasJoined = false
      for place in tokens.indices {
        let key = tokens[place].isOptional ? nil : tokens[place].key
        firsts.initializeElement(at: place, to: key.map { tables.forms.value($0) } ?? -1)
        hasJoined = hasJoined || tokens[place].joinedKey != 0
      }
      var search = TermSearch(
        tables: tables, tokens: tokens, firsts: UnsafeBufferPointer(firsts), aspect: aspect,
        hasJoined: hasJoined)
      for start in tokens.indices { search.begin(at: start) }
      return search.found
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

    init(first: Int32, accents: UInt64, capitals: Int, end: Int) {
      self.first = first
      self.accents = accents
      self.capitals = capitals
      self.end = end
    }

    /// Whether it may be a word of a term by its accents and capitals.
    @inline(__always)
    func may(be entry: TermAutomaton.Entry) -> Bool {
      (accents == 0 || accents & entry.accents != 0) && capitals >= Int(entry.capitals)
    }
  }

  /// The word at a place, where a term has it.
  @inline(__always)
  private func single(at place: Int) -> Reading? {
    guard firsts[place] >= 0 else { return nil }
    return Reading(
      first: firsts[place], accents: tokens[place].accents, capitals: tokens[place].capitals,
      end: place)
  }

  /// The word at a place with the next, where a hyphen joins them and a term has them as one.
  @inline(__always)
  private func joined(at place: Int) -> Reading? {
    guard hasJoined, place + 1 < tokens.count, tokens[place + 1].joinedKey != 0 else { return nil }
    let first = tables.forms.value(tokens[place + 1].joinedKey)
    guard first >= 0 else { return nil }
    return Reading(
      first: first, accents: 0, capitals: tokens[place].capitals + tokens[place + 1].capitals,
      end: place + 1)
  }

  private mutating func begin(at start: Int) {
    if let single = single(at: start) { begin(single, from: start) }
    if let joined = joined(at: start) { begin(joined, from: start) }
  }

  @inline(__always)
  private mutating func begin(_ reading: Reading, from start: Int) {
    var index = reading.first
    while index >= 0 {
      let entry = tables.entries[Int(index)]
      index = entry.next
      if entry.start >= 0, reading.may(be: entry),
        mayGoOn(from: tables.nodes[Int(entry.start)], behind: reading.end)
      {
        follow(Step(node: Int(entry.start), agreement: entry.agreement, start: start), reading.end)
      }
    }
  }

  /// Whether a term ends at a node or may go on with the next word: most words begin none.
  @inline(__always)
  private func mayGoOn(from node: TermAutomaton.Node, behind place: Int) -> Bool {
    guard !node.endsTerm, place + 1 < tokens.count else { return node.endsTerm }
    let next = tokens[place + 1]
    if hasJoined || next.role != .content || next.isBracketed
      || aspect?.mayBegin(with: next) == true
    {
      return true
    }
    var index = firsts[place + 1]
    while index >= 0 {
      let entry = tables.entries[Int(index)]
      if node.mayHave(entry.word) { return true }
      index = entry.next
    }
    return false
  }

  /// Where a search is.
  private struct Step {
    var node: Int
    /// What the words so far agree in; it becomes less with each.
    var agreement: UInt32
    /// The token that the term began with.
    var start: Int
  }

  /// Goes on from a node that the tokens up to a place lead to.
  private mutating func follow(_ step: Step, _ place: Int) {
    let node = tables.nodes[step.node]
    if node.endsTerm {
      found.append(TermAutomaton.Match(tokens: step.start..<(place + 1), node: step.node))
    }
    // Behind a short form in brackets no term goes on that begins with it.
    guard node.hasChildren, !tokens[place].isBracketed else { return }
    let end = min(tokens.count, step.start + Self.longestTerm)
    var next = place + 1
    if next < end, tokens[next].isBracketed, tokens[next].capitals > 1 { next += 1 }
    while next < end, tokens[next].isOptional, !tokens[next].followsBreak { next += 1 }
    guard next < end else { return }
    let isNear = next == place + 1
    take(next, step, isNear: isNear, isAfterAspect: false)
    if mayBeLeftOut(next), !tokens[next].followsBreak, next + 1 < end,
      tokens[next + 1].capitals > 0
    {
      take(next + 1, step, isNear: false, isAfterAspect: false)
    }
    guard let aspect, isNear, aspect.mayBegin(with: tokens[next]) else { return }
    for object in aspect.objects(behind: next, from: step.start, in: tokens) {
      take(object, step, isNear: true, isAfterAspect: true)
    }
  }

  /// Whether a word may be left out before a name.
  @inline(__always)
  private func mayBeLeftOut(_ place: Int) -> Bool {
    switch tokens[place].role {
    case .nationality: true
    case .ordinal: tokens[place - 1].isOptional
    case .content, .optional: false
    }
  }

  /// Goes on with the word at a place, and with it and the next as one.
  @inline(__always)
  private mutating func take(_ place: Int, _ step: Step, isNear: Bool, isAfterAspect: Bool) {
    if let single = single(at: place) {
      take(single, at: place, step, isNear: isNear, isAfterAspect: isAfterAspect)
    }
    if let joined = joined(at: place) {
      take(joined, at: place, step, isNear: isNear, isAfterAspect: false)
    }
  }

  @inline(__always)
  private mutating func take(
    _ reading: Reading, at place: Int, _ step: Step, isNear: Bool, isAfterAspect: Bool
  ) {
    let node = tables.nodes[step.node]
    var index = reading.first
    while index >= 0 {
      let entry = tables.entries[Int(index)]
      index = entry.next
      guard step.agreement & entry.agreement != 0, reading.may(be: entry) else { continue }
      let child = tables.child(of: node, step.node, by: entry.word)
      guard child >= 0 else { continue }
      let word = tables.words[Int(entry.word)]
      guard !tokens[place].followsBreak || word.allowsBreak,
        isNear || word.allowsOptional || tokens[place].capitals > 0,
        !isAfterAspect || word.allowsAspect
      else { continue }
      follow(
        Step(node: Int(child), agreement: step.agreement & entry.agreement, start: step.start),
        reading.end)
    }
  }
}
