/// Takes the ending off a Greek word, so that its cases and numbers compare equal.
enum GreekStem {
  /// Endings of nouns and adjectives without accents, the longest first: -μα/-ματος, -ων/-οντος,
  /// -έας/-είς, -ση/-σεως, -ος/-ου, -η/-ης, -ο/-ου, -α/-ας.
  private static let endings: [String] = [
    "οντοσ", "οντων", "οντεσ", "οντα", "ατοσ", "ατων", "ατα", "εωσ", "εων", "εισ", "εασ", "εα",
    "ουσ", "ου", "ων", "ον", "οσ", "οι", "ησ", "ασ", "εσ", "υσ", "εσ", "ισ", "η", "α", "ο", "ε",
    "υ", "ι",
  ]

  private static let shortestStem = 3

  /// Finds what the forms of a word share.
  ///
  /// - Parameter word: A word in small letters without accents, final sigma as σ.
  /// - Returns: The word without its ending; a short word whole.
  static func stem(_ word: String) -> String {
    let digits = word.prefix(while: \.isNumber)
    // An ordinal agrees with its noun: 19ο, 19ου, 19ης.
    if !digits.isEmpty { return digits.count < word.count ? digits + "ο" : word }
    for ending in endings where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      if stem.count >= shortestStem { return String(stem) }
    }
    return word
  }
}
