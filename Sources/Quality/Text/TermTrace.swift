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

  /// Whether a text says enough of one of the terms.
  ///
  /// - Parameters:
  ///   - terms: The accepted terms of a concept.
  ///   - isShort: Whether the source itself says half of its term, so that half is enough.
  func isSaid(_ terms: [String], in text: Text, isShort: Bool) -> Bool {
    terms.contains { term in
      language == "zh"
        ? saysHan(term, text, isShort: isShort) : saysWords(term, text, isShort: isShort)
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

  private func saysWords(_ term: String, _ text: Text, isShort: Bool) -> Bool {
    let prose = CheckedText([.text(term)])
    let words = prose.words.filter { word in
      let string = prose.string(word)
      return !functionWords.contains(string.lowercased()) && !rules.nationality.contains(string)
    }
    guard let first = words.first else { return false }
    // An abbreviation is said or not.
    guard words.contains(where: { prose.prose[$0.upperBound - 1].properties.isLowercase }) else {
      return false
    }
    let letters = { (word: Range<Int>) in prose.prose[word].map(\.folded) }
    let found = words.map { word in text.words.contains { Self.isRelated($0, letters(word)) } }
    let count = found.count { $0 }
    if count == words.count { return true }
    if words.count >= 4, count * 4 >= words.count * 3 { return true }
    if isShort, words.count >= 2, count * 2 >= words.count { return true }
    return words.count >= 3 && count == words.count - 1 && !found[0]
      && rules.verbalEndings.contains { prose.string(first).hasSuffix($0) }
  }

  /// Whether two words have so much of their beginning in common that one is made of the other.
  private static func isRelated(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    if one == other { return true }
    let common = zip(one, other).prefix { $0 == $1 }.count
    return common >= 4 && common >= min(one.count, other.count) - 3
      && common * 2 >= max(one.count, other.count)
  }

  /// Chinese leaves out characters: 两国元首 are 国家元首.
  private func saysHan(_ term: String, _ text: Text, isShort: Bool) -> Bool {
    var term = Array(term.unicodeScalars)
    for name in rules.nationality where term.starts(with: name.unicodeScalars) {
      term.removeFirst(name.unicodeScalars.count)
    }
    let count = isShort ? (term.count + 1) / 2 : (term.count * 3 + 3) / 4
    guard count >= 2 else { return false }
    return text.scalars.indices.dropLast(count - 1).contains { start in
      Self.isSubsequence(text.scalars[start..<(start + count)], of: term)
    }
  }

  private static func isSubsequence(
    _ part: ArraySlice<Unicode.Scalar>, of whole: [Unicode.Scalar]
  ) -> Bool {
    var rest = part
    for scalar in whole where rest.first == scalar { rest.removeFirst() }
    return rest.isEmpty
  }
}
