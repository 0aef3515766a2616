public import ArticleModel
public import LocaleData

/// Cuts text into sentences: ICU's boundaries, corrected by the exceptions of the language.
///
/// One segmenter belongs to one worker, and is used again for every text.
public final class SentenceSegmenter {
  private let iterator: BreakIterator
  private let exceptions: SegmentationExceptions

  /// Opens a language's rules.
  ///
  /// - Throws: ``LinguisticsError`` when ICU has no rules, or a data file is wrong.
  public init(locale: LocaleTag, data: LocaleData = LocaleData()) throws(LinguisticsError) {
    iterator = try BreakIterator(.sentences, locale: locale.identifier)
    exceptions = try SegmentationExceptions(locale: locale, data: data)
  }

  /// The sentences as UTF-8 offsets; only white space lies outside of them.
  public func segments(of text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      var cuts: [Int] = []
      iterator.forEachBoundary(in: bytes) { end, _ in cuts.append(end) }
      var segments: [Range<Int>] = []
      var start = 0
      for cut in cuts {
        let cut = cut < bytes.count ? SentenceText(bytes).beforeOpeningMarks(cut, from: start) : cut
        guard cut > start else { continue }
        if cut < bytes.count, joins(SentenceText(bytes), at: cut, from: start) { continue }
        let trimmed = SentenceText(bytes).trimmed(start..<cut)
        if !trimmed.isEmpty { segments.append(trimmed) }
        start = cut
      }
      return segments
    }
  }

  /// Whether the sentence goes on over a boundary that ICU sees.
  private func joins(_ text: SentenceText, at cut: Int, from start: Int) -> Bool {
    let end = text.trimmed(start..<cut).upperBound
    if text.hasLineFeed(in: end..<cut) { return false }
    if text.continues(after: end, at: cut, from: start) { return true }
    guard end > start, text.bytes[end - 1] == UInt8(ascii: ".") else { return false }
    let word = text.word(endingAt: end - 1, from: start)
    guard !word.isEmpty else { return false }
    let next = text.word(startingAt: cut)
    let isNumberNext = next.unicodeScalars.first?.properties.numericType != nil
    if text.isListNumber(word, endingAt: end, from: start) { return true }
    switch exceptions.class(of: word + ".") {
    case .never: return true
    case .beforeNumber: return isNumberNext
    case .mayEnd: return !exceptions.isStarter(next)
    case nil:
      return (SentenceText.isInitial(word) || SentenceText.isAcronym(word))
        && !exceptions.isStarter(next)
    }
  }
}
