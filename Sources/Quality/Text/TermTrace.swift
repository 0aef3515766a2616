import ArticleModel
import Linguistics
import Terminology

/// Tells whether a translation says a term in another way than the glossary has it.
///
/// A good translation leaves out what the text has said before (the Speaker of Parliament, the
/// flame), makes a verb of a noun (συνήψαν διπλωματικές σχέσεις), or an adjective of a place (κρητικό).
struct TermTrace {
  private let rules: TextRules
  private let functionWords: Set<String>
  private let language: String

  init(rules: TextRules, locale: LocaleTag) {
    self.rules = rules
    functionWords = FunctionWords.of(locale)
    language = locale.language
  }

  /// A text without the terms that its source does not have.
  struct Text {
    var words: [[Unicode.Scalar]]
    var scalars: [Unicode.Scalar]
  }

  func text(_ text: String, without hits: [Range<Int>]) -> Text {
    var bytes = Array(text.utf8)
    for hit in hits {
      for place in hit { bytes[place] = 0x20 }
    }
    let prose = CheckedText([.text(String(decoding: bytes, as: UTF8.self))])
    return Text(
      words: prose.words.map { word in prose.prose[word].map(\.folded) }, scalars: prose.prose)
  }

  /// Whether a text says enough of one of the accepted terms of a concept.
  ///
  /// Where the source itself says half of its term (`isShort`), half is enough.
  func isSaid(_ terms: [String], in text: Text, isShort: Bool) -> Bool {
    terms.contains { term in
      language == "zh"
        ? reworded(term).contains {
          saysHan($0, text) { isShort ? ($0 + 1) / 2 : ($0 * 3 + 3) / 4 }
        }
        : saysWords(term, text, isShort: isShort)
    }
  }

  /// Whether a text has all of one of the terms, be it that something stands in between:
  /// 中国共产党第十九届中央委员会 is 中国共产党中央委员会.
  func isWhole(_ terms: [String], in text: Text) -> Bool {
    terms.contains { term in
      guard language == "zh" else {
        let prose = CheckedText([.text(term)])
        let words = contentWords(of: prose)
        return words.count > 1 && words.allSatisfy { isFound($0, of: prose, in: text) }
      }
      let scalars = Array(term.unicodeScalars)
      return text.scalars.indices.contains { spansHan(scalars, text, from: $0) }
    }
  }

  /// Whether a text has more than half of one of the terms, or the half that says which is meant:
  /// developing nations are developing countries.
  func isHalfSaid(_ terms: [String], in text: Text) -> Bool {
    terms.contains { term in
      guard language == "zh" else {
        let prose = CheckedText([.text(term)])
        let found = contentWords(of: prose).map { isFound($0, of: prose, in: text) }
        let count = found.count { $0 } * 2
        return count > found.count || count == found.count && found.first == true
      }
      return reworded(term).contains { saysHan($0, text) { $0 / 2 + 1 } }
    }
  }

  /// Whether a text has so much as one word of one of the terms.
  func isTouched(_ terms: [String], in text: Text) -> Bool {
    terms.contains { term in
      guard language == "zh" else {
        let prose = CheckedText([.text(term)])
        return contentWords(of: prose).contains { isFound($0, of: prose, in: text) }
      }
      let scalars = withoutNationality(term)
      return zip(scalars, scalars.dropFirst()).contains { first, second in
        zip(text.scalars, text.scalars.dropFirst()).contains { $0 == (first, second) }
      }
    }
  }

  /// Whether a text has a word made of a name (κρητικό, Athenian), or a short form of it (京).
  func isNamed(_ names: [String], in text: Text) -> Bool {
    names.contains { name in
      if language == "zh" {
        return rules.shortNames[name]?.unicodeScalars.contains(where: text.scalars.contains) == true
      }
      let stem = name.unicodeScalars.map(\.folded).dropLast(name.unicodeScalars.count > 5 ? 2 : 1)
      return stem.count >= 4 && text.words.contains { $0.starts(with: stem) }
    }
  }

  /// Whether a text has the family name of a person, the first word of the name.
  func hasFamilyName(of names: [String], in text: Text) -> Bool {
    language != "zh"
      && names.contains { name in
        let family = name.unicodeScalars.prefix { $0 != " " }.map(\.folded)
        return text.words.contains(family)
      }
  }

  /// Whether a text has the country that one of the names, a capital, may stand for.
  func hasCountry(of names: [String], in text: Text) -> Bool {
    names.contains { name in
      rules.metonyms[name]?.contains { says($0, text) } == true
    }
  }

