/// Makes a readable file name of any text.
public enum Slug {
  /// Lower-case ASCII letters, digits and hyphens; Greek and Chinese are written in Latin letters.
  ///
  /// - Parameters:
  ///   - text: The text, a title as a rule.
  ///   - maxLength: The greatest number of characters; the cut is at a word where there is one.
  /// - Returns: The slug, empty when the text has no letter or digit.
  public static func make(_ text: String, maxLength: Int = 60) -> String {
    var words: [String] = [""]
    for byte in Transliteration.apply("Any-Latin; Latin-ASCII; Lower", to: text).utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: words[words.count - 1].append(Character(UnicodeScalar(byte)))
      case 0x27: break
      default: if words.last?.isEmpty == false { words.append("") }
      }
    }
    words.removeAll(where: \.isEmpty)
    guard var slug = words.first.map({ String($0.prefix(maxLength)) }) else { return "" }
    for word in words.dropFirst() {
      guard slug.utf8.count + 1 + word.utf8.count <= maxLength else { break }
      slug += "-" + word
    }
    return slug
  }
}
