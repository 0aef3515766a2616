import ArticleModel
import Linguistics

/// Tells by what stands directly around a term that another thing is meant: άρθρο 86, Athens in Ohio.
///
/// A class, since a copy for each term of a text would cost more than the look.
final class TermSurroundings: Sendable {
  private let edges: TermEdges
  // A few keys each: comparing them costs less than a look-up.
  private let numbers: [UInt64]
  private let counted: [UInt64]
  private let definite: [UInt64]
  private let superlatives: [UInt64]
  private let determiners: [UInt64]
  private let functionWords: Set<UInt64>
  private let states: TermTree
  /// The key of the word that joins a name behind what is the name's.
  private let possession: UInt64?

  private static let shortestCounted = 4
  private static let shortestOfTitle = 4
  private static let longestOwned = 3

  init(scanner: TermScanner) {
    edges = TermEdges(locale: scanner.locale)
    func keys(_ words: some Sequence<String>) -> [UInt64] {
      words.flatMap { scanner.tokens(in: $0) }.map(\.key)
    }
    numbers = keys(edges.numbers)
    counted = keys(edges.counted)
    definite = keys(edges.definite)
    superlatives = keys(edges.superlatives)
    determiners = keys(edges.determiners)
    functionWords = Set(keys(FunctionWords.of(scanner.locale)))
    possession = scanner.inflection?.possession.flatMap { scanner.tokens(in: $0.join).first?.key }
    let concept = Concept(
      id: "", domain: "geography",
      terms: [scanner.locale: ConceptTerms(admitted: edges.states)], file: "", line: 0)
    states = TermTree(glossary: Glossary(concepts: [concept]), scanner: scanner) { _, _ in true }
  }

  /// What a term is that its surroundings have to be looked at for.
  struct Kind: OptionSet, Sendable {
    let rawValue: UInt8

    /// It counts the parts of a text.
    static let part = Kind(rawValue: 1)
    /// A name of two words with *and* between them.
    static let pair = Kind(rawValue: 2)
    static let place = Kind(rawValue: 4)
    /// An abbreviation that in capitals may be a pronoun.
    static let pronoun = Kind(rawValue: 8)
    /// A name that begins with a number.
    static let number = Kind(rawValue: 16)
    /// A name of several words that all have capitals.
    static let name = Kind(rawValue: 32)
    /// Several words in small letters.
    static let phrase = Kind(rawValue: 64)
  }

  func kind(of term: String, domain: String?) -> Kind {
    var kind: Kind = []
    if domain == "geography" || domain == "greece" { kind.insert(.place) }
    guard term.utf8.contains(0x20) else {
      let small = term.lowercased()
      if edges.parts.contains(small) { kind.insert(.part) }
      if edges.pronouns.contains(small) { kind.insert(.pronoun) }
      return kind
    }
    let words = term.utf8.split(separator: 0x20).map { word in
      Substring(word).unicodeScalars.drop { !$0.isLetter && $0.properties.numericType == nil }
    }.drop { edges.definite.contains(String($0)) }
    func isName(_ word: Substring.UnicodeScalarView) -> Bool {
      word.first?.properties.isUppercase == true
    }
    if words.count > 1, !words.contains(where: isName) { kind.insert(.phrase) }
    guard let first = words.first, isName(first) else { return kind }
    if edges.numbers.contains(Substring(first).lowercased()) { kind.insert(.number) }
    if possession != nil, ["geography", "event", "phrase"].contains(domain),
      words.allSatisfy(isName)
    {
      kind.insert(.name)
    }
    if words.count == 3, isName(words[words.startIndex + 2]),
      edges.conjunctions.contains(String(words[words.startIndex + 1]))
    {
      kind.insert(.pair)
    }
    return kind
  }

  /// Whether a term of a kind is part of another thing at a place in a text.
  func makeAnother(
    of kind: Kind, at range: Range<Int>, in tokens: [TermToken], _ text: String
  ) -> Bool {
    isCount(range, tokens, text) || isOwner(range, tokens) || isTorn(range, tokens)
      || isSplit(range, tokens)
      || kind.contains(.part) && isPart(range, tokens, text)
      || kind.contains(.place) && isNamesake(range, tokens, text)
      || kind.contains(.name) && isOther(range, tokens)
      || kind.contains(.phrase) && (isOfName(range, tokens) || isVerb(range, tokens, text))
      || kind.contains(.pair) && isPlainPair(range, tokens, text)
      || kind.contains(.pronoun) && isPronoun(range, tokens)
      || kind.contains(.number) && isPlainNumber(range, tokens, text)
  }

  /// άρθρο 86: one of the parts of a text.
  private func isPart(_ range: Range<Int>, _ tokens: [TermToken], _ text: String) -> Bool {
    guard range.count == 1, let next = next(range, tokens) else { return false }
    return isFigure(next, text)
  }

  /// ζώνες και δρόμους: two things in small letters, with no quote before them.
  private func isPlainPair(
    _ range: Range<Int>, _ tokens: [TermToken], _ text: String
  ) -> Bool {
    tokens[range].allSatisfy { $0.capitals == 0 } && !isQuoted(range, tokens, text)
  }

