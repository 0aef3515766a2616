/// Takes the plural off an English word.
enum EnglishStem {
  /// - Parameter word: A word in small letters.
  static func stem(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.hasSuffix("sses") || word.hasSuffix("ches") || word.hasSuffix("xes") {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }
}