  private func saysWords(_ term: String, _ text: Text, isShort: Bool) -> Bool {
    let prose = CheckedText([.text(term)])
    let words = contentWords(of: prose)
    guard let first = words.first else { return false }
    // An abbreviation is said or not.
    guard words.contains(where: { prose.prose[$0.upperBound - 1].properties.isLowercase }) else {
      return false
    }
    let found = words.map { isFound($0, of: prose, in: text) }
    let count = found.count { $0 }
    if count == words.count { return true }
    let weighty = zip(words, found).filter {
      !rules.lightNouns.contains(prose.string($0.0).lowercased())
    }
    if !weighty.isEmpty, weighty.allSatisfy(\.1) { return true }
    if words.count >= 4, count * 4 >= words.count * 3 { return true }
    if isShort, words.count >= 2, count * 2 >= words.count { return true }
    return words.count >= 3 && count == words.count - 1 && !found[0]
      && rules.verbalEndings.contains { prose.string(first).hasSuffix($0) }
  }

  private func contentWords(of prose: CheckedText) -> [Range<Int>] {
    prose.words.filter { word in
      let string = prose.string(word)
      return !functionWords.contains(string.lowercased()) && !rules.nationality.contains(string)
    }
  }

  /// Whether a text has a word of a term, one that is made of it, or one that says the same.
  private func isFound(_ word: Range<Int>, of prose: CheckedText, in text: Text) -> Bool {
    let letters = prose.prose[word].map(\.folded)
    if text.words.contains(where: { Self.isRelated($0, letters) }) { return true }
    return rules.paraphrases.contains { group in
      group.contains { $0.unicodeScalars.elementsEqual(letters) { $0.folded == $1 } }
        && group.contains { says($0, text) }
    }
  }

  /// Whether a text has all words of a phrase, or its characters.
  private func says(_ phrase: String, _ text: Text) -> Bool {
    if language == "zh" {
      let wanted = Array(phrase.unicodeScalars)
      return text.scalars.indices.dropLast(wanted.count - 1).contains {
        text.scalars[$0..<($0 + wanted.count)].elementsEqual(wanted)
      }
    }
    return phrase.split { $0 == " " || $0 == "-" }.allSatisfy { word in
      let letters = word.unicodeScalars.map(\.folded)
      return text.words.contains { $0 == letters || Self.isRelated($0, letters) }
    }
  }

  /// Whether two words have so much of their beginning in common that one is made of the other.
  private static func isRelated(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    if one == other { return true }
    let common = zip(one, other).prefix { $0 == $1 }.count
    return common >= 4 && common >= min(one.count, other.count) - 3
      && common * 2 >= max(one.count, other.count)
  }

  /// A term and what it is with words that say the same.
  private func reworded(_ term: String) -> [String] {
    var terms = [term]
    for group in rules.paraphrases {
      for word in group where term.contains(word) {
        terms += group.filter { $0 != word }.map { term.replacing(word, with: $0) }
      }
    }
    return terms
  }

  private func withoutNationality(_ term: String) -> [Unicode.Scalar] {
    var term = Array(term.unicodeScalars)
    for name in rules.nationality where term.starts(with: name.unicodeScalars) {
      term.removeFirst(name.unicodeScalars.count)
    }
    return term
  }

  /// Chinese leaves out characters, and puts others in between: 两国元首 are 国家元首; `least` tells how
  /// many of a term's are enough.
  private func saysHan(_ term: String, _ text: Text, least: (Int) -> Int) -> Bool {
    let term = withoutNationality(term)
    let count = least(term.count)
    guard count >= 2 else { return false }
    return text.scalars.indices.dropLast(count - 1).contains { start in
      Self.isSubsequence(text.scalars[start..<(start + count)], of: term)
        || spansHan(term, text, from: start)
    }
  }

  /// Whether a term of three characters or more begins at a place, and goes on before long.
  private func spansHan(_ term: [Unicode.Scalar], _ text: Text, from start: Int) -> Bool {
    let end = min(text.scalars.count, start + term.count * 2)
    return term.count >= 3 && text.scalars[start] == term[0]
      && Self.isSubsequence(term[...], of: text.scalars[start..<end])
  }

  private static func isSubsequence(
    _ part: ArraySlice<Unicode.Scalar>, of whole: some Sequence<Unicode.Scalar>
  ) -> Bool {
    var rest = part
    for scalar in whole where rest.first == scalar { rest.removeFirst() }
    return rest.isEmpty
  }
}
