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
    return text.withUTF8 { words(in: $0) }
  }

  /// The words of well-formed UTF-8.
  package func words(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    iterator.forEachBoundary(in: bytes) { end, isWord in
      if isWord { words.append(start..<end) }
      start = end
    }
    return words
  }
}
