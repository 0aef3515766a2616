import ArticleModel
import Foundation
import Linguistics
import LocaleData

/// `leftover-pinyin`: Chinese in Latin letters where the translation should have its own.
///
/// In Chinese text a name in pinyin (Wang Yi) should be in characters; elsewhere a word with tone marks
/// (Běijīng) is a note that was left. A word is pinyin when it is made of its syllables, which
/// `Locales/zh-Hans/pinyin.txt` has.
struct PinyinCheck: Check {
  static let rule = Rule("leftover-pinyin", .warning, "Pinyin is left in the translation.")

  private let syllables: Set<[Unicode.Scalar]>

  init(data: LocaleData) {
    let text = data.text("zh-Hans/pinyin.txt") ?? ""
    syllables = Set(
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        .flatMap { $0.split(separator: " ") }.map { Array($0.unicodeScalars) })
  }

  func findings(in pair: SegmentPair) -> [Finding] {
    let text = pair.targetText
    guard let place = pair.targetLocale.language == "zh" ? name(in: text) : toned(in: pair) else {
      return []
    }
    return [
      pair.finding(
        Self.rule,
        pair.targetLocale.language == "zh"
          ? "“\(text.string(place))” is pinyin; write it in characters"
          : "“\(text.string(place))” has the tones of pinyin; take them out, or translate it",
        at: place)
    ]
  }

  /// Two words with capitals beside Chinese characters, of two or three syllables: the name of a person.
  private func name(in text: CheckedText) -> Range<Int>? {
    for (first, second) in zip(text.words, text.words.dropFirst()) {
      guard second.lowerBound == first.upperBound + 1, text.prose[first.upperBound] == " ",
        isAlone(first.lowerBound..<second.upperBound, text),
        isCapitalized(first, text), isCapitalized(second, text),
        let family = count(text.prose[first]), let given = count(text.prose[second]),
        family == 1, given <= 2,
        QuotedText.outside(text)[first.lowerBound]
      else { continue }
      return first.lowerBound..<second.upperBound
    }
    return nil
  }

  /// Whether Chinese stands on both sides, or an end of the text, and no further Latin word.
  private func isAlone(_ range: Range<Int>, _ text: CheckedText) -> Bool {
    let before = text.solid(from: range.lowerBound - 1, by: -1)
    let after = text.solid(from: range.upperBound, by: 1)
    return [before, after].allSatisfy {
      $0 == nil || $0?.isHan == true || "，。、；：！？".unicodeScalars.contains($0 ?? " ")
    }
  }

  private func isCapitalized(_ word: Range<Int>, _ text: CheckedText) -> Bool {
    text.prose[word.lowerBound].properties.isUppercase
      && text.prose[word].dropFirst().allSatisfy(\.properties.isLowercase)
  }

  /// A word with tones that the source does not have.
  private func toned(in pair: SegmentPair) -> Range<Int>? {
    let text = pair.targetText
    return text.words.first { word in
      let letters = text.prose[word]
      guard letters.contains(where: Self.isToned) else { return false }
      let plain = letters.compactMap {
        String($0).decomposedStringWithCanonicalMapping.unicodeScalars.first
      }
      return count(plain[...]) != nil
        && !pair.sourceText.words.contains { pair.sourceText.prose[$0].elementsEqual(letters) }
    }
  }

  /// A vowel with the macron or the caron of the first and the third tone.
  private static func isToned(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x100: false
    case 0x101, 0x113, 0x12B, 0x14D, 0x16B, 0x1CE, 0x1D0, 0x1D2, 0x1D4, 0x1D6, 0x1DA: true
    default: false
    }
  }

  /// Of how many syllables a word is made, the fewest; `nil` when it is not.
  private func count(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
    let letters = word.map(\.folded)
    guard letters.count <= 24 else { return nil }
    var counts: [Int?] = [0] + Array(repeating: nil, count: letters.count)
    for end in 1...letters.count {
      for size in 1...min(6, end) {
        guard let before = counts[end - size],
          syllables.contains(Array(letters[(end - size)..<end]))
        else { continue }
        counts[end] = min(counts[end] ?? .max, before + 1)
      }
    }
    return counts[letters.count]
  }
}
