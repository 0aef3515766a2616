import ArticleModel
import Linguistics

/// Tells the bodies and offices of other countries from those of the glossary: the State Council of
/// Sri Lanka is another, and so are the Sudan People's Liberation Army and the Premier of Alberta.
struct ForeignBodies: Sendable {
  /// The names of other countries, and adjectives of them.
  private let names: TermTree
  private let adjectives: TermTree
  /// What says of a body that it is of another of the glossary's own countries, by the body's domain.
  private let foreign: [String: [TermTree]]
  private let others: TermTree
  /// The words of each of the glossary's own countries, by the domain of their bodies.
  private let owners: [String: TermTree]
  /// The keys of what stands between a body and its country, and of whose it may be besides.
  private let links: Set<UInt64>
  private let ownPossessors: Set<UInt64>

  /// The domains whose terms name bodies of one country.
  static let domains: Set<String> = ["party", "state", "greece", office]
  private static let office = "office"
  /// How many words a country's name may have.
  private static let sight = 8

  init(countries: CountryNames, scanner: TermScanner) {
    let locale = scanner.locale
    func tree(_ words: [String]) -> TermTree {
      let concept = Concept(
        id: "", domain: "geography", terms: [locale: ConceptTerms(admitted: words)], file: "",
        line: 0)
      return TermTree(glossary: Glossary(concepts: [concept]), scanner: scanner) { _, _ in true }
    }
    names = tree(countries.names)
    adjectives = tree(countries.adjectives)
    let owners = countries.owners.mapValues(tree)
    self.owners = owners
    foreign = Dictionary(
      uniqueKeysWithValues: Self.domains.map { domain in
        (domain, owners.filter { $0.key != Self.owner(of: domain) }.map(\.value))
      })
    others = tree(countries.others)
    func keys(_ words: [String]) -> Set<UInt64> {
      Set(words.flatMap { scanner.tokens(in: $0) }.map(\.key))
    }
    links = keys(countries.links)
    ownPossessors = keys(countries.ownPossessors)
  }

  /// Whether a body's name belongs to one that only the glossary's countries have.
  static func isOwn(_ concept: Concept, _ term: String, _ countries: CountryNames) -> Bool {
    guard let domain = concept.domain, domains.contains(domain) || domain == "international" else {
      return false
    }
    let isCountry = concept.terms.values.contains { terms in
      terms.accepted.contains(where: countries.homes.contains)
    }
    let small = term.lowercased()
    if domain == office {
      // Where no list says which each country has, all do.
      guard !countries.commonOffices.isEmpty else { return false }
      return !small.split(separator: " ").contains { word in
        countries.commonOffices.contains { word.hasPrefix($0) }
      }
    }
    return !isCountry && !countries.common.contains { small.contains($0) }
  }

  /// Whether another country stands directly before a body, or behind it with a link; `domain` is
  /// that of its concept.
  ///
  /// An international body is of no country, but a word before it may make another of it.
  func own(_ range: Range<Int>, domain: String, in tokens: [TermToken]) -> Bool {
    let foreign = foreign[domain]
    let first = range.lowerBound
    if first > 0, !tokens[first].followsBreak {
      let before = tokens[max(0, first - Self.sight)..<first]
      if ends(before, others) { return true }
      if let foreign {
        if ([names, adjectives] + foreign).contains(where: { ends(before, $0) }) { return true }
        if isOfAnother(before) { return true }
      }
    }
    var next = range.upperBound
    guard let foreign, next < tokens.count, links.contains(tokens[next].key),
      !tokens[next].followsBreak
    else { return false }
    next += 1
    while next < tokens.count, tokens[next].isOptional, !tokens[next].followsBreak { next += 1 }
    guard next < tokens.count, !tokens[next].followsBreak else { return false }
    let behind = tokens[next..<min(tokens.count, next + Self.sight)]
    // The Premier of Alberta, the Vice President of the European Commission.
    if domain == Self.office, tokens[next].capitals > 0,
      owners[Self.owner(of: domain)].map({ !begins(behind, $0) }) == true
    {
      return true
    }
    return ([names] + foreign).contains { begins(behind, $0) || isPart(of: $0, behind) }
  }

  /// Whether a name with an 's ends words, and none of our own: Hamas's Political Bureau.
  private func isOfAnother(_ before: ArraySlice<TermToken>) -> Bool {
    guard let owner = before.last, owner.isPossessive, owner.capitals > 0,
      !ownPossessors.contains(owner.key)
    else { return false }
    return !owners.values.contains { ends(before, $0) }
  }

  /// Whether a name of several words begins here that a country owns: the Workers' Party of Korea.
  private func isPart(of country: TermTree, _ behind: ArraySlice<TermToken>) -> Bool {
    let name = behind.prefix { $0.capitals > 0 }
    guard !name.isEmpty, name.dropFirst().allSatisfy({ !$0.followsBreak }) else { return false }
    let link = behind[name.endIndex...].prefix { links.contains($0.key) || $0.isOptional }
    guard let first = link.first, links.contains(first.key), !first.followsBreak else {
      return false
    }
    return begins(behind[link.endIndex...], country)
  }

  /// The bodies of a party and of its state have one country, and so have the offices.
  private static func owner(of domain: String) -> String {
    domain == "party" || domain == office ? "state" : domain
  }

  private func begins(_ tokens: ArraySlice<TermToken>, _ tree: TermTree) -> Bool {
    guard tokens.prefix(2).contains(where: tree.automaton.hasWord) else { return false }
    return tree.automaton.matches(in: tokens).contains { $0.tokens.lowerBound == 0 }
  }

  private func ends(_ tokens: ArraySlice<TermToken>, _ tree: TermTree) -> Bool {
    guard let last = tokens.last, tree.automaton.hasWord(last) else { return false }
    return tree.automaton.matches(in: tokens).contains { $0.tokens.upperBound == tokens.count }
  }
}
