/// What a sentence would begin with at a place: opening marks, then a word.
struct FollowingWord {
  /// What the first scalar after the opening marks is.
  enum Kind { case small, capital, letter, digit, continuation, mark, none }

  let kind: Kind
  /// Where the word begins, and ends.
  let range: Range<Int>
  /// Whether opening marks stand before the word.
  let hasOpeningMarks: Bool

  init(at cut: Int, in text: SentenceText) {
    var place = cut
    var found = Kind.none
    while place < text.count {
      let (value, end) = text.scalar(at: place)
      switch text.classes[value] {
      case .lower: found = .small
      case .upper: found = .capital
      case .letter: found = .letter
      case .numeric: found = .digit
      case .continuation: found = .continuation
      case .opening, .closing, .extend, .format:
        place = end
        continue
      // Of the marks that go on with a sentence, the annex leaves out the semicolon and the Greek one.
      default: found = value == 0x3B || value == 0xB7 || value == 0x387 ? .continuation : .mark
      }
      break
    }
    kind = found
    hasOpeningMarks = place > cut
    var end = place
    while end < text.count {
      let (value, next) = text.scalar(at: end)
      let kind = text.classes[value]
      let belongs =
        kind.isLetter || kind == .numeric || kind == .extend || value == 0x27 || value == 0x2019
      guard belongs, !SentenceText.isEastAsian(value) else { break }
      end = next
    }
    range = place..<end
  }
}
