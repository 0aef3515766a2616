import ArticleModel
import Linguistics

/// Tells by what stands directly around a term that another thing is meant: άρθρο 86, Athens in Ohio.
struct TermSurroundings: Sendable {
  private let edges: TermEdges
  private let numbers: Set<UInt64>
  private let counted: Set<UInt64>
  private let states: TermTree
  /// The key of the word that joins a name behind what is the name's.
  private let possession: UInt64?

  private static let shortestCounted = 4

  init(scanner: TermScanner) {
    edges = TermEdges(locale: scanner.locale)
    func keys(_ words: [String]) -> Set<UInt64> {
      Set(words.flatMap { scanner.tokens(in: $0) }.map(\.key))
    }
    numbers = keys(edges.numbers)
    counted = keys(edges.counted)
    possession = scanner.inflection?.possession.flatMap { scanner.tokens(in: $0).first?.key }
    let concept = Concept(
      id: "", domain: "geography",
      terms: [scanner.locale: ConceptTerms(admitted: edges.states)], file: "", line: 0)
    states = TermTree(glossary: Glossary(concepts: [concept]), scanner: scanner) { _, _ in true }
  }

  /// Whether a term of a domain is part of another thing at a place in a text.
  func makeAnother(
    of term: String, domain: String, at range: Range<Int>, in tokens: [TermToken], _ text: String
  ) -> Bool {
    isPart(term, range, tokens, text) || isCount(range, tokens, text)
      || isOwner(range, tokens) || isTorn(range, tokens)
      || domain == "geography" && isNamesake(range, tokens, text)
  }

  /// άρθρο 86: one of the parts of a text.
  private func isPart(
    _ term: String, _ range: Range<Int>, _ tokens: [TermToken], _ text: String
  ) -> Bool {
    guard range.count == 1, let next = next(range, tokens), edges.parts.contains(term.lowercased())
    else { return false }
    return isFigure(next, text)
  }

  /// A group of twenty pupils: small letters, and what is counted behind the number.
  private func isCount(_ range: Range<Int>, _ tokens: [TermToken], _ text: String) -> Bool {
    let last = tokens[range.upperBound - 1]
    guard range.count > 1, tokens[range.lowerBound].capitals == 0,
      let next = next(range, tokens), next.capitals == 0,
      numbers.contains(last.key) || isFigure(last, text)
    else { return false }
    if counted.contains(next.key) { return true }
    let word = text.utf8.dropFirst(next.lower).prefix(next.upper - next.lower)
    return next.upper - next.lower >= Self.shortestCounted
      && edges.countedEnds.contains { word.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// The Great Hall of the People's Palace: the last word owns what follows, with its article.
  private func isOwner(_ range: Range<Int>, _ tokens: [TermToken]) -> Bool {
    guard range.count > 2, tokens[range.upperBound - 1].isPossessive,
      tokens[range.upperBound - 2].isOptional, let next = next(range, tokens)
    else { return false }
    return next.capitals > 0
  }

  /// The Secretary of State visits Athens: the first word ends the name before.
  private func isTorn(_ range: Range<Int>, _ tokens: [TermToken]) -> Bool {
    let first = range.lowerBound
    guard range.count > 1, first > 1, tokens[first].capitals > 0, tokens[first + 1].capitals == 0,
      !tokens[first + 1].isOptional, tokens[first - 1].key == possession
    else { return false }
    return !tokens[first].followsBreak && !tokens[first - 1].followsBreak
      && tokens[first - 2].capitals > 0
  }

  /// Athens, Ohio.
  private func isNamesake(_ range: Range<Int>, _ tokens: [TermToken], _ text: String) -> Bool {
    let end = range.upperBound
    guard range.count == 1, end < tokens.count, !tokens[end - 1].isPossessive,
      text.utf8.dropFirst(tokens[end - 1].upper).starts(with: ", ".utf8)
    else { return false }
    let behind = Array(tokens[end..<min(tokens.count, end + 3)])
    return states.automaton.matches(in: behind).contains { match in
      let last = end + match.tokens.upperBound
      return match.tokens.lowerBound == 0 && !tokens[last - 1].isPossessive
        && (last == tokens.count || tokens[last].followsBreak)
    }
  }

  private func next(_ range: Range<Int>, _ tokens: [TermToken]) -> TermToken? {
    guard range.upperBound < tokens.count, !tokens[range.upperBound].followsBreak else {
      return nil
    }
    return tokens[range.upperBound]
  }

  private func isFigure(_ token: TermToken, _ text: String) -> Bool {
    let bytes = text.utf8
    return (0x30...0x39).contains(bytes[bytes.index(bytes.startIndex, offsetBy: token.lower)])
  }
}
