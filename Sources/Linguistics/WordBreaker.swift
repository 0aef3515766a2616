public import ArticleModel

/// Finds the words of a text by ICU, Chinese ones by its dictionary.
public final class WordBreaker {
  private let iterator: BreakIterator

  /// Opens ICU's rules for a language.
  ///
  /// - Throws: ``LinguisticsError`` when ICU has none.
  public init(locale: LocaleTag) throws(LinguisticsError) {
    iterator = try BreakIterator(.words, locale: locale.identifier)
  }

  /// The words as UTF-8 offsets, without spaces and punctuation.
  public func words(in text: String) -> [Range<Int>] {
    var text = text
    var words: [Range<Int>] = []
    text.withUTF8 { bytes in forEachWord(in: bytes) { words.append($0) } }
    return words
  }

  /// Calls `body` with each word of well-formed UTF-8.
  package func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void
  ) {
    var start = 0
    iterator.forEachBoundary(in: bytes) { end, isWord in
      if isWord { body(start..<end) }
      start = end
    }
  }
}
