import ArticleModel
import Linguistics

/// `same-as-source`: the translation is the source, letter by letter.
struct SameAsSourceCheck: Check {
  static let rule = Rule("same-as-source", .error, "The translation is the source, untranslated.")

  func findings(in pair: SegmentPair) -> [Finding] {
    guard pair.sourceLocale.language != pair.targetLocale.language,
      Self.letters(pair.sourceText) == Self.letters(pair.targetText),
      isLanguage(pair.sourceText, pair.sourceLocale)
    else { return [] }
    return [pair.finding(Self.rule, "the translation is the source; translate the text")]
  }

  private static func letters(_ text: CheckedText) -> [Unicode.Scalar] {
    text.prose.filter { $0.isLetter || $0.isDigit }.map(\.folded)
  }

  /// Names, figures and addresses may stay as they are; words of the language may not.
  private func isLanguage(_ text: CheckedText, _ locale: LocaleTag) -> Bool {
    switch locale.language {
    case "zh": return text.prose.contains(where: \.isHan)
    case "el":
      return text.words.contains { word in
        text.prose[word].contains { $0.isGreekLetter && $0.properties.isLowercase }
      }
    default:
      let words = text.words.filter { $0.count > 1 }
      return words.count > 4
        || words.contains { word in
          text.prose[word].allSatisfy(\.properties.isLowercase) && word.count > 2
        }
    }
  }
}
