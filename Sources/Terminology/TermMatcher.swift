public import ArticleModel
import Linguistics

/// Finds the glossary's terms in texts of one language: the longest term at every place.
public struct TermMatcher: Sendable {
  private struct Form {
    var concept: Int
    var term: String
    var status: TermStatus
    /// For a term with a gap: the node of the part behind it, and whether this is that part.
    var tail: Int?
    var isTail: Bool
  }

  private let locale: LocaleTag
  private let identifiers: [String]
  private let scanner: TermScanner
  private var automaton = TermAutomaton()
  /// The forms that end at each node of the tree.
  private var forms: [[Form]] = []
  private var hasGaps = false
  private let dictionaries: ChineseDictionary.Pool?

  /// Prepares the terms of a language.
  ///
  /// Traditional and simplified Chinese are compared in simplified characters.
  public init(glossary: Glossary, locale: LocaleTag) {
    self.locale = locale
    identifiers = glossary.concepts.map(\.id)
    dictionaries = locale.language == "zh" ? ChineseDictionary.Pool(locale: locale) : nil
    let inflection = Self.inflection(of: locale)
    scanner = TermScanner(locale: locale, inflection: inflection)
    for (index, concept) in glossary.concepts.enumerated() {
      for tag in concept.terms.keys.sorted(by: { Self.isBefore($0, $1, for: locale) })
      where Self.serves(tag, locale) {
        guard let terms = concept.terms[tag] else { continue }
        for (term, status) in terms.all {
          insert(term, status, of: concept, at: index, inflection)
        }
      }
    }
  }

  private static func inflection(of locale: LocaleTag) -> (any Inflection)? {
    do {
      switch locale.language {
      case "el": return try GreekInflection()
      case "en": return try EnglishInflection()
      default: return nil
      }
    } catch {
      // The tables are built in and have a test.
      preconditionFailure("\(error)")
    }
  }

  private static func serves(_ tag: LocaleTag, _ locale: LocaleTag) -> Bool {
    tag == locale || (locale.language == "zh" && tag.language == "zh")
  }

  /// The language's own terms first.
  private static func isBefore(_ one: LocaleTag, _ other: LocaleTag, for locale: LocaleTag) -> Bool
  {
    (one == locale ? 0 : 1, one) < (other == locale ? 0 : 1, other)
  }

  private mutating func insert(
    _ term: String, _ status: TermStatus, of concept: Concept, at index: Int,
    _ inflection: (any Inflection)?
  ) {
    let parts = TermGap.parts(of: term)
    var tail: Int?
    for (place, part) in parts.enumerated().reversed() {
      let words = scanner.words(in: part)
      let forms = self.forms(of: words, inflection)
      let capitals = words.map {
        Self.capitals($0.word, isAlone: words.count == 1, concept)
      }
      guard
        let node = automaton.insert(
          zip(words, forms).map { ($0.word, $0.token, $1) }, capitals: capitals, scanner: scanner,
          addsOptional: inflection?.addsOptionalWords ?? true)
      else { return }
      if node >= self.forms.count {
        self.forms += [[Form]](repeating: [], count: node + 1 - self.forms.count)
      }
      hasGaps = hasGaps || tail != nil
      self.forms[node].append(
        Form(
          concept: index, term: term, status: status, tail: tail,
          isTail: place > 0))
      tail = node
    }
  }

  private func forms(
    of words: [(word: FoldedWord, token: TermToken)], _ inflection: (any Inflection)?
  ) -> [[InflectedForm]] {
    guard let inflection else {
      return words.map { [InflectedForm(kept: $0.word.letters.count)] }
    }
    return zip(words, inflection.forms(ofTerm: words.map(\.word))).map { content, forms in
      // Who leaves out the apostrophe of People's writes Peoples.
      content.token.isPossessive
        ? forms + [InflectedForm(kept: content.word.letters.count, ending: [0x73])] : forms
    }
  }

  /// How many capitals tell an abbreviation from a word: WHO, MoU.
  ///
  /// A name of one word has one: China, and china is something else.
  private static func capitals(_ word: FoldedWord, isAlone: Bool, _ concept: Concept) -> Int {
    if isAlone, word.startsWithCapital, word.capitals == 1 { return concept.isName ? 1 : 0 }
    guard word.capitals > 1, word.capitals * 2 > word.letters.count else { return 0 }
    return concept.isCaseSensitive || isAlone || word.letters.count < 5 ? word.capitals : 0
  }

  /// The terms in a text, in order, none inside another; forms that several concepts share give a
  /// hit for each.
  public func hits(in text: String) -> [TermHit] {
    let tokens = scanner.tokens(in: text)
    let matches = automaton.matches(in: tokens)
    guard !matches.isEmpty else { return [] }
    guard let dictionaries else { return hits(matches, tokens, text) { _ in true } }
    var bytes = text
    return dictionaries.withDictionary { dictionary in
      guard let dictionary else { return hits(matches, tokens, text) { _ in true } }
      return bytes.withUTF8 { bytes in
        var edges = ChineseEdges(bytes: bytes, dictionary: dictionary)
        return hits(matches, tokens, text) { edges.allow($0) }
      }
    }
  }

  private func hits(
    _ matches: [TermAutomaton.Match], _ tokens: [TermToken], _ text: String,
    where allows: (Range<Int>) -> Bool
  ) -> [TermHit] {
    let whole = hasGaps ? matches.filter { !isPart($0, allParts: true) } : matches
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
      isPart($0, allParts: false) && allows(byteRange($0.tokens, tokens))
    }
    let gaps = gapHits(parts, tokens)
    guard !gaps.isEmpty else { return hits }
    return (hits + gaps).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a node ends parts of terms with a gap: only those, or some.
  private func isPart(_ match: TermAutomaton.Match, allParts: Bool) -> Bool {
    let isPart = { (form: Form) in form.tail != nil || form.isTail }
    return allParts
      ? forms[match.node].allSatisfy(isPart) : forms[match.node].contains(where: isPart)
  }

  /// The concepts whose accepted terms stand anywhere in a text, inside longer terms as well: who
  /// writes 中国共产党第十九次全国代表大会 has written 中国共产党.
  public func concepts(in text: String) -> Set<String> {
    let tokens = scanner.tokens(in: text)
    let matches = automaton.matches(in: tokens)
    var found = Set(gapHits(matches, tokens).filter { $0.status != .forbidden }.map(\.concept))
    for match in matches {
      for form in forms[match.node]
      where form.status != .forbidden && form.tail == nil && !form.isTail {
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
    let candidates = nodes.flatMap { forms[$0] }.filter { $0.tail == nil && !$0.isTail }
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
