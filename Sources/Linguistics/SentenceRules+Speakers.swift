/// Who spoke, as Chinese sentences say it behind a quotation.
extension SentenceRules {
  /// Whether a colon stands before the quotation, or a comma behind a verb of speech.
  ///
  /// Who speaks is known then. The quotation may have begun in an earlier segment.
  func isAnnounced(_ found: SentenceCandidate, in text: SentenceText) -> Bool {
    guard
      let opened = openingQuote(of: found, in: text, from: 0, within: Self.longestQuotation),
      opened > 0
    else { return false }
    let (mark, place) = text.scalar(before: opened)
    if mark == 0xFF1A { return true }
    guard mark == 0xFF0C, place > 0 else { return false }
    return has(.speech, at: text.scalar(before: place).start, in: text)
  }

  /// How many bytes a quotation has that is looked through.
  private static var longestQuotation: Int { 600 }

  /// Whether a clause follows that says who spoke.
  ///
  /// It ends with a verb of speech or has one behind 这样, and the verb is not negated. Behind `！` and
  /// `？` a clause is enough that the quotation goes on after (`她摇摇头，“…。”`). At most eleven
  /// characters may end with any mark, a longer clause only with the sentence. Behind a full stop the
  /// verb always ends it, or the quotation goes on.
  func namesSpeakerInChinese(_ start: Int, in text: SentenceText, atEnd: Bool) -> Bool {
    var place = start
    var clause: [Int] = []
    clause.reserveCapacity(Self.longestClause)
    var hasComma = false
    while place < text.count, clause.count < Self.longestClause {
      let (value, end) = text.scalar(at: place)
      if !SentenceText.isEastAsian(value) {
        let isComma = value == 0xFF0C
        if text.classes[value].isTerminator {
          let asks = !atEnd && clause.count < Self.shortClause && isAsking(clause, in: text)
          return (asks || endsWithSpeech(clause, at: place, in: text))
            && !isNegated(clause, in: text)
        }
        if isComma, end < text.count, quotesOn(at: end, in: text) {
          let names = endsWithSpeech(clause, at: place, in: text)
          return atEnd ? names && !hasComma : names || !hasComma
        }
        hasComma = hasComma || isComma
        if !atEnd, clause.count < Self.shortClause, endsWithSpeech(clause, at: place, in: text) {
          return true
        }
        guard Self.belongsToClause(value) || text.classes[value] == .numeric else { return false }
      }
      if saysHow(at: place, in: text) { return true }
      clause.append(place)
      place = end
    }
    return false
  }

  /// ， 、 · and the marks of titles.
  private static func belongsToClause(_ value: UInt32) -> Bool {
    [0xFF0C, 0x3001, 0xB7, 0x300A, 0x300B].contains(value)
  }

  private static var shortClause: Int { 12 }
  private static var longestClause: Int { 40 }

  /// Whether a clause ends with a verb of speech at a place; 访问 and the like are none, nor is a verb
  /// that is used as a noun: 的回答, 作了介绍.
  private func endsWithSpeech(_ clause: [Int], at end: Int, in text: SentenceText) -> Bool {
    let ends = clause.suffix(4)
    guard !ends.contains(where: { exceptions.has(.speechNoun, text.word($0..<end)) }) else {
      return false
    }
    for place in ends where exceptions.has(.speech, text.word(place..<end)) {
      let isSingle = text.scalar(at: place).end == end
      guard place != clause.first, !isSingle else { return true }
      let before = text.scalar(before: place).start
      return !exceptions.has(.speechNoun, text.word(before..<place))
    }
    return false
  }

  /// Whether somebody asks somebody: 记者追问现场指挥官.
  private func isAsking(_ clause: [Int], in text: SentenceText) -> Bool {
    clause.dropFirst().contains { place in
      guard has(.asking, at: place, in: text) else { return false }
      let before = text.scalar(before: place).start
      let end = text.scalar(at: place).end
      return !exceptions.has(.speechNoun, text.word(before..<end))
        && !exceptions.has(.speechNoun, text.word(place..<text.scalar(at: end).end))
    }
  }

  /// Whether two characters of `manners.txt` and a verb of speech stand at a place: 这样形容.
  private func saysHow(at start: Int, in text: SentenceText) -> Bool {
    let end = start + 6
    return end + 3 < text.count && exceptions.has(.manner, text.word(start..<end))
      && beginsChinese(.speech, at: end, in: text)
  }

  /// Whether the quotation is taken up again at a place, as in 业者说，“卖完了。”.
  private func quotesOn(at start: Int, in text: SentenceText) -> Bool {
    Self.opensQuotation(text.scalar(at: start).value, at: start, in: text)
      && quotesSentence(at: start, in: text)
  }

  /// Whether nobody says anything: 没有人回答.
  ///
  /// An adverb or attribute that is negated is another matter (不耐烦地问).
  private func isNegated(_ clause: [Int], in text: SentenceText) -> Bool {
    clause.suffix(8).reversed().prefix { !has(.modifier, at: $0, in: text) }
      .contains { has(.negation, at: $0, in: text) }
  }
}
