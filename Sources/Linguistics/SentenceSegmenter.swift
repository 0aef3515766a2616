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
  private enum Engine {
    case rules(SentenceScanner, SentenceRules)
    case patterns(PatternRules)
  }

  private let engine: Engine
  /// The codes between two segments that stay with the one before.
  let codesBefore: Set<InlineCode.Position>
  private let classes = SentenceClasses()

  /// Opens a language's rules.
  ///
  /// - Throws: ``LinguisticsError`` or `LocaleDataError` when a data file is wrong.
  public init(locale: LocaleTag, data: LocaleData = LocaleData()) throws {
    let exceptions = try SegmentationExceptions(locale: locale, data: data)
    let scanner = SentenceScanner(
      isTailored: exceptions.isPresent, extraTerminators: exceptions.terminators)
    codesBefore = [.closing]
    engine = .rules(scanner, SentenceRules(exceptions: exceptions))
  }

  /// Takes the rules of an SRX file.
  ///
  /// - Parameters:
  ///   - patterns: The rules, in the order in which they are tried.
  ///   - codesBefore: The codes at a cut that stay with the segment before it (`<formathandle>`).
  /// - Throws: ``LinguisticsError`` when a rule is no regular expression of ICU.
  public init(
    patterns: [SegmentationPattern], codesBefore: Set<InlineCode.Position> = [.closing]
  ) throws(LinguisticsError) {
    self.codesBefore = codesBefore
    engine = .patterns(try PatternRules(patterns))
  }

  /// The sentences as UTF-8 offsets; only white space lies outside of them.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Ranges in order, none of them empty.
  public func segments(of text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      var segments: [Range<Int>] = []
      segments.reserveCapacity(bytes.count / 64 + 2)
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
    withText(bytes) { forEachSegment(in: $0, body, explain: explain) }
  }

  func withText(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (SentenceText) -> Void) {
    withExtendedLifetime(classes) {
      body(SentenceText(bytes: bytes, classes: classes.lookup))
    }
  }

  private func forEachSegment(
    in text: SentenceText, _ body: (Range<Int>) -> Void,
    explain: ((SegmentationDecision) -> Void)?
  ) {
    var start = 0
    func end(at place: Int) {
      let segment = text.trimmed(start..<place)
      if !segment.isEmpty { body(segment) }
      start = place
    }
    switch engine {
    case .rules(let scanner, let rules):
      var place = 0
      var marks = OpenMarks()
      while let found = scanner.candidate(in: text, from: place, marks: &marks) {
        let verdict =
          scanner.isTailored
          ? rules.judge(found, in: text, from: start, marks) : scanner.judge(found, in: text)
        explain?(
          SegmentationDecision(utf8Offset: found.closeEnd, ends: verdict.ends, rule: verdict.rule))
        place = found.cut
        if found.marksEnd < found.cut { marks.note(found.start..<found.cut, in: text) }
        if verdict.ends { end(at: found.cut) }
      }
    case .patterns(let patterns):
      patterns.forEachPlace(in: text.bytes) { place, breaks in
        explain?(SegmentationDecision(utf8Offset: place, ends: breaks, rule: .pattern))
        // An expression may end anywhere; a grapheme stays whole.
        if breaks, text.afterExtenders(place) == place { end(at: place) }
      }
    }
    end(at: text.count)
  }
}
