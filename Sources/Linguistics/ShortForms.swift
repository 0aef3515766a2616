package import ArticleModel
import LocaleData

/// Words with their short forms that a term may have for them: Γενικός Γραμματέας and ΓΓ.
package enum ShortForms {
  /// The lists of a language, each of forms that stand for one another.
  package static func lists(locale: LocaleTag) -> [[String]] {
    let folder = locale.language == "zh" ? "zh-Hans" : locale.identifier
    return LocaleData().lines("\(folder)/synonyms.txt").map { line in
      line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
    }
  }
}
