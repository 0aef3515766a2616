public import ArticleModel

/// Counts words and characters by ICU; one counter belongs to one worker.
public final class TextCounter {
  private let words: WordBreaker
  private let graphemes: BreakIterator

  /// Opens ICU's rules for a language.
  ///
  /// - Throws: ``LinguisticsError`` when ICU has none.
  public init(locale: LocaleTag) throws(LinguisticsError) {
    words = try WordBreaker(locale: locale)
    graphemes = try BreakIterator(.graphemes, locale: locale.identifier)
  }

  /// Counts a text.
  public func count(_ text: String) -> TextCount {
    var count = TextCount(words: words.words(in: text).count)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      graphemes.forEachBoundary(in: bytes) { end, _ in
        count.characters += 1
        let grapheme = String(
          decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        if !grapheme.allSatisfy(\.isWhitespace) { count.charactersWithoutSpaces += 1 }
        start = end
      }
    }
    return count
  }
}
