import ArticleModel
import Linguistics

/// `repeated-word`: a word, or a few, twice in a row.
struct RepeatedWordCheck: Check {
  static let rule = Rule("repeated-word", .warning, "A word stands twice in a row.")

  private let rules: TextRules
  private let functionWords: Set<String>

  init(rules: TextRules, locale: LocaleTag) {
    self.rules = rules
    functionWords = FunctionWords.of(locale)
  }

  func findings(in pair: SegmentPair) -> [Finding] {
    let isChinese = pair.targetLocale.language == "zh"
    let found = isChinese ? chinese(pair) : spaced(pair)
    guard let (range, word) = found else { return [] }
    return [
      pair.finding(
        Self.rule, "“\(word)” stands twice in a row; take one out", at: range, suggestion: word)
    ]
  }

  private func spaced(_ pair: SegmentPair) -> (Range<Int>, String)? {
    let text = pair.targetText
    let words = text.words
    // With their accents: ή η is “or the”.
    let keys = words.map { text.string($0).lowercased() }
    let sourceHasRepeat = Self.hasRepeat(pair.sourceText)
    for size in [1, 2, 3] {
      guard words.count >= 2 * size else { break }
      for start in 0...(words.count - 2 * size) {
        let first = keys[start..<(start + size)]
        guard first.elementsEqual(keys[(start + size)..<(start + 2 * size)]),
          (start..<(start + 2 * size - 1)).allSatisfy({ isSpace(words[$0], words[$0 + 1], text) })
        else { continue }
        let isName =
          text.prose[words[start].lowerBound].properties.isUppercase
          && text.prose[words[start + size].lowerBound].properties.isUppercase
        let string = text.string(words[start].lowerBound..<words[start + size - 1].upperBound)
        if size == 1,
          isName && (start > 0 || sourceHasRepeat) || rules.mayRepeat.contains(string.lowercased())
        {
          continue
        }
        if size == 1, words[start].count == 1,
          text.prose[words[start].lowerBound].properties.isUppercase
        {
          continue
        }
        if sourceHasRepeat
          || size == 1 && (isOneByOne(start, words, text) || isByNounAndVerb(start, words, text))
        {
          continue
        }
        return (words[start].lowerBound..<words[start + 2 * size - 1].upperBound, string)
      }
    }
    return nil
  }

  /// ένα ένα, at the end of a phrase: one by one.
  private func isOneByOne(_ start: Int, _ words: [Range<Int>], _ text: CheckedText) -> Bool {
    guard rules.distributives.contains(text.string(words[start]).lowercased()) else { return false }
    guard start + 2 < words.count, isSpace(words[start + 1], words[start + 2], text) else {
      return true
    }
    let next = text.string(words[start + 2])
    return rules.particles.contains(next) || functionWords.contains(next)
  }

  /// η γιαγιά μου μου έλεγε: the one pronoun is the noun's, the other the verb's.
  private func isByNounAndVerb(
    _ start: Int, _ words: [Range<Int>], _ text: CheckedText
  ) -> Bool {
    guard rules.pronouns.contains(text.string(words[start])), start > 0, start + 2 < words.count,
      isSpace(words[start - 1], words[start], text),
      isSpace(words[start + 1], words[start + 2], text)
    else { return false }
    let verb = text.string(words[start + 2])
    return verb.first?.isLowercase == true && rules.finiteEndings.contains(where: verb.hasSuffix)
  }

  private func isSpace(_ left: Range<Int>, _ right: Range<Int>, _ text: CheckedText) -> Bool {
    left.upperBound < right.lowerBound
      && text.prose[left.upperBound..<right.lowerBound].allSatisfy(\.isSpace)
  }

  /// Whether the source doubles a word too; Chinese doubles many that no one translates twice.
  private static func hasRepeat(_ text: CheckedText) -> Bool {
    let words = text.words
    return zip(words, words.dropFirst()).contains { left, right in
      left.upperBound + 1 == right.lowerBound
        && text.prose[left].elementsEqual(text.prose[right]) { $0.folded == $1.folded }
    }
  }

  private func chinese(_ pair: SegmentPair) -> (Range<Int>, String)? {
    let text = pair.targetText
    let source = pair.sourceText
    for size in [1, 2, 3, 4] {
      guard text.prose.count >= 2 * size else { break }
      for start in 0...(text.prose.count - 2 * size) {
        let range = start..<(start + size)
        let first = text.prose[range]
        guard first.elementsEqual(text.prose[(start + size)..<(start + 2 * size)]),
          first.allSatisfy(\.isHan)
        else { continue }
        if size == 1, !isWrongPair(first, start, text) { continue }
        // 一步一步, 是不是不同: how the language says it.
        if size == 2, first.contains(where: { "一不又很".unicodeScalars.contains($0) }) { continue }
        // 研究研究 is good Chinese, 人人人人 and 谢谢谢谢 are doublings of doublings.
        if size > 1,
          rules.mayRepeat.contains(text.string(range)) || first.first == first.dropFirst().first
        {
          continue
        }
        if size > 1, Self.contains(source, first + first) { continue }
        return (start..<(start + 2 * size), text.string(range))
      }
    }
    return nil
  }

  /// 的的 is wrong, but not in 目的的 and 的的确确.
  private func isWrongPair(
    _ pair: ArraySlice<Unicode.Scalar>, _ start: Int, _ text: CheckedText
  ) -> Bool {
    guard let scalar = pair.first, rules.mayNotRepeat.contains(String(scalar)) else { return false }
    let before = text.scalar(start - 1).map { String(scalars: [$0, scalar]) } ?? ""
    let after = text.scalar(start + 2).map { String(scalars: [scalar, $0]) } ?? ""
    return !rules.mayRepeat.contains(before) && !rules.mayRepeat.contains(after)
  }

  private static func contains(
    _ text: CheckedText, _ part: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard text.prose.count >= part.count else { return false }
    return (0...(text.prose.count - part.count)).contains { start in
      text.prose[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
