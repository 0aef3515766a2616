/// Finds the places where a sentence may end, by the rules of Unicode Standard Annex #29.
///
/// ICU's break iterator asks for the class of every scalar. Only a terminator can end a sentence,
/// so this looks for the bytes with which terminators begin, and applies the rules around them; a
/// test holds it to the boundaries of ICU. A tailored scan also knows what the annex does not:
/// ellipses, opening marks, footnote marks and emoticons.
struct SentenceScanner: Sendable {
  /// Whether opening marks go with the sentence that follows, and ellipses count.
  let isTailored: Bool
  /// Terminators of the language beyond those of Unicode: the Greek `;`.
  let extraTerminators: [UInt32]
  /// Whether a terminator, the end of a paragraph or a mark that is noted may begin with a byte.
  private let flags: [UInt8]
  /// Whether none of these is passed over by ``PlainBytes``: so it is but with terminators of a
  /// project.
  private let passesOver: Bool

  init(isTailored: Bool, extraTerminators: [UInt32]) {
    self.isTailored = isTailored
    self.extraTerminators = extraTerminators
    var flags = Array(repeating: UInt8(0), count: 256)
    for byte in Self.leads { flags[Int(byte)] = 1 }
    for value in extraTerminators + [0x2026] + OpenMarks.scalars {
      guard let first = Unicode.Scalar(value).flatMap({ UTF8.encode($0)?.first }) else { continue }
      flags[Int(first)] = 1
    }
    self.flags = flags
    passesOver =
      flags.indices.allSatisfy { flags[$0] == 0 || !PlainBytes.contains(UInt8($0)) }
      && !extraTerminators.contains(where: PlainBytes.commas.contains)
  }

  /// The first bytes of all terminators and ends of paragraphs; a test holds them to ICU.
  static let leads: [UInt8] = [
    0x0A, 0x0D, 0x21, 0x2E, 0x3F, 0xC2, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xEA,
    0xEF, 0xF0,
  ]

  /// The first place after an offset where a sentence may end; `nil` when there is none.
  ///
  /// The brackets on the way are noted in `marks`.
  func candidate(
    in text: SentenceText, from start: Int, marks: inout OpenMarks
  ) -> SentenceCandidate? {
    var place = start
    return flags.withUnsafeBufferPointer { flags in
      while true {
        // No branch on the length of a scalar: continuation bytes have no flag.
        while place < text.count, flags[Int(text.bytes[place])] == 0 {
          let end = passesOver ? PlainBytes.end(in: text.bytes, from: place) : place
          place = max(end, place &+ 1)
        }
        guard place < text.count else { return nil }
        let (value, end) = text.scalar(at: place)
        switch text.classes[value] {
        case .fullStop, .terminator, .separator, .carriageReturn, .lineFeed:
          return candidate(value, at: place, end: end, in: text)
        case .opening, .closing: marks.note(value, at: place, in: text)
        default:
          let isExtra = value == 0x2026 || extraTerminators.contains(value)
          if isExtra, let found = candidate(value, at: place, end: end, in: text) { return found }
        }
        place = end
      }
    }
  }

  private func candidate(
    _ value: UInt32, at place: Int, end: Int, in text: SentenceText
  ) -> SentenceCandidate? {
    let kind = self.class(of: value, before: end, in: text)
    if kind.isTerminator { return run(in: text, from: place, value, kind, end: end) }
    guard kind.isParagraphEnd else { return nil }
    var found = SentenceCandidate(at: place)
    found.cut = afterParagraphEnd(place, in: text)
    found.isParagraphEnd = true
    return found
  }

  private func `class`(of value: UInt32, before end: Int, in text: SentenceText) -> SentenceClass {
    guard value == 0x2026 || extraTerminators.contains(value) else { return text.classes[value] }
    if value == 0x2026 { return isTailored ? .fullStop : text.classes[value] }
    // `;` inside an address or an HTML entity is no question mark; between Greek words it is.
    guard end < text.count, text.class(at: end).isLetter else { return .terminator }
    let mark = text.scalar(before: end).start
    let isGreek =
      mark > 0 && GreekShape.isLetter(text.scalar(before: mark).value)
      && GreekShape.isLetter(text.scalar(at: end).value) && text.class(at: end) == .upper
    return isGreek ? .terminator : text.classes[value]
  }

  private func afterParagraphEnd(_ place: Int, in text: SentenceText) -> Int {
    let (value, end) = text.scalar(at: place)
    return value == 0x0D && end < text.count && text.bytes[end] == 0x0A ? end + 1 : end
  }

  /// Terminators with the marks, spaces and further terminators that follow (SB8a to SB11).
  private func run(
    in text: SentenceText, from start: Int, _ first: UInt32, _ kind: SentenceClass, end: Int
  ) -> SentenceCandidate {
    var found = SentenceCandidate(at: start)
    var (mark, value, kind, end) = (start, first, kind, end)
    while true {
      found.take(value, kind, at: mark)
      if finish(&found, at: end, in: text) { return found }
      found.marksEnd = text.afterExtenders(end)
      found.closeEnd = afterClosingMarks(found.marksEnd, in: text)
      found.cut = afterSpaces(found.closeEnd, in: text)
      if isTailored { takeDetached(&found, in: text) }
      guard found.cut < text.count else { return found }
      mark = found.cut
      (value, end) = text.scalar(at: mark)
      kind = self.class(of: value, before: end, in: text)
      if kind.isParagraphEnd {
        found.cut = afterParagraphEnd(found.cut, in: text)
        found.isParagraphEnd = true
        return found
      }
      guard kind.isTerminator, !(isTailored && found.cut > found.closeEnd && value != 0x2E) else {
        return found
      }
    }
  }

