/// Full stops: what the word before and the word after say.
extension SentenceRules {
  func judgeStop(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int,
    _ marks: OpenMarks
  ) -> SentenceVerdict {
    let token = SentenceToken(endingAt: found.start, from: start, in: text)
    let isAdjacent = !found.hasSpace && !found.hasClosingMarks
    let known = abbreviation(token, in: text)
    if isAdjacent, next.range.lowerBound == found.cut,
      let verdict = judgeAdjacent(found, token, known, next, in: text, from: start)
    {
      return verdict
    }
    if isListNumber(token, in: text, from: start), !found.hasClosingMarks {
      return .goesOn(.listNumber)
    }
    if token.isEmpty, found.start > start,
      !hasWord(from: start, to: found.start, in: text)
    {
      return .goesOn(.noWord)
    }
    if let known, let verdict = judge(known, token, next, at: found.cut, in: text, from: start) {
      return verdict
    }
    switch next.kind {
    case .small: return judgeSmall(found, token, known, next, in: text, from: start, marks)
    case .capital, .letter:
      if let verdict = judgeCapital(found, token, known, next, in: text, from: start) {
        return verdict
      }
    case .digit where known == nil && !found.hasClosingMarks:
      if token.isInitial, !isLettered(token, in: text) { return .goesOn(.initial) }
      if token.isAcronym { return .goesOn(.acronym) }
      if greekCut(token, in: text) > .none { return .goesOn(.unknownAbbreviation) }
    default: break
    }
    return .ends(known == nil ? .terminator : .mayEnd)
  }

