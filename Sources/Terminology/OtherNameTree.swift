import Linguistics

/// The names of other things with a term at one end, as a tree has them among its terms.
struct OtherNameTree: Sendable {
  private struct Name {
    /// How many words the term has, those aside that may be left out.
    var words: Int
    var beginsWithTerm: Bool
  }

  /// The names that end at nodes of the tree; the last node with one is the last here.
  private var names: [Name?] = []

  /// No names.
  init() {}

  /// Puts the names of a language in a tree.
  init(in tree: inout TermTree) {
    let concept = Concept(id: "", domain: "phrase", file: "", line: 0)
    for name in OtherName.list(locale: tree.scanner.locale) {
      // What the glossary has as a term is one.
      guard let node = tree.insert(tree.words(of: name.text, concept)), tree.forms[node].isEmpty
      else { continue }
      let words = tree.words(of: name.term, concept).count { !$0.forms.isEmpty }
      if node >= names.count {
        names += [Name?](repeating: nil, count: node + 1 - names.count)
      }
      names[node] = Name(words: words, beginsWithTerm: name.beginsWithTerm)
    }
  }

  private func name(_ match: TermAutomaton.Match) -> Name? {
    match.node < names.count ? names[match.node] : nil
  }

  /// The matches without the names themselves, and without the terms that they begin or end with.
  func removed(
    from matches: [TermAutomaton.Match], in tokens: [TermToken]
  ) -> [TermAutomaton.Match] {
    guard !names.isEmpty else { return matches }
    let parts = matches.compactMap { match in
      name(match).map { part(of: match.tokens, as: $0, in: tokens) }
    }
    guard !parts.isEmpty else { return matches }
    return matches.filter { match in
      name(match) == nil && !parts.contains { $0.contains(match.tokens) }
    }
  }

  /// The tokens of the term at one end of a name.
  private func part(of range: Range<Int>, as name: Name, in tokens: [TermToken]) -> Range<Int> {
    let words = range.filter { !tokens[$0].isOptional }
    return name.beginsWithTerm
      ? range.lowerBound..<words[min(name.words, words.count) - 1] + 1
      : words[max(0, words.count - name.words)]..<range.upperBound
  }
}
