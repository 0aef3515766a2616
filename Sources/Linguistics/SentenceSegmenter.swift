public import ArticleModel
public import LocaleData

/// Cuts text into sentences: the boundaries of Unicode Standard Annex #29, tailored to the language.
///
/// A language without a folder in `Locales` gets the annex alone, as ICU cuts. One with a folder
/// also gets breaks before small letters, and joins at its abbreviations, initials, list numbers
/// and addresses. Rules of an SRX file take the place of both.
///
/// One segmenter belongs to one worker, and is used again for every text.
public final class SentenceSegmenter {
  private let scanner: SentenceScanner
  private let rules: SentenceRules

  /// Opens a language's rules.
  ///
  /// - Throws: ``LinguisticsError`` or `LocaleDataError` when a data file is wrong.
  public init(locale: LocaleTag, data: LocaleData = LocaleData()) throws {
    rules = SentenceRules(exceptions: try SegmentationExceptions(locale: locale, data: data))
    let marks = try LocaleRules.load(locale, from: data).questionMarks ?? ""
    scanner = SentenceScanner(
      isTailored: rules.exceptions.isPresent,
      extraTerminators: marks.unicodeScalars.map(\.value))
  }

  /// The sentences as UTF-8 offsets; only white space lies outside of them.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Ranges in order, none of them empty.
  public func segments(of text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      var segments: [Range<Int>] = []
      forEachSegment(in: bytes) { segments.append($0) }
      return segments
    }
  }

  /// Every place where a sentence might have ended, and what was decided there.
  public func decisions(on text: String) -> [SegmentationDecision] {
    var text = text
    return text.withUTF8 { bytes in
      var decisions: [SegmentationDecision] = []
      forEachSegment(in: bytes, { _ in }, explain: { decisions.append($0) })
      return decisions
    }
  }

  /// Calls `body` with every segment of well-formed UTF-8 bytes.
  package func forEachSegment(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void,
    explain: ((SegmentationDecision) -> Void)? = nil
  ) {
    let text = SentenceText(bytes: bytes, classes: scanner.classes)
    var start = 0
    var place = 0
    while let found = scanner.candidate(in: text, from: place) {
      let verdict = verdict(on: found, in: text, from: start)
      explain?(
        SegmentationDecision(utf8Offset: found.closeEnd, ends: verdict.ends, rule: verdict.rule))
      place = found.cut
      guard verdict.ends else { continue }
      let segment = text.trimmed(start..<(found.isParagraphEnd ? found.closeEnd : found.cut))
      if !segment.isEmpty { body(segment) }
      start = found.cut
    }
    let rest = text.trimmed(start..<text.count)
    if !rest.isEmpty { body(rest) }
  }

  private func verdict(
    on found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> SentenceRules.Verdict {
    if scanner.isTailored { return rules.judge(found, in: text, from: start) }
    return scanner.isUnicodeBoundary(found, in: text) ? .ends(.terminator) : .goesOn(.unicode)
  }
}
