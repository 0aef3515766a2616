/// Full stops: what the word before and the word after say.
extension SentenceRules {
  func judgeStop(
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
      guard known == nil else { break }
      let isCut = token.isCutGreekWord(in: text)
      let isAcronym = token.isAcronym && !endsQuotation(found, token, in: text)
      guard isCut || isAcronym, !exceptions.isStarter(text.word(next.range)) else { break }
      return .goesOn(isCut ? .unknownAbbreviation : .acronym)
    case .digit where token.isInitial: return .goesOn(.initial)
    case .digit where known == nil && token.endsUnlikeGreek(in: text):
      return .goesOn(.unknownAbbreviation)
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
      case .mark where isNumberSign(next, in: text): return .goesOn(.beforeNumber)
      case .capital where isFileMark(next, in: text): return .goesOn(.beforeNumber)
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
    if token.letters > 0, token.digits == 0, token.letters < 5, !token.hasVowel(in: text) {
      return .goesOn(.unknownAbbreviation)
    }
    if token.endsUnlikeGreek(in: text) { return .goesOn(.unknownAbbreviation) }
    return token.isOrdinary ? .ends(.smallStart) : .goesOn(.unicode)
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
    let word = text.word(next.range)
    let isInitialNext =
      next.range.upperBound < text.count && text.bytes[next.range.upperBound] == UInt8(ascii: ".")
      && text.scalar(at: next.range.lowerBound).end == next.range.upperBound
    if isInitialNext { return .goesOn(.initial) }
    if exceptions.isStarter(word) { return nil }
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
  private func abbreviation(
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
      case let kind where kind.isLetter && place < token.range.lowerBound:
        return isPartName(endingAt: place, from: start, in: text)
      default: return value == 0x3B || value == 0xFF1B
      }
    }
    return true
  }

  /// Whether the segment begins with the word that ends at a place, and it counts parts.
  private func isPartName(endingAt end: Int, from start: Int, in text: SentenceText) -> Bool {
    var place = end
    while place > start {
      let (value, before) = text.scalar(before: place)
      guard text.classes[value].isLetter || text.classes[value] == .extend else { break }
      place = before
    }
    return exceptions.isPartName(text.word(place..<end)) && text.trimmed(start..<place).isEmpty
  }

  /// A letter that is part of a number: αρ. πρωτ. Φ.123, ΦΕΚ Β΄ 80.
  private func isFileMark(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let end = next.range.upperBound
    guard end < text.count, text.scalar(at: next.range.lowerBound).end == end else { return false }
    return text.class(at: end) != .space && !text.class(at: end).isLetter
  }

  /// A sign with a digit behind it: tel. +30 210, approx. €50.
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
