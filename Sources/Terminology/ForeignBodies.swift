import ArticleModel
import Linguistics

/// Tells the bodies of other countries from those of the glossary: the State Council of Sri Lanka is
/// another, and so is the Sudan People's Liberation Army.
struct ForeignBodies: Sendable {
  /// The names of countries and what is theirs, in all forms.
  private let names: TermTree
  private let adjectives: TermTree
  /// The keys of what stands between a body and its country.
  private let links: Set<UInt64>

  /// The domains whose terms name bodies of one country.
  static let domains: Set<String> = ["party", "state", "greece"]
  /// How many words a country's name may have.
  private static let sight = 8

  init(countries: CountryNames, locale: LocaleTag) {
    func tree(_ words: [String]) -> TermTree {
      let concept = Concept(
        id: "", domain: "geography", terms: [locale: ConceptTerms(admitted: words)], file: "",
        line: 0)
      return TermTree(glossary: Glossary(concepts: [concept]), locale: locale) { _, _ in true }
    }
    let names = tree(countries.names)
    self.names = names
    adjectives = tree(countries.adjectives)
    links = Set(countries.links.flatMap { names.scanner.tokens(in: $0) }.map(\.key))
  }

  /// Whether a body's name belongs to one that only the glossary's countries have.
  static func isOwn(_ concept: Concept, _ term: String, _ countries: CountryNames) -> Bool {
    guard domains.contains(concept.domain ?? "") else { return false }
    let isCountry = concept.terms.values.contains { terms in
      terms.accepted.contains(where: countries.homes.contains)
    }
    let small = term.lowercased()
    return !isCountry && !countries.common.contains { small.contains($0) }
  }

  /// Whether another country stands directly before a term, or behind it with a link.
  func own(_ range: Range<Int>, in tokens: [TermToken]) -> Bool {
    let first = range.lowerBound
    if first > 0, !tokens[first].followsBreak {
      let before = Array(tokens[max(0, first - Self.sight)..<first])
      if ends(before, names) || ends(before, adjectives) { return true }
    }
    var next = range.upperBound
    guard next < tokens.count, links.contains(tokens[next].key), !tokens[next].followsBreak else {
      return false
    }
    next += 1
    while next < tokens.count, tokens[next].isOptional, !tokens[next].followsBreak { next += 1 }
    guard next < tokens.count, !tokens[next].followsBreak else { return false }
    let behind = Array(tokens[next..<min(tokens.count, next + Self.sight)])
    return names.automaton.matches(in: behind).contains { $0.tokens.lowerBound == 0 }
  }

  private func ends(_ tokens: [TermToken], _ tree: TermTree) -> Bool {
    tree.automaton.matches(in: tokens).contains { $0.tokens.upperBound == tokens.count }
  }
}
