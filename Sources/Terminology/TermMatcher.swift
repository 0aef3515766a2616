public import ArticleModel
import Linguistics

/// Finds the glossary's terms in texts of one language: the longest term at every place.
public struct TermMatcher: Sendable {
  private typealias Form = TermTree.Form

  private let identifiers: [String]
  private let domains: [String]
  private let tree: TermTree
  /// What tells the bodies of other countries; `nil` where the glossary names no bodies.
  private let foreign: ForeignBodies?
  private let compounds: HyphenCompounds?
  private let surroundings: TermSurroundings?
  /// What to look for around the terms of each node.
  private let sought: [TermSurroundings.Kind]
  /// Whether a term at each node names a person.
  private let arePersons: [Bool]
  private let abbreviations: ExplainedAbbreviations
  private let dictionaries: ChineseDictionary.Pool?

  /// Prepares the terms of a language.
  ///
  /// Traditional and simplified Chinese are compared in simplified characters.
  public init(glossary: Glossary, locale: LocaleTag) {
    identifiers = glossary.concepts.map(\.id)
    domains = glossary.concepts.map { $0.domain ?? "" }
    let dictionaries = locale.language == "zh" ? ChineseDictionary.Pool(locale: locale) : nil
    self.dictionaries = dictionaries
    let hasBodies = glossary.concepts.contains { ForeignBodies.domains.contains($0.domain ?? "") }
    let scanner = TermScanner(locale: locale)
    let countries = hasBodies ? CountryNames(locale: locale) : nil
    compounds = HyphenCompounds(scanner: scanner)
    let surroundings = locale.language == "zh" ? nil : TermSurroundings(scanner: scanner)
    self.surroundings = surroundings
    foreign = countries.map { ForeignBodies(countries: $0, scanner: scanner) }
    tree = TermTree(
      glossary: glossary, scanner: scanner, countries: countries,
      aspect: locale.language == "zh" ? TermAspect(scanner: scanner) : nil,
      shortForms: ShortFormTree(scanner: scanner), findsOtherNames: true
    ) { text, range in
      guard let dictionaries else { return true }
      var text = text
      return text.withUTF8 { bytes in
        dictionaries.withDictionary { dictionary in
          guard let dictionary else { return true }
          var edges = ChineseEdges(bytes: bytes, dictionary: dictionary)
          return edges.allow(range)
        }
      }
    }
    abbreviations = ExplainedAbbreviations(glossary: glossary, locale: locale)
    arePersons = tree.forms.map { forms in
      forms.contains { glossary.concepts[$0.concept].domain == "person" }
    }
    sought = tree.forms.map { forms in
      guard let surroundings, let form = forms.first else { return [] }
      return surroundings.kind(
        of: form.term, domain: glossary.concepts[form.concept].domain)
    }
  }

  private var forms: [[Form]] { tree.forms }
  private var hasGaps: Bool { tree.hasGaps }

  /// The terms in a text, in order, none inside another; forms that several concepts share give a
  /// hit for each.
  public func hits(in text: String) -> [TermHit] {
    let tokens = tree.scanner.tokens(in: text)
    let matches = matches(in: tokens)
    guard !matches.isEmpty else { return [] }
    guard let dictionaries else { return hits(matches, tokens, text) { _ in true } }
    var bytes = text
    return dictionaries.withDictionary { dictionary in
      guard let dictionary else { return hits(matches, tokens, text) { _ in true } }
      return bytes.withUTF8 { bytes in
        var edges = ChineseEdges(bytes: bytes, dictionary: dictionary)
        let whole = matches.filter { match in
          !arePersons[match.node] || !edges.isOfLongerName(byteRange(match.tokens, tokens))
        }
        return hits(whole, tokens, text) { edges.allow($0) }
      }
    }
  }

  private func matches(in tokens: [TermToken]) -> [TermAutomaton.Match] {
    tree.otherNames.removed(from: tree.automaton.matches(in: tokens), in: tokens)
  }

