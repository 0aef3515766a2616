/// Takes the plural off an English word.
enum EnglishStem {
  /// Finds the singular, or what stands for it.
  ///
  /// - Parameter word: A word in small letters.
  /// - Returns: The word without its plural ending.
  static func stem(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.hasSuffix("sses") || word.hasSuffix("ches") || word.hasSuffix("xes") {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }
}
