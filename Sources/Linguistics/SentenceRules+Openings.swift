/// What the words say that follow a mark: the beginning of a sentence, or a name.
extension SentenceRules {
  /// Whether the word that follows begins sentences, and is neither an initial nor an abbreviation.
  ///
  /// A common word does before a small letter (`Ltd. Local workers make`); before a capital one it is
  /// part of a name (`D.C. Police Chief`).
  func beginsSentence(_ next: FollowingWord, in text: SentenceText) -> Bool {
    isStarter(next, in: text)
      || has(.opener, next, in: text) && isBeforeSmall(next, in: text)
  }

  /// The same of the words that do so whatever follows.
  func isStarter(_ next: FollowingWord, in text: SentenceText) -> Bool {
    has(.starter, next, in: text)
  }

  private func has(_ role: WordRole, _ next: FollowingWord, in text: SentenceText) -> Bool {
    guard exceptions.has(role, text.word(next.range)), !isInitial(next, in: text) else {
      return false
    }
    let end = next.range.upperBound
    return end == text.count || text.bytes[end] != UInt8(ascii: ".")
      || exceptions.class(of: text.word(next.range.lowerBound..<end + 1)) == nil
  }

  /// Whether a small letter or a digit comes after the word that follows, or a hyphen.
  private func isBeforeSmall(_ next: FollowingWord, in text: SentenceText) -> Bool {
    let end = next.range.upperBound
    guard end < text.count else { return false }
    if text.bytes[end] == UInt8(ascii: "-") { return true }
    guard text.bytes[end] == 0x20 else { return false }
    let second = FollowingWord(at: end + 1, in: text)
    return !second.hasOpeningMarks && (second.kind == .small || second.kind == .digit)
  }

  /// Whether up to three capitalised words follow, and a verb: `China will`, `Wang Yi said`.
  ///
  /// The verb has one of the roles `verbs`, and no word before it one of `others`.
  func isSubject(
    _ next: FollowingWord, of verbs: WordRole, without others: WordRole = [], in text: SentenceText
  ) -> Bool {
    var word = next
    for _ in 0..<4 {
      if word.kind == .small { return exceptions.has(verbs, text.word(word.range)) }
      guard word.kind == .capital, !word.hasOpeningMarks,
        !exceptions.has(others, text.word(word.range))
      else { return false }
      var end = word.range.upperBound
      // Who speaks may be Mr. Wang; a sentence may begin with the name of who does: Lin Jian: No.
      if others.isEmpty, isTitle(word, in: text) { end += 1 }
      guard end < text.count else { return false }
      if text.bytes[end] == UInt8(ascii: ":") { return !others.isEmpty }
      guard text.bytes[end] == 0x20 else { return false }
      word = FollowingWord(at: end + 1, in: text)
    }
    return false
  }

  /// Whether a word is an abbreviation that never ends a sentence, or an initial.
  private func isTitle(_ word: FollowingWord, in text: SentenceText) -> Bool {
    let end = word.range.upperBound
    guard end < text.count, text.bytes[end] == UInt8(ascii: ".") else { return false }
    return isInitial(word, in: text)
      || exceptions.class(of: text.word(word.range.lowerBound..<end + 1)) == .never
  }

  /// Whether a sentence begins behind an abbreviation of the class `after-name`.
  ///
  /// What ends there has more words than `The U.S.`, and what follows is a common word, or a name with
  /// a verb or a possession: `the U.S. China will`, `the U.S. China's ambassador`.
  func opensSentence(
    _ next: FollowingWord, behind token: SentenceToken, in text: SentenceText, from start: Int
  ) -> Bool {
    if isStarter(next, in: text) { return true }
    guard hasTwoWords(from: start, to: token.range.lowerBound, in: text) else { return false }
    return beginsSentence(next, in: text)
      || isSubject(next, of: .verb, without: .office, in: text)
      || namesOther(next, behind: token, in: text)
  }

