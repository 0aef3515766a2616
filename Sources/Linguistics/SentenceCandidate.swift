/// A place where a sentence may end: terminators, closing marks, spaces.
///
/// Offsets are in bytes.
struct SentenceCandidate {
  /// The first terminator.
  let start: Int
  /// The last terminator, and where it ends with its extenders.
  var lastMark: Int
  var marksEnd: Int
  /// Where the closing marks end.
  var closeEnd: Int
  /// Where the spaces end and the next sentence would begin.
  var cut: Int
  var isParagraphEnd = false
  var hasEmoticon = false
  /// Whether the last terminator is a full stop or an ellipsis (ATerm).
  var isFullStop = false
  /// How many full stops there are; an ellipsis counts as three.
  var stops = 0
  /// Whether there is a `!`, `?` or `。`.
  var hasStrongMark = false

  init(at start: Int) {
    self.start = start
    lastMark = start
    marksEnd = start
    closeEnd = start
    cut = start
  }

  mutating func take(_ value: UInt32, _ kind: SentenceClass, at place: Int) {
    lastMark = place
    isFullStop = kind == .fullStop
    if kind == .fullStop { stops += value == 0x2026 ? 3 : 1 } else { hasStrongMark = true }
  }

  var hasClosingMarks: Bool { closeEnd > marksEnd }
  var hasSpace: Bool { cut > closeEnd }
}
