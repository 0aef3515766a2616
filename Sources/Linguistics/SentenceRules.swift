/// Decides whether a sentence ends at a candidate, by the words around it.
struct SentenceRules: Sendable {
  let exceptions: SegmentationExceptions

  /// - Parameters:
  ///   - found: The candidate.
  ///   - text: The text.
  ///   - start: Where the segment begins.
  ///   - marks: The brackets that are open before the candidate.
  /// - Returns: Whether the sentence ends, and the rule.
  func judge(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int, _ marks: OpenMarks
  ) -> SentenceVerdict {
    if found.isParagraphEnd { return .ends(.paragraphEnd) }
    if found.cut == text.count { return .ends(.textEnd) }
    if isPlainStop(found, in: text, from: start, marks) { return .ends(.terminator) }
    let next = FollowingWord(at: found.cut, in: text)
    if found.hasStrongMark, namesSource(found.cut, in: text) { return .ends(.terminator) }
    if !found.hasSpace, !found.hasEmoticon, next.kind == .continuation, !next.hasOpeningMarks {
      return .goesOn(.continuation)
    }
    if next.kind == .mark, text.scalar(at: next.range.lowerBound).value == 0x26 {
      return .goesOn(.continuation)
    }
    if found.hasStrongMark, isInsideTitle(found, in: text, from: start, marks) {
      return .goesOn(.insideTitle)
    }
    if next.kind == .continuation, !next.hasOpeningMarks, !beginsWithDash(next, in: text) {
      return .goesOn(.continuation)
    }
    if let verdict = judgeDash(next, in: text) { return verdict }
    if found.hasStrongMark { return judgeStrong(found, next, in: text, from: start, marks) }
    if found.stops > 1 { return judgeEllipsis(found, next, in: text, from: start) }
    return judgeStop(found, next, in: text, from: start, marks)
  }

  /// Whether a 。 outside of brackets has a Han character behind it at once.
  ///
  /// Most Chinese sentences end so; the questions that the others are asked would say the same.
  private func isPlainStop(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int, _ marks: OpenMarks
  ) -> Bool {
    text.bytes[found.start] == 0xE3 && found.cut == found.start + 3
      && text.bytes[found.cut] &- 0xE4 < 6
      && (found.start == start || text.bytes[found.start - 1] != 0x3A)
      && !marks.isOpen(since: start)
  }

  /// A dash with a small letter after it goes on: «Πού πας; – ρώτησε».
  private func judgeDash(_ next: FollowingWord, in text: SentenceText) -> SentenceVerdict? {
    guard next.kind == .continuation else { return nil }
    var place = next.range.lowerBound
    while place < text.count {
      let (value, end) = text.scalar(at: place)
      guard text.classes[value] == .continuation || text.classes[value] == .space else { break }
      place = end
    }
    let word = FollowingWord(at: place, in: text)
    return word.kind == .small || word.hasOpeningMarks ? .goesOn(.continuation) : nil
  }

  // MARK: - ! ? 。

  private func judgeStrong(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int,
    _ marks: OpenMarks
  ) -> SentenceVerdict {
    let before = found.start > start ? text.scalar(before: found.start).value : 0x20
    let isAdjacent = !found.hasSpace && !found.hasClosingMarks
    if found.hasClosingMarks, text.classes[before] == .opening { return .goesOn(.loneMark) }
    if isAdjacent, next.range.lowerBound == found.cut, next.kind != .mark,
      !isEastAsian(at: found.cut, in: text), !SentenceText.isEastAsian(before),
      text.bytes[found.lastMark] < 0x80
    {
      return isMissingSpace(found, next, in: text, from: start)
        ? .ends(.missingSpace) : .goesOn(.insideToken)
    }
    if before == 0x3A { return .goesOn(.noWord) }
    if isNamed(found, next, in: text, from: start)
      || isInsideQuotedName(found, in: text, from: start)
    {
      return .goesOn(.beforeName)
    }
    if next.kind == .small {
      if saysWho(next, in: text, afterQuestion: isQuestion(found, in: text)) {
        return .goesOn(.speaker)
      }
      if found.hasClosingMarks, !found.hasEmoticon { return .goesOn(.smallLetter) }
      if isInsideBrackets(found, in: text, from: start, marks) { return .goesOn(.smallLetter) }
      if isInsideName(found, next, in: text, from: start) { return .goesOn(.beforeName) }
      return .ends(.smallStart)
    }
    if found.hasClosingMarks, next.kind == .capital, !next.hasOpeningMarks,
      isSubject(next, of: .speech, in: text)
    {
      return .goesOn(.speaker)
    }
    if next.kind == .letter,
      isInsideBrackets(found, in: text, from: start, marks, afterText: true)
    {
      return .goesOn(.insideBrackets)
    }
    return judgeQuoted(found, next, in: text, from: start) ?? .ends(.terminator)
  }