  /// Held two sessions: a number in small letters with nothing before it that makes it known.
  private func isPlainNumber(
    _ range: Range<Int>, _ tokens: [TermToken], _ text: String
  ) -> Bool {
    guard isPlainPair(range, tokens, text) else { return false }
    guard range.lowerBound > 0 else { return true }
    let before = tokens[range.lowerBound - 1]
    return !before.isPossessive && !definite.contains(before.key)
  }

  private func isQuoted(_ range: Range<Int>, _ tokens: [TermToken], _ text: String) -> Bool {
    let before = text.utf8.prefix(tokens[range.lowerBound].lower)
    return ["\"", "'", "«", "“", "‘", "„"].contains { quote in
      before.reversed().starts(with: quote.utf8.reversed())
    }
  }

  /// ΓΙΑΤΡΟΣ ΠΟΥ ΕΣΩΣΕ ΧΩΡΙΟ: all around is in capitals, and a noun stands before.
  private func isPronoun(_ range: Range<Int>, _ tokens: [TermToken]) -> Bool {
    guard range.lowerBound > 0, !tokens[range.lowerBound].followsBreak,
      let next = next(range, tokens), next.capitals > 1
    else { return false }
    let before = tokens[range.lowerBound - 1]
    return before.capitals >= Self.shortestCounted && !before.isOptional
  }

  /// A group of twenty pupils: small letters, and what is counted behind the number.
  private func isCount(_ range: Range<Int>, _ tokens: [TermToken], _ text: String) -> Bool {
    let last = tokens[range.upperBound - 1]
    let isSmall = tokens[range.lowerBound].capitals == 0
    guard range.count > 1, let next = next(range, tokens), next.capitals == 0,
      numbers.contains(last.key) && last.capitals == 0 || isSmall && isFigure(last, text)
    else { return false }
    if counted.contains(next.key) { return true }
    let word = text.utf8.dropFirst(next.lower).prefix(next.upper - next.lower)
    return next.upper - next.lower >= Self.shortestCounted
      && edges.countedEnds.contains { word.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// The Great Hall of the People's Palace: the last word owns what follows, with its article, or
  /// what is the largest of its kind there.
  private func isOwner(_ range: Range<Int>, _ tokens: [TermToken]) -> Bool {
    guard range.count > 2, tokens[range.upperBound - 1].isPossessive,
      let next = next(range, tokens)
    else { return false }
    let before = tokens[range.upperBound - 2]
    if before.key == possession {
      let owned = tokens[range.upperBound...].prefix(Self.longestOwned)
      return owned.contains { superlatives.contains($0.key) && !$0.followsBreak }
    }
    return before.isOptional && (next.capitals > 0 || tokens[range.lowerBound].capitals == 0)
  }

  /// The state visits every farm: the last word is a verb, since it has a subject and an object.
  private func isVerb(_ range: Range<Int>, _ tokens: [TermToken], _ text: String) -> Bool {
    guard range.lowerBound > 0, determiners.contains(tokens[range.lowerBound - 1].key),
      let next = next(range, tokens), determiners.contains(next.key)
    else { return false }
    let last = tokens[range.upperBound - 1]
    let word = text.utf8.dropFirst(last.lower).prefix(last.upper - last.lower)
    return edges.verbEnds.contains { word.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// Penn State visits Michigan, the Mutual Trust Life Insurance Company: words of a phrase have their
  /// capitals from a name before or behind.
  private func isOfName(_ range: Range<Int>, _ tokens: [TermToken]) -> Bool {
    let content = tokens[range].filter { !$0.isOptional }
    guard content.count > 1 else { return false }
    if content[0].capitals > 0, content.dropFirst().allSatisfy({ $0.capitals == 0 }) {
      let first = range.lowerBound
      guard first > 0, !tokens[first].followsBreak else { return false }
      let before = tokens[first - 1]
      return before.capitals > 0 && !before.isPossessive && !functionWords.contains(before.key)
    }
    let behind = tokens[range.upperBound...].prefix { $0.capitals > 0 && !$0.followsBreak }
    // The head of State Grid.
    if content[content.count - 1].capitals == 1, content[0].capitals == 0 { return !behind.isEmpty }
    guard behind.count > 1, content.allSatisfy({ $0.capitals == 1 }) else { return false }
    // In a headline other words have capitals as well.
    let others = tokens[..<range.lowerBound] + tokens[behind.endIndex...]
    let long = others.filter { $0.upper - $0.lower >= Self.shortestOfTitle }
    return !long.isEmpty && long.count { $0.capitals > 0 } * 2 <= long.count
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

  /// Off Taiwan, China Airlines: what follows a comma in the term begins another name.
  private func isSplit(_ range: Range<Int>, _ tokens: [TermToken]) -> Bool {
    guard range.count > 1, let next = next(range, tokens), next.capitals > 0 else { return false }
    return tokens[range.upperBound - 1].followsBreak && !tokens[range.upperBound - 1].isPossessive
  }

  /// The greater Bay Area: the first word belongs to another name behind it.
  private func isOther(_ range: Range<Int>, _ tokens: [TermToken]) -> Bool {
    range.count > 1 && tokens[range.lowerBound].capitals == 0
      && tokens[range.lowerBound + 1].capitals > 0
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
