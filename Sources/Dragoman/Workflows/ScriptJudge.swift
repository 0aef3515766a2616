import ArticleModel

/// Whether a translation is in the language that was asked for, as far as its letters tell.
enum ScriptJudge {
  private enum Script: String {
    case greek = "Greek", han = "Chinese", latin = "Latin"

    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: self = .latin
      case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
      case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: self = .han
      default: return nil
      }
    }
  }

  /// What a language is written in; of others nothing is said.
  private static let letters: [String: Script] = ["en": .latin, "el": .greek, "zh": .han]
  /// Fewer letters are a name, a number with its unit, a code.
  private static let fewest = 6
  /// Words in Latin letters that the source has not: below it they are names.
  private static let fewestWords = 4

  /// A finding when nearly no letter of a unit's translation is one of its language; that it is the
  /// source itself is for the checks to say.
  static func finding(for unit: TranslationUnit, in locale: LocaleTag) -> Finding? {
    let translated = unit.segments.filter { $0.target != nil && $0.target != $0.source }
    let target = translated.compactMap { $0.target?.textOnly }.joined(separator: " ")
    var counts: [Script: Int] = [:]
    for scalar in target.unicodeScalars {
      if let script = Script(scalar) { counts[script, default: 0] += 1 }
    }
    let total = counts.values.reduce(0, +)
    guard let own = letters[locale.language], total >= fewest, counts[own, default: 0] * 5 < total,
      let found = counts.max(by: { $0.value < $1.value })?.key, found != own,
      found != .latin || hasOwnWords(target, source: unit.source.textOnly)
    else { return nil }
    return Finding(
      rule: "wrong-language", severity: .error,
      message: "the translation is in \(found.rawValue) letters, and the edition is \(locale); "
        + "is it that of another bundle?", unit: unit.id)
  }

  /// Names stay in Latin letters as the source has them; sentences do not.
  private static func hasOwnWords(_ target: String, source: String) -> Bool {
    let known = Set(source.lowercased().split { !$0.isLetter })
    return target.lowercased().split { !$0.isLetter }.count { !known.contains($0) } >= fewestWords
  }
}