  private func hasTwoWords(from start: Int, to end: Int, in text: SentenceText) -> Bool {
    text.word(text.trimmed(start..<end)).contains(0x20)
  }

  /// Whether a name follows that is no part of the one before, and a small letter.
  ///
  /// An acronym may stand before a name as an adjective, other abbreviations hardly do: `Inc. Apple
  /// shares fell` needs no verb, and no apostrophe.
  private func namesOther(
    _ next: FollowingWord, behind token: SentenceToken, in text: SentenceText
  ) -> Bool {
    let name = next.range.lowerBound..<text.wordEnd(after: next.range.lowerBound)
    guard name.upperBound < next.range.upperBound || !token.isAcronym, next.kind == .capital,
      !next.hasOpeningMarks, !exceptions.has(.office, text.word(name)),
      isBeforeSmall(next, in: text)
    else { return false }
    let second = FollowingWord(at: next.range.upperBound + 1, in: text)
    return !exceptions.has([.hanging, .continuer], text.word(second.range))
  }

  /// Whether a word of at most three letters ends at a place: `and`, `ή`, `και`.
  func joins(endingAt end: Int, in text: SentenceText) -> Bool {
    let start = text.wordStart(before: end)
    return end - start <= (isGreek(at: start, in: text) ? 6 : 3)
  }

  /// Whether the word before a letter has letters for numbers: `Group C`.
  func isLettered(_ token: SentenceToken, in text: SentenceText) -> Bool {
    guard token.before == 0x20, token.range.lowerBound > 0 else { return false }
    let end = token.range.lowerBound - 1
    return exceptions.has(.lettered, text.word(text.wordStart(before: end)..<end))
  }

  /// Whether what stands before an ellipsis ends no sentence (`The bill was... 90 euros`), or is said
  /// again (`I... I can't`).
  func hangs(
    _ found: SentenceCandidate, before next: FollowingWord, in text: SentenceText
  ) -> Bool {
    guard !found.hasClosingMarks else { return false }
    let word = text.word(text.wordStart(before: found.start)..<found.start)
    if !word.isEmpty, word.elementsEqual(text.word(next.range)) { return true }
    return exceptions.has(.hanging, word) && !isStarter(next, in: text)
  }

  /// Whether a word ends and a sentence begins, but for a space.
  ///
  /// Behind a word in small letters anything with a capital letter is one. Elsewhere it takes a word
  /// that begins sentences, or Greek on both sides: no file, address or company is called so.
  func isMissingSpace(
    _ found: SentenceCandidate, _ next: FollowingWord, in text: SentenceText, from start: Int
  ) -> Bool {
    guard next.kind == .capital || found.hasStrongMark && next.kind == .small else { return false }
    let end = next.range.upperBound
    guard
      end == text.count || text.isWhiteSpace(text.scalar(at: end).value)
        || text.bytes[end] == UInt8(ascii: ",")
    else { return false }
    let token = SentenceToken(endingAt: found.start, from: start, in: text)
    guard token.before != 0x2F else { return false }
    if token.isPlainWord, token.others == 0 { return true }
    guard next.kind == .capital, found.start > start else { return false }
    let known = abbreviation(token, in: text)
    guard known == nil || known == .mayEnd else { return false }
    let last = text.scalar(before: found.start).value
    let isGreekNext = isGreek(at: next.range.lowerBound, in: text)
    let isStarter = beginsSentence(next, in: text)
    if token.isEmpty { return isStarter && text.classes[last] == .closing }
    if known != nil { return isStarter && isGreekNext }
    if GreekShape.isLetter(last), isGreekNext {
      let isLong = found.start - text.wordStart(before: found.start) > 6
      if isStarter {
        return (isLong || token.letters > 1 && token.capitals == token.letters && token.stops == 0)
          && greekCut(token, in: text) < .certain
      }
      return isLong && token.stops == 0 && token.capitals < 2 && greekCut(token, in: text) == .none
    }
    return isStarter && token.letters != 1 && (isGreekNext || token.stops == 0)
      && !isListNumber(token, in: text, from: start)
  }
}