  /// `Yahoo!` and other names with a mark, in the lists.
  private func isNamed(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> Bool {
    guard !found.hasClosingMarks, found.marksEnd == found.start + 1 else { return false }
    let token = SentenceToken(endingAt: found.start, from: start, in: text)
    guard token.startsUpper else { return false }
    let word = text.word(token.range.lowerBound..<found.marksEnd)
    guard let known = exceptions.class(of: word) else { return false }
    if known == .mayEnd { return next.kind == .small }
    return !(next.kind == .capital && beginsSentence(next, in: text))
  }

  /// A capitalised word with a mark, and a small one that goes on: `Guess Who? is a game`.
  private func isInsideName(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> Bool {
    guard exceptions.has(.continuer, text.word(next.range)) else { return false }
    let token = SentenceToken(endingAt: found.start, from: start, in: text)
    return token.startsUpper && token.capitals < token.letters
  }

  private func isQuestion(_ found: SentenceCandidate, in text: SentenceText) -> Bool {
    let value = text.scalar(at: found.lastMark).value
    return value == 0x3F || value == 0x3B || value == 0x37E
  }

  /// Whether a verb of speech follows, and behind a `!` who speaks or the end: Stop! cried Wu.
  private func saysWho(
    _ next: FollowingWord, in text: SentenceText, afterQuestion: Bool
  ) -> Bool {
    guard exceptions.has(.speech, text.word(next.range)) else { return false }
    let end = next.range.upperBound
    guard !afterQuestion, end < text.count, text.bytes[end] == 0x20 else { return true }
    let speaker = FollowingWord(at: end + 1, in: text)
    return speaker.kind == .capital || speaker.range.count == 2
  }

  /// Whether two dashes and a name follow, and nothing else: ——《论语》.
  private func namesSource(_ start: Int, in text: SentenceText) -> Bool {
    guard start > 0, text.count - start > 6, text.count - start < Self.reach,
      text.scalar(at: start).value == 0x2014, text.scalar(at: start + 3).value == 0x2014
    else { return false }
    var place = start + 6
    while place < text.count {
      let (value, end) = text.scalar(at: place)
      if text.classes[value].isTerminator || text.classes[value].isParagraphEnd { return false }
      place = end
    }
    return text.bytes[start - 1] >= 0x80
  }

  // MARK: - …

  private func judgeEllipsis(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> SentenceVerdict {
    let isQuoted = next.kind == .letter && isWholeQuotation(found, in: text, from: start)
    guard isQuoted || hasWord(from: start, to: found.start, in: text) else {
      return .goesOn(.noWord)
    }
    if hangs(found, before: next, in: text) { return .goesOn(.ellipsis) }
    switch next.kind {
    case .capital: break
    case .letter where beginsChineseSentence(found, in: text, from: start): break
    case .letter where found.hasSpace || found.stops == 2: break
    case .digit where found.hasSpace || beginsWithTime(next, behind: found, in: text, from: start):
      break
    case .mark where found.hasSpace: break
    case .letter where isQuoted:
      return judgeQuoted(found, next, in: text, from: start) ?? .ends(.terminator)
    default: return .goesOn(.ellipsis)
    }
    if next.kind == .capital, !found.hasSpace, !found.hasClosingMarks, next.hasOpeningMarks {
      return .goesOn(.ellipsis)
    }
    return .ends(.terminator)
  }

  // MARK: - What surrounds a place

  func hasWord(from start: Int, to end: Int, in text: SentenceText) -> Bool {
    var place = end
    while place > start {
      let (value, before) = text.scalar(before: place)
      let kind = text.classes[value]
      if kind.isLetter || kind == .numeric { return true }
      place = before
    }
    return false
  }

  func isEastAsian(at place: Int, in text: SentenceText) -> Bool {
    SentenceText.isEastAsian(text.scalar(at: place).value)
  }

  private func beginsWithDash(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let value = text.scalar(at: next.range.lowerBound).value
    return value == 0x2D || value == 0x2013 || value == 0x2014
  }

  /// How far back a bracket is looked for.
  static let reach = 160

  /// Whether a bracket is open before the mark, and closed after it; with `afterText` only one with
  /// text of the segment before it.
  func isInsideBrackets(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int, _ marks: OpenMarks,
    afterText: Bool = false
  ) -> Bool {
    guard let opened = marks.bracket, opened >= start,
      !afterText || !text.trimmed(start..<opened).isEmpty
    else { return false }
    return OpenMarks.isClosed(after: found.lastMark, by: [0x29, 0xFF09], in: text)
  }

  /// Whether 《 or 〈 is open before the mark, and closed after it.
  private func isInsideTitle(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int, _ marks: OpenMarks
  ) -> Bool {
    guard let opened = marks.title, opened >= start else { return false }
    return OpenMarks.isClosed(after: found.lastMark, by: [0x3009, 0x300B], in: text)
  }
}