  /// What follows most sentences: a letter, or a space and a letter.
  private func finish(_ found: inout SentenceCandidate, at end: Int, in text: SentenceText) -> Bool
  {
    let hasSpace = end < text.count && text.bytes[end] == 0x20
    let cut = hasSpace ? end + 1 : end
    guard text.class(at: cut).isLetter else { return false }
    found.marksEnd = end
    found.closeEnd = end
    found.cut = cut
    return true
  }

  private func afterSpaces(_ start: Int, in text: SentenceText) -> Int {
    var place = start
    while text.class(at: place) == .space {
      place = text.afterExtenders(text.scalar(at: place).end)
    }
    return place
  }

  /// Emoticons and closing marks after the spaces, which belong to the sentence before.
  private func takeDetached(_ found: inout SentenceCandidate, in text: SentenceText) {
    guard found.hasSpace else { return }
    if let end = afterEmoticon(found.cut, in: text) {
      found.closeEnd = end
      found.hasEmoticon = true
    } else if let end = afterDetachedMark(found.cut, in: text) {
      found.closeEnd = end
    } else {
      return
    }
    found.closeEnd = text.afterExtenders(found.closeEnd)
    found.cut = afterSpaces(found.closeEnd, in: text)
  }

  /// The place after `)`, `»` or a quotation mark between spaces.
  private func afterDetachedMark(_ place: Int, in text: SentenceText) -> Int? {
    guard text.class(at: place) == .closing else { return nil }
    let (value, end) = text.scalar(at: place)
    let isClear = value != 0x22 && value != 0x27 && value != 0x2019
    let isAlone = end == text.count || text.isWhiteSpace(text.scalar(at: end).value)
    return isClear || isAlone ? end : nil
  }

  private func afterClosingMarks(_ start: Int, in text: SentenceText) -> Int {
    var place = start
    while place < text.count {
      let (value, end) = text.scalar(at: place)
      switch text.classes[value] {
      case .closing: break
      case .opening where !isTailored: break
      case .opening:
        guard value == 0x5B, let after = afterFootnoteMark(place, in: text) else { return place }
        place = after
        continue
      case _ where isTailored && Self.isRaisedDigit(value): break
      default: return place
      }
      place = text.afterExtenders(end)
    }
    return place
  }

  /// The number of a footnote: ¹ ² ³.
  private static func isRaisedDigit(_ value: UInt32) -> Bool {
    value == 0xB9 || value == 0xB2 || value == 0xB3 || 0x2070...0x2079 ~= value
  }

  /// The place after `[3]`, `[note 3]` or `[a]`.
  private func afterFootnoteMark(_ start: Int, in text: SentenceText) -> Int? {
    var place = start + 1
    var hasDigit = false
    while place < min(text.count, start + 24) {
      let byte = text.bytes[place]
      if byte == UInt8(ascii: "]") { return hasDigit || place == start + 2 ? place + 1 : nil }
      if byte == 0x0A || byte == UInt8(ascii: "[") { return nil }
      hasDigit = hasDigit || (0x30...0x39).contains(byte)
      place += 1
    }
    return nil
  }

  /// The place after `:)`, `;-)`, `:D` and the like when one stands alone at an offset.
  private func afterEmoticon(_ start: Int, in text: SentenceText) -> Int? {
    guard start + 1 < text.count, Self.isEyes(text.bytes[start]) else { return nil }
    var place = start + 1
    if text.bytes[place] == UInt8(ascii: "-") { place += 1 }
    let mouth = place
    while place < text.count, Self.isMouth(text.bytes[place]) { place += 1 }
    guard place > mouth, place == text.count || text.isWhiteSpace(text.scalar(at: place).value)
    else { return nil }
    return place
  }

  private static func isEyes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "=")
  }

  private static func isMouth(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P"): true
    default: false
    }
  }

  /// What the annex says of a candidate.
  func judge(_ found: SentenceCandidate, in text: SentenceText) -> SentenceVerdict {
    if found.isParagraphEnd { return .ends(.paragraphEnd) }
    return isBoundary(found, in: text) ? .ends(.terminator) : .goesOn(.unicode)
  }

  /// SB6 to SB8a, SB11.
  private func isBoundary(_ found: SentenceCandidate, in text: SentenceText) -> Bool {
    guard found.cut < text.count else { return true }
    let next = text.class(at: found.cut)
    if next == .continuation { return false }
    guard found.isFullStop else { return true }
    if found.cut == found.marksEnd {
      if next == .numeric { return false }
      if next == .upper, isCased(before: found.lastMark, in: text) { return false }
    }
    var place = found.cut
    while place < text.count {
      let (value, end) = text.scalar(at: place)
      let kind = text.classes[value]
      if kind == .lower { return false }
      if kind.isLetter || kind.isParagraphEnd || kind.isTerminator { return true }
      place = end
    }
    return true
  }

  private func isCased(before end: Int, in text: SentenceText) -> Bool {
    var place = end
    while place > 0 {
      let (value, start) = text.scalar(before: place)
      switch text.classes[value] {
      case .extend, .format: place = start
      case .upper, .lower: return true
      default: return false
      }
    }
    return false
  }
}
