import ArticleModel
import Linguistics

/// `untranslated-part`: words of the source's language that stand in the translation.
///
/// Names, abbreviations, brands, words at home in both languages, and what is quoted or in brackets
/// may stay.
struct UntranslatedCheck: Check {
  static let rule = Rule(
    "untranslated-part", .warning, "A run of words of the source's language is left.")

  let source: TextRules
  let target: TextRules

  func findings(in pair: SegmentPair) -> [Finding] {
    let from = pair.sourceLocale.language
    guard from != pair.targetLocale.language else { return [] }
    let text = pair.targetText
    let isFree = QuotedText.outside(text)
    let range: Range<Int>?
    switch from {
    case "zh": range = hanRun(in: text, isFree, pair.sourceText)
    case "el": range = greekRun(in: text, isFree, pair.sourceText)
    default: range = latinRun(in: text, isFree, pair.sourceText, into: pair.targetLocale)
    }
    guard let range else { return [] }
    return [
      pair.finding(
        Self.rule, "“\(text.string(range))” is left in the source's language; translate it",
        at: range)
    ]
  }

  private func hanRun(
    in text: CheckedText, _ isFree: [Bool], _ source: CheckedText
  ) -> Range<Int>? {
    guard let start = text.prose.indices.first(where: { text.prose[$0].isHan && isFree[$0] }) else {
      return nil
    }
    let end = text.prose[start...].firstIndex { !$0.isHan } ?? text.prose.count
    return Set(text.prose[start..<end]).isSubset(of: Set(source.prose)) ? start..<end : nil
  }

  private func greekRun(
    in text: CheckedText, _ isFree: [Bool], _ source: CheckedText
  ) -> Range<Int>? {
    let known = Self.words(of: source)
    let left = text.words.filter { word in
      isFree[word.lowerBound] && word.count > 1 && text.prose[word].allSatisfy(\.isGreekLetter)
        && text.prose[word].contains(where: \.properties.isLowercase)
        && known.contains(Self.key(word, text))
    }
    return Self.run(left, text)
  }

  /// Small letters tell words from names; one word is enough when it is no loanword.
  private func latinRun(
    in text: CheckedText, _ isFree: [Bool], _ origin: CheckedText, into locale: LocaleTag
  ) -> Range<Int>? {
    guard locale.language == "el" || locale.language == "zh" else { return nil }
    let known = Self.words(of: origin)
    let words = text.words.filter { word in
      text.prose[word].allSatisfy(\.isLatinLetter) && isFree[word.lowerBound]
    }
    let left = words.enumerated().filter { index, word in
      guard text.prose[word].allSatisfy(\.properties.isLowercase), word.count > 1,
        known.contains(Self.key(word, text))
      else { return false }
      let string = text.string(word)
      if target.loanwords.contains(string) { return false }
      let isTouching = Self.isUnitOrCode(word, text)
      return !isTouching && (word.count > 2 || source.particles.contains(string))
        && !isInName(index, words, text)
    }.map(\.element)
    guard let run = Self.run(left, text) else { return nil }
    // A capital at the start of the run belongs to it: The delegation.
    let first = words.last {
      $0.upperBound + 1 == run.lowerBound && known.contains(Self.key($0, text))
    }
    return (first?.lowerBound ?? run.lowerBound)..<run.upperBound
  }

  /// Whether a small word belongs to a name.
  ///
  /// It does between capitals (University of Athens), and of some words before one (von der Leyen).
  private func isInName(_ index: Int, _ words: [Range<Int>], _ text: CheckedText) -> Bool {
    let word = text.string(words[index])
    if source.nameParticles.contains(word) { return meetsCapital(index, 1, words, text) }
    return source.particles.contains(word) && meetsCapital(index, 1, words, text)
      && meetsCapital(index, -1, words, text)
  }

  private func meetsCapital(
    _ index: Int, _ step: Int, _ words: [Range<Int>], _ text: CheckedText
  ) -> Bool {
    var place = index
    while words.indices.contains(place + step) {
      let next = words[place + step]
      let gap =
        step > 0
        ? next.lowerBound - words[place].upperBound : words[place].lowerBound - next.upperBound
      guard gap == 1 else { return false }
      if text.prose[next.lowerBound].properties.isUppercase { return true }
      let word = text.string(next)
      guard source.particles.contains(word) || source.nameParticles.contains(word) else {
        return false
      }
      place += step
    }
    return false
  }

  /// 5 km, mm², e-mail: beside a figure, a hyphen or a mark that makes it part of a code.
  private static func isUnitOrCode(_ word: Range<Int>, _ text: CheckedText) -> Bool {
    let before = text.scalar(word.lowerBound - 1)
    let after = text.scalar(word.upperBound)
    if before?.isDigit == true || after?.isDigit == true { return true }
    if before == CheckedText.standIn || after == CheckedText.standIn { return true }
    if let before, "-_/@#.&+".unicodeScalars.contains(before) { return true }
    if let after, "-_/@#&+".unicodeScalars.contains(after) { return true }
    return word.count <= 3 && text.solid(from: word.lowerBound - 1, by: -1)?.isDigit == true
  }

  private static func key(_ word: Range<Int>, _ text: CheckedText) -> String {
    String(scalars: text.prose[word].map(\.folded))
  }

  private static func words(of text: CheckedText) -> Set<String> {
    Set(text.words.map { key($0, text) })
  }

  /// From the first word to the last that follows it closely.
  private static func run(_ words: [Range<Int>], _ text: CheckedText) -> Range<Int>? {
    guard var run = words.first else { return nil }
    for word in words.dropFirst() where word.lowerBound - run.upperBound <= 2 {
      run = run.lowerBound..<word.upperBound
    }
    return run
  }
}