  private func hits(
    _ matches: [TermAutomaton.Match], _ tokens: [TermToken], _ text: String,
    where allows: (Range<Int>) -> Bool
  ) -> [TermHit] {
    let foreign = foreign == nil ? [] : matches.filter { isForeign($0, tokens) }.map(\.tokens)
    let explained = matches.filter { isExplained($0, tokens, text) }.map(\.node)
    let whole = matches.filter { match in
      let kind = tree.kinds[match.node]
      return !kind.isPart && compounds?.tear(match.tokens, in: tokens) != true
        && !isOfAnother(match, tokens, text) && !explained.contains(match.node)
        && !(kind.isOwnBody && foreign.contains { $0.contains(match.tokens) })
    }
    let ranges = whole.map { byteRange($0.tokens, tokens) }
    let chosen = TermOverlap.longest(ranges, where: allows)
    var hits: [TermHit] = []
    hits.reserveCapacity(chosen.count)
    var start = 0
    while start < chosen.count {
      let range = ranges[chosen[start]]
      var end = start + 1
      while end < chosen.count, ranges[chosen[end]] == range { end += 1 }
      append(chosen[start..<end].map { whole[$0].node }, at: range, in: text, to: &hits)
      start = end
    }
    guard hasGaps else { return hits }
    let parts = matches.filter {
      tree.kinds[$0.node].hasPart && allows(byteRange($0.tokens, tokens))
    }
    let gaps = gapHits(parts, tokens)
    guard !gaps.isEmpty else { return hits }
    return (hits + gaps).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a term is the body of another country by the words around it.
  private func isForeign(_ match: TermAutomaton.Match, _ tokens: [TermToken]) -> Bool {
    guard let foreign, tree.kinds[match.node].isOwnBody, let form = forms[match.node].first else {
      return false
    }
    return foreign.own(match.tokens, domain: domains[form.concept], in: tokens)
  }

  /// Whether a text says of an abbreviation that it is another's.
  private func isExplained(
    _ match: TermAutomaton.Match, _ tokens: [TermToken], _ text: String
  ) -> Bool {
    guard tokens[match.tokens.lowerBound].isBracketed, let form = forms[match.node].first else {
      return false
    }
    return abbreviations.explainsAnother(form.concept, at: match.tokens, in: tokens, text)
  }

  /// Whether what stands around a term makes another thing of it.
  private func isOfAnother(
    _ match: TermAutomaton.Match, _ tokens: [TermToken], _ text: String
  ) -> Bool {
    surroundings?.makeAnother(of: sought[match.node], at: match.tokens, in: tokens, text) == true
  }

  /// The concepts whose accepted terms stand anywhere in a text, inside longer terms as well: who
  /// writes 中国共产党第十九次全国代表大会 has written 中国共产党.
  public func concepts(in text: String) -> Set<String> {
    let tokens = tree.scanner.tokens(in: text)
    let matches = matches(in: tokens)
    var found = Set(gapHits(matches, tokens).filter { $0.status != .forbidden }.map(\.concept))
    for match in matches {
      for form in forms[match.node]
      where form.isAccepted {
        found.insert(identifiers[form.concept])
      }
    }
    return found
  }

  private func byteRange(_ range: Range<Int>, _ tokens: [TermToken]) -> Range<Int> {
    tokens[range.lowerBound].lower..<tokens[range.upperBound - 1].upper
  }

  /// One hit a concept: where forms of one concept differ in accents or hyphens alone, the one that
  /// is spelt as the text is; else the best.
  private func append(
    _ nodes: [Int], at range: Range<Int>, in text: String, to hits: inout [TermHit]
  ) {
    if nodes.count == 1, forms[nodes[0]].count == 1 {
      hits.append(hit(forms[nodes[0]][0], range))
      return
    }
    // Nodes are numbered as the terms were added, the language's own first.
    let candidates = nodes.sorted().flatMap { forms[$0] }.filter { !$0.isPart }
    var best: [Form] = []
    for form in candidates {
      guard let known = best.firstIndex(where: { $0.concept == form.concept }) else {
        best.append(form)
        continue
      }
      guard best[known].term != form.term else { continue }
      let bytes = text.utf8
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      let spelling = Self.spelling(
        String(text[start..<bytes.index(start, offsetBy: range.count)]))
      if Self.spelling(best[known].term) != spelling,
        Self.spelling(form.term) == spelling || form.status.rank < best[known].status.rank
      {
        best[known] = form
      }
    }
    hits += best.map { hit($0, range) }
  }

  private func hit(_ form: Form, _ range: Range<Int>) -> TermHit {
    TermHit(
      concept: identifiers[form.concept], term: form.term, status: form.status, range: range)
  }

  /// A term in small letters, without quotes, each run of spaces one space.
  private static func spelling(_ text: String) -> String {
    String(
      text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .filter { !"\"'«»“”‘’„《》「」".contains($0) })
  }

  /// The hits of terms with a gap: 应……邀请.
  private func gapHits(_ matches: [TermAutomaton.Match], _ tokens: [TermToken]) -> [TermHit] {
    guard hasGaps else { return [] }
    var hits: [TermHit] = []
    for (index, match) in matches.enumerated() {
      for form in forms[match.node] where !form.isTail {
        guard let tail = form.tail else { continue }
        let near = matches[(index + 1)...].prefix {
          $0.tokens.lowerBound <= match.tokens.upperBound + TermGap.longest
        }
        let end = near.first {
          $0.node == tail && TermGap.allows(match.tokens, $0.tokens, tokens)
        }
        guard let end else { continue }
        let range = tokens[match.tokens.lowerBound].lower..<tokens[end.tokens.upperBound - 1].upper
        guard
          !hits.contains(where: { $0.concept == identifiers[form.concept] && $0.range == range })
        else { continue }
        hits.append(hit(form, range))
      }
    }
    return hits
  }
}
