/// Quotations: who speaks, and what is part of a sentence or a name.
extension SentenceRules {
  /// What a Chinese word after a closing quotation mark says; `nil` where it says nothing.
  func judgeQuoted(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> SentenceVerdict? {
    guard found.hasClosingMarks, !found.hasSpace, next.kind == .letter, !next.hasOpeningMarks else {
      return nil
    }
    // 。 ends a sentence in a quotation too, by convention; ？ and ！ are often inside of one.
    let isFullStop = text.bytes[found.lastMark] == 0xE3
    if !isAnnounced(found, in: text, from: start),
      namesSpeakerInChinese(found.cut, in: text, atEnd: isFullStop)
    {
      return .goesOn(.speaker)
    }
    if !isFullStop, isEmbedded(found, in: text, from: start) { return .goesOn(.continuation) }
    return beginsChinese(.continuer, at: found.cut, in: text) ? .goesOn(.continuation) : nil
  }

  /// Whether one or two Chinese characters have a role.
  private func beginsChinese(_ role: WordRole, at place: Int, in text: SentenceText) -> Bool {
    let first = text.scalar(at: place).end
    let second = first < text.count ? text.scalar(at: first).end : first
    return [first, second].contains { exceptions.has(role, text.word(place..<$0)) }
  }

  /// Whether a word that begins sentences or a whole quotation follows on a Chinese ellipsis, and more
  /// than a stammer stands before it: 丝绸、瓷器、竹编……|一位教师.
  func beginsChineseSentence(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> Bool {
    !found.hasClosingMarks && text.trimmed(start..<found.start).count >= 18
      && (beginsChinese(.starter, at: found.cut, in: text)
        || quotesSentence(at: found.cut, in: text))
  }

  /// Whether a quotation begins at a place that has a mark at its end.
  private func quotesSentence(at start: Int, in text: SentenceText) -> Bool {
    let (first, end) = text.scalar(at: start)
    guard Self.opensQuotation(first, at: start, in: text) else { return false }
    var place = end
    var before = SentenceClass.other
    while place < min(text.count, start + Self.reach) {
      let (value, next) = text.scalar(at: place)
      if Self.closesQuotation(value) { return before.isTerminator }
      before = text.classes[value]
      place = next
    }
    return false
  }

  /// Whether a `!` or `?` stands in a short name in quotation marks: 举办“你好！中国”推介会.
  ///
  /// Sentences that are quoted have a mark at their end, or a colon or comma before them.
  func isInsideQuotedName(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> Bool {
    guard !found.hasClosingMarks, text.bytes[found.lastMark] != 0xE3,
      let opened = openingQuote(of: found, in: text, from: start),
      found.start - opened <= Self.longestName
    else { return false }
    let before = text.trimmed(start..<opened)
    guard
      before.isEmpty || text.classes[text.scalar(before: before.upperBound).value] != .continuation
    else { return false }
    var place = found.cut
    let limit = min(text.count, place + Self.longestName)
    while place < limit {
      let (value, end) = text.scalar(at: place)
      if Self.closesQuotation(value) {
        let isSpaced = end < text.count && text.bytes[end] == 0x20
        let after = FollowingWord(at: isSpaced ? end + 1 : end, in: text).kind
        return !before.isEmpty || after == .letter || after == .small
      }
      if text.classes[value].isTerminator || value == 0x2C || value == 0xFF0C
        || Self.opensQuotation(value, at: place, in: text)
      {
        return false
      }
      place = end
    }
    return false
  }

  private static func closesQuotation(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0xBB, 0x201D, 0x300D, 0x300F: true
    default: false
    }
  }

  /// Whether a scalar opens a quotation; a `"` does behind a space.
  private static func opensQuotation(_ value: UInt32, at place: Int, in text: SentenceText) -> Bool
  {
    switch value {
    case 0xAB, 0x201C, 0x300C, 0x300E: true
    case 0x22: place == 0 || text.isWhiteSpace(text.scalar(before: place).value)
    default: false
    }
  }

  /// Whether a quotation follows on a word at once, as a part of the sentence: 用“惊人！”来形容.
  private func isEmbedded(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> Bool {
    guard let opened = openingQuote(of: found, in: text, from: start), opened > start else {
      return false
    }
    let before = text.scalar(before: opened).value
    return SentenceText.isEastAsian(before)
      && !exceptions.has(.speech, text.word(text.scalar(before: opened).start..<opened))
  }

  /// Whether a colon stands before the quotation: who speaks is known.
  private func isAnnounced(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> Bool {
    guard let opened = openingQuote(of: found, in: text, from: start), opened > start else {
      return false
    }
    return text.scalar(before: opened).value == 0xFF1A
  }

  /// Where the quotation was opened that the mark is in.
  private func openingQuote(
    of found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> Int? {
    var place = found.start
    var closed = 0
    while place > max(start, found.start - Self.reach) {
      let (value, before) = text.scalar(before: place)
      place = before
      if Self.opensQuotation(value, at: place, in: text) {
        if closed == 0 { return place }
        closed -= 1
      } else if Self.closesQuotation(value) {
        closed += 1
      }
    }
    return nil
  }

  /// Whether a clause of at most eleven characters follows that ends with a verb of speech.
  ///
  /// Behind a full stop it has to end the sentence, or take the quotation up again, and nobody says
  /// nothing: `。”他说。`, `。”他说，“`.
  private func namesSpeakerInChinese(
    _ start: Int, in text: SentenceText, atEnd: Bool
  ) -> Bool {
    var place = start
    var clause: [Int] = []
    while place < text.count, clause.count < 12 {
      let (value, end) = text.scalar(at: place)
      guard SentenceText.isEastAsian(value) else { break }
      clause.append(place)
      place = end
    }
    guard clause.count < 12,
      !atEnd || text.class(at: place) == .terminator && !isNegated(clause, in: text)
        || isComma(at: place, beforeQuotationIn: text)
    else { return false }
    return clause.suffix(2).contains { exceptions.has(.speech, text.word($0..<place)) }
  }

  /// Whether the quotation is taken up again at a place, as in 业者说，“卖完了。”.
  private func isComma(at place: Int, beforeQuotationIn text: SentenceText) -> Bool {
    guard place < text.count, text.scalar(at: place).value == 0xFF0C else { return false }
    let next = text.scalar(at: place).end
    return next < text.count && Self.opensQuotation(text.scalar(at: next).value, at: next, in: text)
  }

  private func isNegated(_ clause: [Int], in text: SentenceText) -> Bool {
    clause.contains { [0x4E0D, 0x672A, 0x6C92, 0x6CA1].contains(text.scalar(at: $0).value) }
  }

  /// Whether the closing quotation mark belongs to one that follows a colon, a comma or nothing.
  func isWholeQuotation(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> Bool {
    guard found.hasClosingMarks,
      let opened = openingQuote(of: found, in: text, from: start)
    else { return false }
    return text.trimmed(start..<opened).isEmpty
      || text.classes[text.scalar(before: opened).value] == .continuation
  }
}
