public import ArticleModel
import Linguistics

/// Finds the glossary's terms in texts of one language: the longest term at every place.
public struct TermMatcher: Sendable {
  private struct Form {
    var concept: String
    var term: String
    var status: TermStatus
    /// The words that must stand as written, by their place: abbreviations are told by their case.
    var fixed: [(place: Int, word: String)]
  }

  private struct Node {
    var next: [String: Int] = [:]
    var forms: [Form] = []
  }

  private let locale: LocaleTag
  private let tokenizer: TermTokenizer
  private var nodes = [Node()]

  /// Prepares the terms of a language.
  ///
  /// Traditional and simplified Chinese are compared in simplified characters.
  public init(glossary: Glossary, locale: LocaleTag) {
    self.locale = locale
    tokenizer = TermTokenizer(locale: locale)
    for concept in glossary.concepts {
      for tag in concept.terms.keys.sorted() where Self.serves(tag, locale) {
        guard let terms = concept.terms[tag] else { continue }
        if let term = terms.preferred { insert(term, .preferred, concept) }
        for term in terms.admitted { insert(term, .admitted, concept) }
        for term in terms.forbidden { insert(term, .forbidden, concept) }
      }
    }
  }

  private static func serves(_ tag: LocaleTag, _ locale: LocaleTag) -> Bool {
    tag == locale || (locale.language == "zh" && tag.language == "zh")
  }

  private mutating func insert(_ term: String, _ status: TermStatus, _ concept: Concept) {
    let tokens = tokenizer.tokens(in: comparable(term)).filter { !$0.isArticle }
    guard !tokens.isEmpty else { return }
    var node = 0
    for token in tokens {
      if let next = nodes[node].next[token.key] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[token.key] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    let fixed = concept.isCaseSensitive ? Self.abbreviations(in: tokens) : []
    let form = Form(concept: concept.id, term: term, status: status, fixed: fixed)
    // Forms of one concept may fold into one; the first, which is the better one, counts.
    let isKnown = nodes[node].forms.contains { $0.concept == form.concept }
    if !isKnown { nodes[node].forms.append(form) }
  }

  private static func abbreviations(in tokens: [TermToken]) -> [(place: Int, word: String)] {
    tokens.enumerated().compactMap { place, token in
      let isAbbreviation =
        token.written.count > 1 && token.written.allSatisfy { $0.isUppercase || $0.isNumber }
      return isAbbreviation ? (place, String(token.written)) : nil
    }
  }

  /// The terms in a text, in order, none inside another; forms that several concepts share give a
  /// hit for each.
  public func hits(in text: String) -> [TermHit] {
    let compared = comparable(text)
    // The offsets are those of the text only while the script's other form is as long.
    guard compared.utf8.count == text.utf8.count else { return [] }
    let tokens = tokenizer.tokens(in: compared)
    var hits: [TermHit] = []
    var start = 0
    while start < tokens.count {
      guard let found = longest(in: tokens, from: start) else {
        start += 1
        continue
      }
      let range = tokens[start].range.lowerBound..<tokens[found.end - 1].range.upperBound
      hits += found.forms.map {
        TermHit(concept: $0.concept, term: $0.term, status: $0.status, range: range)
      }
      start = found.end
    }
    return locale.language == "zh" ? onWordEdges(hits, text) : hits
  }

  /// The concepts whose accepted terms stand anywhere in a text, inside longer terms as well: who
  /// writes 中国共产党第十九次全国代表大会 has written 中国共产党.
  public func concepts(in text: String) -> Set<String> {
    let compared = comparable(text)
    let tokens = tokenizer.tokens(in: compared)
    var found: Set<String> = []
    for start in tokens.indices {
      for (forms, _) in matches(in: tokens, from: start) {
        found.formUnion(forms.filter { $0.status != .forbidden }.map(\.concept))
      }
    }
    return found
  }

  private func longest(
    in tokens: [TermToken], from start: Int
  ) -> (forms: [Form], end: Int)? {
    matches(in: tokens, from: start).last
  }

  /// All terms that begin at a token, the shortest first.
  private func matches(
    in tokens: [TermToken], from start: Int
  ) -> [(forms: [Form], end: Int)] {
    guard !tokens[start].isArticle else { return [] }
    var found: [(forms: [Form], end: Int)] = []
    var node = 0
    var words: [Substring] = []
    for index in start..<tokens.count {
      let token = tokens[index]
      if index > start {
        if token.followsBreak { break }
        if token.isArticle { continue }
      }
      guard let next = nodes[node].next[token.key] else { break }
      node = next
      words.append(token.written)
      let forms = nodes[node].forms.filter { form in
        form.fixed.allSatisfy { words[$0.place] == $0.word }
      }
      if !forms.isEmpty { found.append((forms, index + 1)) }
    }
    return found
  }

  private func comparable(_ text: String) -> String {
    locale.language == "zh" ? ChineseScript.simplified(text) : text
  }

  /// A term of two characters counts only where the dictionary sees a word begin and end: 中共 is not
  /// in 发展中共同.
  private func onWordEdges(_ hits: [TermHit], _ text: String) -> [TermHit] {
    guard hits.contains(where: { $0.range.count <= 6 }),
      let words = try? WordBreaker(locale: locale).words(in: text)
    else { return hits }
    let starts = Set(words.map(\.lowerBound))
    let ends = Set(words.map(\.upperBound))
    return hits.filter {
      $0.range.count > 6
        || (starts.contains($0.range.lowerBound) && ends.contains($0.range.upperBound))
    }
  }
}
