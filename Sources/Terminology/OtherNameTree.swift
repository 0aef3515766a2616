import Linguistics

/// The names of other things with a term at one end, as a tree has them among its terms.
struct OtherNameTree: Sendable {
  private struct Name {
    /// How many words the term has, those aside that may be left out.
    var words: Int
    var beginsWithTerm: Bool
  }

  /// The names that end at nodes of the tree.
  private var names: [Int: Name] = [:]

  /// No names.
  init() {}

  /// Puts the names of a language in a tree.
  init(in tree: inout TermTree) {
    let concept = Concept(id: "", domain: "phrase", file: "", line: 0)
    for name in OtherName.list(locale: tree.scanner.locale) {
      guard let node = tree.insert(tree.words(of: name.text, concept)) else { continue }
      let words = tree.words(of: name.term, concept).count { !$0.forms.isEmpty }
      names[node] = Name(words: words, beginsWithTerm: name.beginsWithTerm)
    }
  }

  /// The matches without the names themselves, and without the terms that they begin or end with.
  func removed(
    from matches: [TermAutomaton.Match], in tokens: [TermToken]
  ) -> [TermAutomaton.Match] {
    guard !names.isEmpty else { return matches }
    let others = matches.compactMap { match in
      names[match.node].map { (range: match.tokens, name: $0) }
    }
    guard !others.isEmpty else { return matches }
    return matches.filter { match in
      names[match.node] == nil
        && !others.contains { range, name in
          let sharesEnd =
            name.beginsWithTerm
            ? range.lowerBound == match.tokens.lowerBound
            : range.upperBound == match.tokens.upperBound
          return sharesEnd && match.tokens.count < range.count
            && tokens[match.tokens].count { !$0.isOptional } == name.words
        }
    }
  }
}