  /// A full stop before a capital letter; `nil` where nothing speaks against the end.
  private func judgeCapital(
    _ found: SentenceCandidate, _ token: SentenceToken, _ known: SegmentationExceptions.Class?,
    _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> SentenceVerdict? {
    if token.isInitial || token.isHyphenatedInitial {
      if let verdict = judgeInitial(token, next, in: text, from: start) { return verdict }
    }
    guard known == nil || known == .beforeNumber else { return nil }
    if isLoneLetter(token, in: text) {
      return beginsSentence(next, in: text) ? nil : .goesOn(.unknownAbbreviation)
    }
    let isAcronym = known == nil && token.isAcronym && !endsQuotation(found, token, in: text)
    let cut = greekCut(token, in: text)
    guard isAcronym || cut > .none else { return nil }
    let isInitialNext = isInitial(next, in: text)
    let isStarter = beginsSentence(next, in: text)
    if isAcronym, !isStarter { return .goesOn(.acronym) }
    guard cut > .none,
      !isStarter || isInitialNext || namesThing(next, at: found.cut, in: text)
    else { return nil }
    let isCertain =
      cut == .certain || known != nil || isInitialNext || isCut(next, in: text)
      || beginsSegment(token, in: text, from: start)
    return isCertain ? .goesOn(.unknownAbbreviation) : nil
  }

  func greekCut(_ token: SentenceToken, in text: SentenceText) -> GreekCut {
    token.greekCut(in: text, exceptions)
  }

  /// Whether a Greek name in its marks follows, as the name of a newspaper does.
  private func namesThing(_ next: FollowingWord, at cut: Int, in text: SentenceText) -> Bool {
    guard next.hasOpeningMarks, text.scalar(at: cut).value == 0xAB,
      isGreek(at: next.range.lowerBound, in: text)
    else { return false }
    var place = next.range.upperBound
    let limit = min(text.count, place + Self.longestName)
    while place < limit {
      let (value, end) = text.scalar(at: place)
      if value == 0xBB { return true }
      if text.classes[value].isTerminator { return false }
      place = end
    }
    return false
  }

  /// How many bytes a name in its marks has behind its first word.
  static var longestName: Int { 60 }

  /// Whether the word that follows is cut off as well.
  private func isCut(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let end = next.range.upperBound
    guard end < text.count, text.bytes[end] == UInt8(ascii: ".") else { return false }
    let token = SentenceToken(endingAt: end, from: next.range.lowerBound, in: text)
    return greekCut(token, in: text) > .none
  }

  /// Whether nothing but an article stands before a word: no sentence is «Ο Πρωθ.».
  private func beginsSegment(
    _ token: SentenceToken, in text: SentenceText, from start: Int
  ) -> Bool {
    let before = text.trimmed(start..<token.range.lowerBound)
    return before.count <= 6 && !text.word(before).contains { $0 < 0x80 }
  }

  func isGreek(at place: Int, in text: SentenceText) -> Bool {
    0x370...0x3FF ~= text.scalar(at: place).value
  }

  /// Whether a word is a small Greek letter, and no unit behind a number.
  private func isLoneLetter(_ token: SentenceToken, in text: SentenceText) -> Bool {
    token.isSmallLetter && isGreek(at: token.range.lowerBound, in: text)
      && !followsNumber(token, in: text)
  }

  /// Whether a letter names a scale: 40° C.
  private func followsDegree(_ token: SentenceToken, in text: SentenceText) -> Bool {
    let before = text.trimmed(0..<token.range.lowerBound)
    return !before.isEmpty && text.scalar(before: before.upperBound).value == 0xB0
  }

  /// Whether a number stands before a word: 20 λ.
  private func followsNumber(_ token: SentenceToken, in text: SentenceText) -> Bool {
    var place = token.range.lowerBound
    while place > 0 {
      let (value, before) = text.scalar(before: place)
      guard text.classes[value] == .space else { return text.classes[value] == .numeric }
      place = before
    }
    return false
  }

  /// Whether the word that follows is one letter with a full stop.
  func isInitial(_ next: FollowingWord, in text: SentenceText) -> Bool {
    next.range.upperBound < text.count && text.bytes[next.range.upperBound] == UInt8(ascii: ".")
      && text.scalar(at: next.range.lowerBound).end == next.range.upperBound
  }

  /// A full stop with neither space nor closing mark after it; `nil` where that says nothing.
  private func judgeAdjacent(
    _ found: SentenceCandidate, _ token: SentenceToken, _ known: SegmentationExceptions.Class?,
    _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> SentenceVerdict? {
    switch next.kind {
    case .digit, .small: return .goesOn(.insideToken)
    case .capital:
      return isMissingSpace(found, next, in: text, from: start)
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
    _ known: SegmentationExceptions.Class, _ token: SentenceToken, _ next: FollowingWord,
    at cut: Int, in text: SentenceText, from start: Int
  ) -> SentenceVerdict? {
    let isBracketNext = next.hasOpeningMarks && text.bytes[cut] == UInt8(ascii: "(")
    switch known {
    case .never:
      // 23 κ. Η is a weight.
      let isWeight = token.isSmallLetter && next.kind == .capital && followsNumber(token, in: text)
      return isWeight && beginsSentence(next, in: text) ? .ends(.mayEnd) : .goesOn(.never)
    case _ where isBracketNext: return .goesOn(.continuation)
    case .beforeName, .afterName:
      let rule: SegmentationRule = known == .afterName ? .afterName : .beforeName
      switch next.kind {
      case .capital, .letter:
        let isStarter =
          known == .afterName
          ? opensSentence(next, behind: token, in: text, from: start)
          : beginsSentence(next, in: text)
        return isStarter && !namesThing(next, at: cut, in: text) ? .ends(rule) : .goesOn(rule)
      case .digit, .continuation, .small: return .goesOn(rule)
      case .mark, .none: return .ends(rule)
      }
    case .beforeNumber:
      switch next.kind {
      case .digit, .continuation, .small: return .goesOn(.beforeNumber)
      case .capital where isNumeral(next, in: text): return .goesOn(.beforeNumber)
      case .mark where isNumberSign(next, in: text): return .goesOn(.beforeNumber)
      case .capital where isFileMark(next, in: text): return .goesOn(.beforeNumber)
      default: return nil
      }
    case .mayEnd:
      switch next.kind {
      case .small, .digit, .continuation: return .goesOn(.mayEnd)
      case .capital:
        let goesOn =
          exceptions.has(.continuer, text.word(next.range)) || isGreekAcronym(next, in: text)
          || isLoneLetter(token, in: text) && !beginsSentence(next, in: text)
        return goesOn ? .goesOn(.mayEnd) : .ends(.mayEnd)
      case .letter, .mark, .none: return .ends(.mayEnd)
      }
    }
  }

  /// A full stop before a small letter: the annex never breaks there, hurried people do.
  private func judgeSmall(
    _ found: SentenceCandidate, _ token: SentenceToken, _ known: SegmentationExceptions.Class?,
    _ next: FollowingWord, in text: SentenceText, from start: Int, _ marks: OpenMarks
  ) -> SentenceVerdict {
    if found.hasEmoticon { return .ends(.smallStart) }
    if found.hasClosingMarks || isInsideBrackets(found, in: text, from: start, marks) {
      return .goesOn(.smallLetter)
    }
    if known != nil || token.isAcronym || token.isHyphenatedInitial || token.isDotted
      || token.letters == 1 && token.others == 0
    {
      return .goesOn(.acronym)
    }
    if token.letters > 0, token.digits == 0, token.letters < 5, !token.hasVowel(in: text) {
      return .goesOn(.unknownAbbreviation)
    }
    if token.isPlainWord, token.letters < 3, followsNumber(token, in: text) {
      return .goesOn(.unknownAbbreviation)
    }
    if isNumeral(token.range, in: text) { return .goesOn(.listNumber) }
    if namesPage(next, in: text) { return .goesOn(.beforeNumber) }
    if greekCut(token, in: text) > .none { return .goesOn(.unknownAbbreviation) }
    return token.isOrdinary ? .ends(.smallStart) : .goesOn(.unicode)
  }

  /// Whether the small word that follows is an abbreviation before a number, as in `Press. p. 12`.
  private func namesPage(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let end = next.range.upperBound
    return end < text.count && text.bytes[end] == UInt8(ascii: ".")
      && exceptions.class(of: text.word(next.range.lowerBound..<end + 1)) == .beforeNumber
  }

  /// Whether the quotation that ends here has more in it than the token.
  private func endsQuotation(
    _ found: SentenceCandidate, _ token: SentenceToken, in text: SentenceText
  ) -> Bool {
    guard found.hasClosingMarks, text.classes[token.before] != .opening else { return false }
    let mark = text.scalar(at: found.marksEnd).value
    return mark == 0xBB || mark == 0x201D || mark == 0x22
  }

  private func judgeInitial(
    _ token: SentenceToken, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> SentenceVerdict? {
    if isInitial(next, in: text) { return .goesOn(.initial) }
    if isLettered(token, in: text) { return nil }
    if isStarter(next, in: text) || followsDegree(token, in: text) { return nil }
    // The pronoun ends a sentence: so do I.
    if token.range.count == 1, text.bytes[token.range.lowerBound] == UInt8(ascii: "I"),
      token.range.lowerBound > start + 1,
      text.class(at: text.scalar(before: token.range.lowerBound - 1).start) == .lower
    {
      return nil
    }
    return .goesOn(.initial)
  }

  /// The class of the token, or of its part after a hyphen or an apostrophe.
  func abbreviation(
    _ token: SentenceToken, in text: SentenceText
  ) -> SegmentationExceptions.Class? {
    guard !token.isEmpty, token.range.count <= 24 else { return nil }
    if let known = exceptions.class(
      of: text.word(token.range.lowerBound..<token.range.upperBound + 1))
    {
      return known
    }
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
  func isListNumber(
    _ token: SentenceToken, in text: SentenceText, from start: Int
  ) -> Bool {
    guard token.letters <= 5, token.stops <= 3, token.others == 0 else { return false }
    let isNumber = token.digits > 0 && token.letters == 0 && token.digits <= 3 + token.stops * 2
    let isLetter = token.letters == 1 && token.digits + token.stops == 0
    let isRoman =
      isNumeral(token.range, in: text) || isGreekNumeral(token, in: text)
      || token.isOrdinal && token.range.lowerBound == start
    guard isNumber || isLetter || isRoman else { return false }
    var place = token.range.lowerBound
    while place > start {
      let (value, before) = text.scalar(before: place)
      switch text.classes[value] {
      case .space, .opening: place = before
      case _ where value == 0xB7 || value == 0x387: return isNumber || isLetter
      case .continuation where value == 0x2C:
        return isNumber && countsOn(token, in: text, from: start)
      case .continuation: return (isNumber || isLetter) && value != 0x2D
      case .fullStop where isNumber && place < token.range.lowerBound:
        return isPartName(endingAt: before, from: start, in: text)
      case let kind where kind.isLetter && place < token.range.lowerBound:
        return isPartName(endingAt: place, from: start, in: text)
          || isNumber && joins(endingAt: place, in: text) && countsOn(token, in: text, from: start)
      default: return value == 0x3B || value == 0xFF1B
      }
    }
    return true
  }

  /// Whether the number before the token's stands in the segment, so that both count points.
  private func countsOn(
    _ token: SentenceToken, in text: SentenceText, from start: Int
  ) -> Bool {
    guard token.digits < 3, token.stops == 0,
      let number = Int(String(decoding: text.word(token.range), as: UTF8.self)), number > 1
    else { return false }
    let wanted = Array("\(number - 1)".utf8)
    let first = max(start, token.range.lowerBound - Self.listReach)
    var place = first
    while place + wanted.count < token.range.lowerBound {
      let end = place + wanted.count
      let isMarked = text.bytes[end] == UInt8(ascii: ".") || text.bytes[end] == UInt8(ascii: ")")
      if isMarked, text.bytes[place..<end].elementsEqual(wanted),
        place == start || !(0x30...0x39).contains(text.bytes[place - 1])
      {
        return true
      }
      place += 1
    }
    return false
  }

  /// How far back the number before is looked for.
  private static var listReach: Int { 240 }

  /// A Greek number of two or three letters: ΣΤ, ΙΑ, ια, ΙΣΤ.
  private func isGreekNumeral(_ token: SentenceToken, in text: SentenceText) -> Bool {
    guard (2...3).contains(token.letters), token.range.count == token.letters * 2 else {
      return false
    }
    let letters = stride(from: token.range.lowerBound, to: token.range.upperBound, by: 2)
      .map { text.scalar(at: $0).value & 0x1F }
    // ι, κ or λ for the tens; α to θ for the ones, six of which is στ.
    let hasTens = 0x19...0x1B ~= letters.first ?? 0
    let ones = Array(hasTens ? letters.dropFirst() : letters[...])
    guard isGreek(at: token.range.lowerBound, in: text) else { return false }
    return ones == [0x03, 0x04] || hasTens && ones.count == 1 && 0x11...0x18 ~= ones[0]
  }

  /// Whether the segment begins with the word that ends at a place, and it counts parts.
  private func isPartName(endingAt end: Int, from start: Int, in text: SentenceText) -> Bool {
    let place = max(start, text.wordStart(before: end))
    return exceptions.has(.partName, text.word(place..<end)) && text.trimmed(start..<place).isEmpty
  }

  /// A letter that is part of a number (Φ.123, Β΄ 80).
  private func isFileMark(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let end = next.range.upperBound
    let first = text.scalar(at: next.range.lowerBound).end
    if text.class(at: first) == .numeric { return true }
    guard end < text.count, first == end else { return false }
    return text.class(at: end) != .space && !text.class(at: end).isLetter
  }

  /// Greek letters with full stops (Α.Κ.): with no article before it, none begins a sentence.
  private func isGreekAcronym(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let end = next.range.upperBound
    return isInitial(next, in: text) && isGreek(at: next.range.lowerBound, in: text)
      && text.class(at: end + 1) == .upper
  }

  /// A sign with a digit behind it (+30, €50).
  private func isNumberSign(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let place = next.range.lowerBound
    return place < text.count && text.class(at: text.scalar(at: place).end) == .numeric
  }

  /// A Roman number or a letter, `IV` or `A`; not the pronoun `I` before a small letter.
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
        let byte = $0 & ~0x20
        return byte == UInt8(ascii: "I") || byte == UInt8(ascii: "V") || byte == UInt8(ascii: "X")
          || byte == UInt8(ascii: "L")
      }
  }
}
