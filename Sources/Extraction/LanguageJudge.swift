import ArticleModel
import Foundation

/// Tells the language of an article by its letters and its commonest words, which are in
/// `Words/languages.txt`.
struct LanguageJudge: Sendable {
  private var english: Set<String> = []
  private var simplifiedForms: Set<Unicode.Scalar> = []
  private var traditionalForms: Set<Unicode.Scalar> = []

  init(folder: URL = WordFile.builtInFolder) throws {
    for (meaning, words) in try WordFile.read("languages.txt", in: folder) {
      switch meaning {
      case "english": english = Set(words)
      case "simplified": simplifiedForms = Set(words.joined().unicodeScalars)
      case "traditional": traditionalForms = Set(words.joined().unicodeScalars)
      default:
        throw ExtractionError.badProfile(
          file: "languages.txt", reason: "no such meaning: \(meaning)")
      }
    }
  }

  /// The language of the text; the declared one when the text is in none of en, el, zh; `und`
  /// when that cannot be.
  func language(of text: [UInt8], declared: String?) -> LocaleTag {
    var latin = 0
    var greek = 0
    var han = 0
    var kana = 0
    var other = 0
    var simplified = 0
    var traditional = 0
    for scalar in String(decoding: text.prefix(20_000), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
      case 0x370...0x3FF, 0x1F00...0x1FFF: greek += 1
      case 0x4E00...0x9FFF, 0x3400...0x4DBF:
        han += 1
        if simplifiedForms.contains(scalar) { simplified += 1 }
        if traditionalForms.contains(scalar) { traditional += 1 }
      case 0x3040...0x30FF, 0xAC00...0xD7A3: kana += 1
      case 0x400...0x6FF: other += 1
      default: break
      }
    }
    let declaredTag = declared.flatMap { LocaleTag($0) }
    if han * 4 > latin, han * 2 > greek, kana * 8 < han {
      if simplified == traditional {
        return declaredTag.flatMap { $0.language == "zh" ? $0 : nil } ?? .simplifiedChinese
      }
      return simplified > traditional ? .simplifiedChinese : .traditionalChinese
    }
    if greek * 2 > latin, greek > other { return .greek }
    let share = latin > other && latin > kana ? englishShare(text) : 0
    if share >= 0.12 { return .english }
    if let declaredTag, !["el", "zh"].contains(declaredTag.language),
      declaredTag != .english || share > 0.04
    {
      // English without its small words is a list of names; anything else keeps its declaration.
      return declaredTag
    }
    return share > 0.04 ? .english : LocaleTag("und") ?? .english
  }

  private func englishShare(_ text: [UInt8]) -> Double {
    var words = 0
    var hits = 0
    for word in text.prefix(20_000).split(whereSeparator: { $0 | 0x20 < 0x61 || $0 | 0x20 > 0x7A })
    where word.count < 20 {
      words += 1
      if english.contains(String(decoding: word, as: UTF8.self).lowercased()) { hits += 1 }
    }
    return words == 0 ? 0 : Double(hits) / Double(words)
  }
}
