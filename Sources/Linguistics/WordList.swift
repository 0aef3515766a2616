import ArticleModel
import LocaleData

/// The words of a plain text file of a locale, with their lines: `el/starters.txt`.
///
/// What follows `#` is a remark. `@en` takes in the words of the file of the same name of another
/// locale; a word `U+037E` is that character, which an editor might make another.
struct WordList: Sequence {
  private var words: [(word: String, line: Int)] = []

  init(_ name: String, of locale: String, data: LocaleData) {
    take(name, of: locale, data: data, mayTakeIn: true)
  }

  func makeIterator() -> IndexingIterator<[(word: String, line: Int)]> { words.makeIterator() }

  private mutating func take(_ name: String, of locale: String, data: LocaleData, mayTakeIn: Bool) {
    guard var text = data.text("\(locale)/\(name)") else { return }
    text.withUTF8 { bytes in
      for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated()
      {
        for word in line.prefix(while: { $0 != UInt8(ascii: "#") }).split(whereSeparator: {
          $0 <= 0x20
        }) {
          let word = String(decoding: word, as: UTF8.self)
          if word.hasPrefix("@"), mayTakeIn {
            take(name, of: String(word.dropFirst()), data: data, mayTakeIn: false)
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
