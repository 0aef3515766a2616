/// The words of a text as translators are paid by them.
enum WordCount {
  /// Runs between white space that hold a letter or digit; a Han character is a word.
  static func words(in text: String) -> Int {
    var count = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isIdeographic {
        count += 1
        isInside = false
      } else if scalar.properties.isWhitespace {
        isInside = false
      } else if !isInside,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      {
        count += 1
        isInside = true
      }
    }
    return count
  }
}
