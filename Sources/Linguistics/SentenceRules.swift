/// Decides whether a sentence ends at a candidate, by the words around it.
struct SentenceRules: Sendable {
  let exceptions: SegmentationExceptions

  /// - Parameter start: Where the segment begins.
  /// - Parameter marks: The brackets that are open before the candidate.
  func judge(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int, _ marks: OpenMarks
  ) -> SentenceVerdict {
    if found.isParagraphEnd { return .ends(.paragraphEnd) }
    if found.cut == text.count { return .ends(.textEnd) }
    let next = FollowingWord(at: found.cut, in: text)
    if !found.hasSpace, !found.hasEmoticon, next.kind == .continuation, !next.hasOpeningMarks {
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
    if isNamed(found, next, in: text, from: start) { return .goesOn(.beforeName) }
    if next.kind == .small {
      if found.hasClosingMarks, !found.hasEmoticon { return .goesOn(.smallLetter) }
      if isInsideBrackets(found, in: text, from: start, marks) { return .goesOn(.smallLetter) }
      return .ends(.smallStart)
    }
    if found.hasClosingMarks, next.kind == .capital, !next.hasOpeningMarks,
      namesSpeaker(next, in: text)
    {
      return .goesOn(.speaker)
    }
    if next.kind == .letter,
      isInsideBrackets(found, in: text, from: start, marks, afterText: true)
    {
      return .goesOn(.insideBrackets)
    }
    return judgeQuoted(found, next, in: text) ?? .ends(.terminator)
  }

  /// `Yahoo!` and other names with a mark, in the lists.
  private func isNamed(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> Bool {
    guard !found.hasClosingMarks, found.marksEnd == found.start + 1 else { return false }
    let token = SentenceToken(endingAt: found.start, from: start, in: text)
    guard token.letters > 1, token.startsUpper else { return false }
    let word = text.word(token.range.lowerBound..<found.marksEnd)
    return exceptions.class(of: word) != nil
      && !(next.kind == .capital && exceptions.isStarter(text.word(next.range)))
  }

  /// Whether up to three capitalised words and a verb of speech follow.
  private func namesSpeaker(_ next: FollowingWord, in text: SentenceText) -> Bool {
    var word = next
    for _ in 0..<4 {
      if word.kind == .small { return exceptions.isSpeech(text.word(word.range)) }
      guard word.kind == .capital, !word.hasOpeningMarks else { return false }
      let end = word.range.upperBound
      guard end < text.count, text.bytes[end] == 0x20 else { return false }
      word = FollowingWord(at: end + 1, in: text)
    }
    return false
  }

  /// What a Chinese word after a closing quotation mark says; `nil` where it says nothing.
  private func judgeQuoted(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText
  ) -> SentenceVerdict? {
    guard found.hasClosingMarks, !found.hasSpace, next.kind == .letter, !next.hasOpeningMarks else {
      return nil
    }
    // 。 ends a sentence in a quotation too, by convention; ？ and ！ are often inside of one.
    if text.bytes[found.lastMark] != 0xE3, namesSpeakerInChinese(found.cut, in: text) {
      return .goesOn(.speaker)
    }
    let first = text.scalar(at: found.cut).end
    let second = first < text.count ? text.scalar(at: first).end : first
    let goesOn = [first, second].contains { exceptions.isContinuer(text.word(found.cut..<$0)) }
    return goesOn ? .goesOn(.continuation) : nil
  }

  /// Whether a clause of at most seven characters follows that ends with a verb of speech.
  private func namesSpeakerInChinese(_ start: Int, in text: SentenceText) -> Bool {
    var place = start
    var clause: [Int] = []
    while place < text.count, clause.count < 8 {
      let (value, end) = text.scalar(at: place)
      guard SentenceText.isEastAsian(value) else { break }
      clause.append(place)
      place = end
    }
    guard clause.count < 8 else { return false }
    return clause.suffix(2).contains { exceptions.isSpeech(text.word($0..<place)) }
  }

  // MARK: - …

  private func judgeEllipsis(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> SentenceVerdict {
    let isQuoted = next.kind == .letter && isWholeQuotation(found, in: text, from: start)
    guard isQuoted || hasWord(from: start, to: found.start, in: text) else {
      return .goesOn(.noWord)
    }
    switch next.kind {
    case .capital: break
    case .letter where found.hasSpace || found.stops == 2: break
    case .digit where found.hasSpace: break
    case .mark where found.hasSpace: break
    case .letter where isQuoted:
      return judgeQuoted(found, next, in: text) ?? .ends(.terminator)
    default: return .goesOn(.ellipsis)
    }
    if !found.hasSpace, !found.hasClosingMarks, next.hasOpeningMarks { return .goesOn(.ellipsis) }
    return .ends(.terminator)
  }

  /// Whether the closing quotation mark belongs to one that follows a colon, a comma or nothing.
  private func isWholeQuotation(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> Bool {
    guard found.hasClosingMarks else { return false }
    var place = found.start
    while place > max(start, found.start - Self.reach) {
      let (value, before) = text.scalar(before: place)
      place = before
      guard value == 0x201C || value == 0x300C || value == 0x300E else { continue }
      return text.trimmed(start..<place).isEmpty
        || text.classes[text.scalar(before: place).value] == .continuation
    }
    return false
  }

  // MARK: - .

  private func judgeStop(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int,
    _ marks: OpenMarks
  ) -> SentenceVerdict {
    let token = SentenceToken(endingAt: found.start, from: start, in: text)
    let isAdjacent = !found.hasSpace && !found.hasClosingMarks
    let known = abbreviation(token, in: text)
    if isAdjacent, next.range.lowerBound == found.cut {
      if let verdict = judgeAdjacent(found, token, known, next, in: text) { return verdict }
    }
    if isListNumber(token, in: text, from: start), !found.hasClosingMarks {
      return .goesOn(.listNumber)
    }
    if token.isEmpty, found.start > start,
      !hasWord(from: start, to: found.start, in: text)
    {
      return .goesOn(.noWord)
    }
    if let known, let verdict = judge(known, next, at: found.cut, in: text) { return verdict }
    if next.kind == .small { return judgeSmall(found, token, known, in: text, from: start, marks) }
    switch next.kind {
    case .capital, .letter:
      if token.isInitial, let verdict = judgeInitial(token, next, in: text, from: start) {
        return verdict
      }
      if known == nil, token.isAcronym, !exceptions.isStarter(text.word(next.range)) {
        return .goesOn(.acronym)
      }
    case .digit where token.isInitial: return .goesOn(.initial)
    default: break
    }
    return .ends(known == nil ? .terminator : .mayEnd)
  }

  /// A full stop with neither space nor closing mark after it; `nil` where that says nothing.
  private func judgeAdjacent(
    _ found: SentenceCandidate, _ token: SentenceToken, _ known: SegmentationExceptions.Class?,
    _ next: FollowingWord, in text: SentenceText
  ) -> SentenceVerdict? {
    switch next.kind {
    case .digit, .small: return .goesOn(.insideToken)
    case .capital:
      return isMissingSpace(found, next, in: text, from: token.range.lowerBound)
        ? .ends(.missingSpace) : .goesOn(.insideToken)
    case .letter:
      if known != nil { return .goesOn(.never) }
      if token.digits > 0, token.letters == 0 { return .goesOn(.listNumber) }
      if token.isInitial || token.isAcronym { return .goesOn(.initial) }
      return isEastAsian(at: found.cut, in: text) ? nil : .goesOn(.insideToken)
    default: return nil
    }
  }

  private func judge(
    _ known: SegmentationExceptions.Class, _ next: FollowingWord, at cut: Int,
    in text: SentenceText
  ) -> SentenceVerdict? {
    let isBracketNext = next.hasOpeningMarks && text.bytes[cut] == UInt8(ascii: "(")
    switch known {
    case .never: return .goesOn(.never)
    case _ where isBracketNext: return .goesOn(.continuation)
    case .beforeName:
      switch next.kind {
      case .capital, .letter:
        let isStarter = exceptions.isStarter(text.word(next.range))
        return isStarter ? .ends(.beforeName) : .goesOn(.beforeName)
      case .digit, .continuation, .small: return .goesOn(.beforeName)
      case .mark, .none: return .ends(.beforeName)
      }
    case .beforeNumber:
      switch next.kind {
      case .digit, .continuation, .small: return .goesOn(.beforeNumber)
      case .capital where isNumeral(next, in: text): return .goesOn(.beforeNumber)
      default: return nil
      }
    case .mayEnd:
      switch next.kind {
      case .small, .digit, .continuation: return .goesOn(.mayEnd)
      case .capital:
        let goesOn = exceptions.isContinuer(text.word(next.range))
        return goesOn ? .goesOn(.mayEnd) : .ends(.mayEnd)
      case .letter, .mark, .none: return .ends(.mayEnd)
      }
    }
  }

  /// A full stop before a small letter: the annex never breaks there, hurried people do.
  private func judgeSmall(
    _ found: SentenceCandidate, _ token: SentenceToken, _ known: SegmentationExceptions.Class?,
    in text: SentenceText, from start: Int, _ marks: OpenMarks
  ) -> SentenceVerdict {
    if found.hasEmoticon { return .ends(.smallStart) }
    if found.hasClosingMarks || isInsideBrackets(found, in: text, from: start, marks) {
      return .goesOn(.smallLetter)
    }
    if known != nil || token.isAcronym || token.letters == 1 && token.others == 0 {
      return .goesOn(.acronym)
    }
    if !token.hasVowel, token.letters > 0, token.digits == 0, token.letters < 5 {
      return .goesOn(.unknownAbbreviation)
    }
    return token.isOrdinary ? .ends(.smallStart) : .goesOn(.unicode)
  }

  private func judgeInitial(
    _ token: SentenceToken, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> SentenceVerdict? {
    let word = text.word(next.range)
    let isInitialNext =
      next.range.upperBound < text.count && text.bytes[next.range.upperBound] == UInt8(ascii: ".")
      && text.scalar(at: next.range.lowerBound).end == next.range.upperBound
    if isInitialNext { return .goesOn(.initial) }
    if exceptions.isStarter(word) { return nil }
    // The pronoun ends a sentence: so do I.
    if token.range.count == 1, text.bytes[token.range.lowerBound] == UInt8(ascii: "I"), token.range.lowerBound > start + 1,
      text.class(at: text.scalar(before: token.range.lowerBound - 1).start) == .lower
    {
      return nil
    }
    return .goesOn(.initial)
  }

  // MARK: - What surrounds a place

  /// The class of the token, or of its part after a hyphen or an apostrophe.
  private func abbreviation(
    _ token: SentenceToken, in text: SentenceText
  ) -> SegmentationExceptions.Class? {
    guard !token.isEmpty, token.range.count <= 24 else { return nil }
    if let known = exceptions.class(of: text.word(token.range.lowerBound..<token.range.upperBound + 1)) { return known }
    guard token.others > 0 else { return nil }
    var lower = token.range.upperBound
    while lower > token.range.lowerBound {
      let (value, start) = text.scalar(before: lower)
      if value == 0x2D || value == 0x2019 || value == 0x27 { break }
      lower = start
    }
    guard lower > token.range.lowerBound, lower < token.range.upperBound else { return nil }
    return exceptions.class(of: text.word(lower..<token.range.upperBound + 1))
  }

  /// Whether a number or letter at the start, or after a colon or semicolon, counts a point.
  private func isListNumber(
    _ token: SentenceToken, in text: SentenceText, from start: Int
  ) -> Bool {
    guard token.stops <= 3, token.others == 0 else { return false }
    let isNumber = token.digits > 0 && token.letters == 0 && token.digits <= 3 + token.stops * 2
    let isLetter = token.letters == 1 && token.digits + token.stops == 0
    let isRoman = isNumeral(token.range, in: text)
    guard isNumber || isLetter || isRoman else { return false }
    var place = token.range.lowerBound
    while place > start {
      let (value, before) = text.scalar(before: place)
      switch text.classes[value] {
      case .space, .opening: place = before
      case _ where value == 0xB7 || value == 0x387: return isNumber || isLetter
      case .continuation: return (isNumber || isLetter) && value != 0x2C && value != 0x2D
      default: return value == 0x3B || value == 0xFF1B
      }
    }
    return true
  }

  /// A Roman number or a letter: Art. IV, Annex A; not the pronoun `I` before a small letter.
  private func isNumeral(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let end = next.range.upperBound
    if next.range.count == 1, text.class(at: end) == .space {
      return FollowingWord(at: end + 1, in: text).kind != .small
    }
    return next.range.count == 1 || isNumeral(next.range, in: text)
  }

  private func isNumeral(_ range: Range<Int>, in text: SentenceText) -> Bool {
    !range.isEmpty && range.count <= 5
      && text.bytes[range].allSatisfy {
        $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
          || $0 == UInt8(ascii: "L")
      }
  }

  /// Whether a word in small letters ends and a sentence begins, but for a space.
  private func isMissingSpace(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> Bool {
    guard next.kind == .capital || found.hasStrongMark && next.kind == .small else { return false }
    let token = SentenceToken(endingAt: found.start, from: start, in: text)
    guard token.isPlainWord, token.others == 0, token.before != 0x2F else { return false }
    let end = next.range.upperBound
    guard end < text.count else { return true }
    return text.isWhiteSpace(text.scalar(at: end).value) || text.bytes[end] == UInt8(ascii: ",")
  }

  private func hasWord(from start: Int, to end: Int, in text: SentenceText) -> Bool {
    var place = end
    while place > start {
      let (value, before) = text.scalar(before: place)
      let kind = text.classes[value]
      if kind.isLetter || kind == .numeric { return true }
      place = before
    }
    return false
  }

  private func isEastAsian(at place: Int, in text: SentenceText) -> Bool {
    SentenceText.isEastAsian(text.scalar(at: place).value)
  }

  private func beginsWithDash(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let value = text.scalar(at: next.range.lowerBound).value
    return value == 0x2D || value == 0x2013 || value == 0x2014
  }

  /// How far back a bracket is looked for.
  private static let reach = 160

  /// Whether a bracket is open before the mark, and closed after it.
  ///
  /// - Parameter afterText: Whether only a bracket with text of the segment before it counts.
  private func isInsideBrackets(
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
