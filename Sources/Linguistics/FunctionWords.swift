package import ArticleModel
import LocaleData

/// The words of a language that no term begins or ends with.
package enum FunctionWords {
  /// The words in small letters; none for a language without a list.
  package static func of(_ locale: LocaleTag) -> Set<String> {
    if locale.language == "zh" { return ChineseScript.functionCharacters() }
    return Set(LocaleData().words("\(locale)/function-words.txt"))
  }
}
