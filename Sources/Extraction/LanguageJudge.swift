import ArticleModel
import Foundation

/// Tells the language of an article by its letters and its commonest words, which are in
/// `Words/languages.txt`.
struct LanguageJudge: Sendable {
  /// The words, a letter a byte.
  private var english: Set<UInt64> = []
  /// For each character from U+4E00 on, 1 when only simplified Chinese has it, 2 for traditional.
  private var forms = [UInt8](repeating: 0, count: 0x5200)

  init(folder: URL = WordFile.builtInFolder) throws {
    for (meaning, words) in try WordFile.read("languages.txt", in: folder) {
      switch meaning {
      case "english": english = Set(words.map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
      case "simplified", "traditional":
        for scalar in words.joined().unicodeScalars where (0x4E00..<0xA000).contains(scalar.value) {
          forms[Int(scalar.value) - 0x4E00] = meaning == "simplified" ? 1 : 2
        }
      default:
        throw ExtractionError.badProfile(
          file: "languages.txt", reason: "no such meaning: \(meaning)")
      }
    }
  }

  /// How many letters of each script a text has.
  private struct Counts {
    var latin = 0
    var greek = 0
    var han = 0
    var kana = 0
    var other = 0
    /// Of Han characters that only simplified or traditional Chinese has.
    var forms: (simplified: Int, traditional: Int) = (0, 0)
  }

  /// How much of a text is looked at.
  private static let enough = 20_000

  /// The language of the text; the declared one when the text is in none of en, el, zh; `und`
  /// when that cannot be.
  func language(of text: [UInt8], declared: String?) -> LocaleTag {
    let counts = counts(text)
    let (latin, other) = (counts.latin, counts.other)
    let declaredTag = declared.flatMap { LocaleTag($0) }
    if counts.han * 4 > latin, counts.han * 2 > counts.greek, counts.kana * 8 < counts.han {
      let (simplified, traditional) = counts.forms
      if simplified == traditional {
        return declaredTag.flatMap { $0.language == "zh" ? $0 : nil } ?? .simplifiedChinese
      }
      return simplified > traditional ? .simplifiedChinese : .traditionalChinese
    }
    if counts.greek * 2 > latin, counts.greek > other { return .greek }
    let share = latin > other && latin > counts.kana ? englishShare(text) : 0
    if share >= 0.12 { return .english }
    if let declaredTag, !["el", "zh"].contains(declaredTag.language),
      declaredTag != .english || share > 0.04
    {
      // English without its small words is a list of names; anything else keeps its declaration.
      return declaredTag
    }
    return share > 0.04 ? .english : LocaleTag("und") ?? .english
  }

  private func counts(_ text: [UInt8]) -> Counts {
    var counts = Counts()
    var index = 0
    let end = min(text.count, Self.enough)
    while index < end {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0xC3...0xC9: counts.latin += 1
      case 0xCD...0xCF: counts.greek += 1
      case 0xD0...0xDB: counts.other += 1
      case 0xE1...0xED where index + 1 < text.count:
        let value = Int(byte & 15) << 12 | Int(text[index] & 63) << 6 | Int(text[index + 1] & 63)
        switch value {
        case 0x1F00...0x1FFF: counts.greek += 1
        case 0x3040...0x30FF, 0xAC00...0xD7A3: counts.kana += 1
        case 0x3400...0x4DBF: counts.han += 1
        case 0x4E00...0x9FFF:
          counts.han += 1
          let form = forms[value - 0x4E00]
          if form == 1 { counts.forms.simplified += 1 }
          if form == 2 { counts.forms.traditional += 1 }
        default: break
        }
      default: break
      }
    }
    return counts
  }

  /// The share of the commonest words among those of the text.
  private func englishShare(_ text: [UInt8]) -> Double {
    var words = 0
    var hits = 0
    var word: UInt64 = 0
    var length = 0
    func endWord() {
      if length > 0, length < 20 {
        words += 1
        if length <= 8, english.contains(word) { hits += 1 }
      }
      word = 0
      length = 0
    }
    for byte in text.prefix(Self.enough) {
      if (0x61...0x7A).contains(byte | 0x20) {
        word = word << 8 | UInt64(byte | 0x20)
        length += 1
      } else {
        endWord()
      }
    }
    endWord()
    return words == 0 ? 0 : Double(hits) / Double(words)
  }
}
