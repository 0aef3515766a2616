import ArticleModel
import LocaleData

/// The words of a plain text file of a locale, with their lines: `el/starters.txt`.
///
/// What follows `#` is a remark. `@en` takes in the words of the file of the same name of another
/// locale, or, with the locale's own name in a project, of the built-in one. A word `U+037E` is that
/// character, which an editor might make another.
struct WordList: Sequence {
  private var words: [(word: String, line: Int)] = []

  /// How many files take in one another at most.
  private static let deepest = 3

  init(_ name: String, of locale: String, data: LocaleData) {
    take(name, of: locale, data: data, depth: 1)
  }

  func makeIterator() -> IndexingIterator<[(word: String, line: Int)]> { words.makeIterator() }

  private mutating func take(_ name: String, of locale: String, data: LocaleData, depth: Int) {
    guard depth <= Self.deepest, var text = data.text("\(locale)/\(name)") else { return }
    text.withUTF8 { bytes in
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let content = line.prefix { $0 != UInt8(ascii: "#") }
        for word in content.split(whereSeparator: { $0 <= 0x20 }) {
          let word = String(decoding: word, as: UTF8.self)
          if word.hasPrefix("@") {
            let other = String(word.dropFirst())
            let known = other == locale ? LocaleData() : data
            take(name, of: other, data: known, depth: depth + 1)
          } else {
            words.append((Self.character(word) ?? word, index + 1))
          }
        }
      }
    }
  }

  private static func character(_ word: String) -> String? {
    guard word.hasPrefix("U+"), let value = UInt32(word.dropFirst(2), radix: 16) else { return nil }
    return Unicode.Scalar(value).map { String(Character($0)) }
  }
}
