import ArticleModel
import Linguistics

/// Tells abbreviations that a text explains as those of something else: a power purchase agreement
/// (PPA) is no port.
struct ExplainedAbbreviations: Sendable {
  /// How the words of the terms of each concept with an abbreviation begin.
  private var beginnings: [Int: Set<[UInt32]>] = [:]

  /// How many letters tell that two words may be forms of one.
  private static let beginning = 4
  /// How long words are that have no letter in an abbreviation: of, και.
  private static let shortest = 4

  init(glossary: Glossary, locale: LocaleTag) {
    for (index, concept) in glossary.concepts.enumerated() {
      guard let terms = concept.terms[locale]?.all.map(\.term),
        terms.contains(where: { !$0.utf8.contains(0x20) && FoldedWord($0).capitals > 1 })
      else { continue }
      let words = terms.flatMap { $0.split(separator: " ") }
      beginnings[index] = Set(words.map { Self.beginning(of: FoldedWord($0)) })
    }
  }

  /// Whether a term of a concept is an abbreviation in brackets, and the words before it begin with
  /// its letters but are not the concept's.
  func explainsAnother(
    _ concept: Int, at range: Range<Int>, in tokens: [TermToken], _ text: String
  ) -> Bool {
    guard range.count == 1, tokens[range.lowerBound].isBracketed,
      let known = beginnings[concept]
    else { return false }
    let letters = word(tokens[range.lowerBound], text).letters
    return [true, false].contains { skipsShort in
      let words = words(
        before: range.lowerBound, count: letters.count, skipsShort: skipsShort, tokens, text)
      return [letters.count, letters.count - 1].contains { count in
        guard count > 1, words.count >= count else { return false }
        let long = words.suffix(count)
        guard long.map(\.letters.first).elementsEqual(letters.prefix(count).map { $0 }) else {
          return false
        }
        let isKnown = long.map { known.contains(Self.beginning(of: $0)) }
        // The last word says whose it is: the Communist Party of Cuba (CPC).
        return isKnown.count { $0 } * 2 < count || count == letters.count && isKnown.last == false
      }
    }
  }

  /// The words before a place, up to a number of them, without short ones in small letters.
  private func words(
    before place: Int, count: Int, skipsShort: Bool, _ tokens: [TermToken], _ text: String
  ) -> [FoldedWord] {
    var words: [FoldedWord] = []
    var next = place - 1
    while next >= 0, words.count < count {
      let token = tokens[next]
      let word = word(token, text)
      let isShort = skipsShort && word.letters.count < Self.shortest && token.capitals == 0
      if !token.isOptional, !isShort { words.insert(word, at: 0) }
      if token.followsBreak { break }
      next -= 1
    }
    return words
  }

  private func word(_ token: TermToken, _ text: String) -> FoldedWord {
    let bytes = text.utf8.dropFirst(token.lower).prefix(token.upper - token.lower)
    return FoldedWord(String(decoding: bytes.filter { $0 != 0x2E }, as: UTF8.self))
  }

  private static func beginning(of word: FoldedWord) -> [UInt32] {
    Array(word.letters.prefix(beginning))
  }
}
