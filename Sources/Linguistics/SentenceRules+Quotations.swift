/// Quotations: who speaks, and what is part of a sentence or a name.
extension SentenceRules {
  /// What a Chinese word after a closing quotation mark says; `nil` where it says nothing.
  func judgeQuoted(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> SentenceVerdict? {
    guard found.hasClosingMarks, !found.hasSpace, next.kind == .letter else { return nil }
    if next.hasOpeningMarks {
      let end = afterQuotations(at: found.cut, in: text)
      return end > found.cut && continuesChinese(at: end, in: text) ? .goesOn(.continuation) : nil
    }
    // 。 ends a sentence in a quotation too, by convention; ？ and ！ are often inside of one.
    let isFullStop = text.bytes[found.lastMark] == 0xE3
    let isAnnounced = isAnnounced(found, in: text)
    if !isAnnounced, namesSpeakerInChinese(found.cut, in: text, atEnd: isFullStop) {
      return .goesOn(.speaker)
    }
    if !isFullStop, isEmbedded(found, in: text, from: start) { return .goesOn(.continuation) }
    return continuesChinese(at: found.cut, in: text, afterAnnounced: isAnnounced)
      ? .goesOn(.continuation) : nil
  }

  /// Whether a word goes on with the sentence that a quotation is part of.
  ///
  /// “这句话” takes up a quotation that a sentence begins with, and begins one behind others.
  private func continuesChinese(
    at place: Int, in text: SentenceText, afterAnnounced: Bool = false
  ) -> Bool {
    guard place < text.count, beginsChinese(.continuer, at: place, in: text) else { return false }
    let first = text.scalar(at: place).value
    return !afterAnnounced || first != 0x8FD9 && first != 0x9019
  }

  /// The place after the quotations that follow one another: “加油！”“加油！”的喊声.
  private func afterQuotations(at start: Int, in text: SentenceText) -> Int {
    var end = start
    var place = start
    while place < min(text.count, start + Self.reach) {
      let (value, next) = text.scalar(at: place)
      if place == end, !Self.opensQuotation(value, at: place, in: text) { break }
      place = next
      if Self.closesQuotation(value) { end = next }
    }
    return end
  }

  /// Whether up to four Chinese characters have a role.
  func beginsChinese(_ role: WordRole, at place: Int, in text: SentenceText) -> Bool {
    guard isEastAsian(at: place, in: text) else { return false }
    var end = place
    for _ in 0..<4 where end < text.count {
      end = text.scalar(at: end).end
      if exceptions.has(role, text.word(place..<end)) { return true }
    }
    return false
  }

  /// Whether a word that begins sentences or a whole quotation follows on a Chinese ellipsis, and more
  /// than a stammer stands before it: 丝绸、瓷器、竹编……|一位教师.
  func beginsChineseSentence(
    _ found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> Bool {
    !found.hasClosingMarks && text.trimmed(start..<found.start).count >= 18
      && !isRepeated(at: found.cut, behind: found.start, in: text)
      && (beginsChinese(.starter, at: found.cut, in: text)
        || quotesSentence(at: found.cut, in: text))
  }

  /// Whether two characters are said again behind an ellipsis: 可是……可是.
  private func isRepeated(at cut: Int, behind end: Int, in text: SentenceText) -> Bool {
    end >= 6 && cut + 6 <= text.count
      && text.bytes[end - 6..<end].elementsEqual(text.bytes[cut..<cut + 6])
  }

  /// Whether the time of day or a date follows on a Chinese ellipsis, and none stands before it:
  /// 水位还在涨……|3时20分.
  func beginsWithTime(
    _ next: FollowingWord, behind found: SentenceCandidate, in text: SentenceText, from start: Int
  ) -> Bool {
    let end = next.range.upperBound
    guard end < text.count, !next.hasOpeningMarks, text.trimmed(start..<found.start).count >= 18
    else { return false }
    return has(.unitOfTime, at: end, in: text)
      && !has(.unitOfTime, at: text.scalar(before: found.start).start, in: text)
  }

  /// Whether the character at a place has a role by itself.
  func has(_ role: WordRole, at place: Int, in text: SentenceText) -> Bool {
    exceptions.has(role, text.word(place..<text.scalar(at: place).end))
  }

  /// Whether a quotation begins at a place that has a mark at its end, or is a long one.
  func quotesSentence(at start: Int, in text: SentenceText) -> Bool {
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
    return place < text.count
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
    var isFirst = true
    while place < limit {
      let (value, end) = text.scalar(at: place)
      if Self.closesQuotation(value) {
        // A question in several sentences is one when the sentence around it goes on.
        guard isFirst else { return !before.isEmpty && continuesChinese(at: end, in: text) }
        let isSpaced = end < text.count && text.bytes[end] == 0x20
        let after = FollowingWord(at: isSpaced ? end + 1 : end, in: text).kind
        return !before.isEmpty || after == .letter || after == .small
      }
      if value == 0x2C || value == 0xFF0C || Self.opensQuotation(value, at: place, in: text) {
        return false
      }
      if text.classes[value].isTerminator { isFirst = false }
      place = end
    }
    return false
  }

  static func closesQuotation(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0xBB, 0x201D, 0x300D, 0x300F: true
    default: false
    }
  }

  /// Whether a scalar opens a quotation; a `"` does behind a space.
  static func opensQuotation(_ value: UInt32, at place: Int, in text: SentenceText) -> Bool {
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
    let (value, place) = text.scalar(before: opened)
    return SentenceText.isEastAsian(value) && !has(.speech, at: place, in: text)
  }

  /// Where the quotation was opened that the mark is in.
  func openingQuote(
    of found: SentenceCandidate, in text: SentenceText, from start: Int, within reach: Int = reach
  ) -> Int? {
    var place = found.start
    var closed = 0
    let floor = max(start, found.start - reach)
    while place > floor {
      // No mark begins with the first byte of a Han character.
      if place - 3 > floor, text.bytes[place - 3] &- 0xE4 < 6 {
        place -= 3
        continue
      }
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
