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
  /// How many bytes to go on after a byte; 0 where a terminator, the end of a paragraph or an
  /// outer mark may begin.
  private let steps: [UInt8]
  /// A bit for every scalar of the basic plane that is one of these.
  private let bits: [UInt64]

  init(isTailored: Bool, extraTerminators: [UInt32]) {
    self.isTailored = isTailored
    self.extraTerminators = extraTerminators
    var steps = Self.terminators.steps
    var bits = Self.terminators.bits
    for value in extraTerminators + [0x2026] + OpenMarks.scalars {
      Self.add(value, to: &steps, &bits)
    }
    self.steps = steps
    self.bits = bits
  }

  private static let terminators: (steps: [UInt8], bits: [UInt64]) = {
    var steps = (0..<256).map { UInt8($0 < 0xC0 ? 1 : $0 < 0xE0 ? 2 : $0 < 0xF0 ? 3 : 4) }
    var bits = Array(repeating: UInt64(0), count: 0x1_0000 / 64)
    for value in UInt32(0)...0x1_FFFF {
      let kind = SentenceClasses.ask(value)
      if kind.isTerminator || kind.isParagraphEnd { add(value, to: &steps, &bits) }
    }
    return (steps, bits)
  }()

  private static func add(_ value: UInt32, to steps: inout [UInt8], _ bits: inout [UInt64]) {
    guard let first = Unicode.Scalar(value).flatMap({ UTF8.encode($0)?.first }) else { return }
    steps[Int(first)] = 0
    if value < 0x1_0000 { bits[Int(value >> 6)] |= 1 << UInt64(value & 63) }
  }

  /// The first place after an offset where a sentence may end; `nil` when there is none.
  ///
  /// The brackets on the way are noted in `marks`.
  func candidate(
    in text: SentenceText, from start: Int, marks: inout OpenMarks
  ) -> SentenceCandidate? {
    var place = start
    return steps.withUnsafeBufferPointer { steps in
      bits.withUnsafeBufferPointer { bits in
        while place < text.count {
          let step = steps[Int(text.bytes[place])]
          if step > 0 {
            place += Int(step)
            continue
          }
          let (value, end) = text.scalar(at: place)
          if value > 0xFFFF || bits[Int(value >> 6)] & (1 << UInt64(value & 63)) != 0 {
            if let found = candidate(value, at: place, end: end, in: text) { return found }
            marks.note(value, at: place, in: text)
          }
          place = end
        }
        return nil
      }
    }
  }

  private func candidate(
    _ value: UInt32, at place: Int, end: Int, in text: SentenceText
  ) -> SentenceCandidate? {
    let kind = self.class(of: value, before: end, in: text)
    if kind.isTerminator { return run(in: text, from: place) }
    guard kind.isParagraphEnd else { return nil }
    var found = SentenceCandidate(at: place)
    found.cut = afterParagraphEnd(place, in: text)
    found.isParagraphEnd = true
    return found
  }

  private func `class`(of value: UInt32, before end: Int, in text: SentenceText) -> SentenceClass {
    guard value == 0x2026 || extraTerminators.contains(value) else { return text.classes[value] }
    if value == 0x2026 { return isTailored ? .fullStop : text.classes[value] }
    // `;` inside an address or an HTML entity is no question mark.
    return end < text.count && text.class(at: end).isLetter ? text.classes[value] : .terminator
  }

  private func afterParagraphEnd(_ place: Int, in text: SentenceText) -> Int {
    let (value, end) = text.scalar(at: place)
    return value == 0x0D && end < text.count && text.bytes[end] == 0x0A ? end + 1 : end
  }

  /// Terminators with the marks, spaces and further terminators that follow (SB8a to SB11).
  private func run(in text: SentenceText, from start: Int) -> SentenceCandidate {
    var found = SentenceCandidate(at: start)
    var mark = start
    while true {
      let (value, end) = text.scalar(at: mark)
      found.take(value, self.class(of: value, before: end, in: text), at: mark)
      found.marksEnd = text.afterExtenders(end)
      found.closeEnd = afterClosingMarks(found.marksEnd, in: text)
      found.cut = afterSpaces(found.closeEnd, in: text)
      if isTailored { takeDetached(&found, in: text) }
      guard found.cut < text.count else { return found }
      let (next, nextEnd) = text.scalar(at: found.cut)
      let kind = self.class(of: next, before: nextEnd, in: text)
      if kind.isParagraphEnd {
        found.cut = afterParagraphEnd(found.cut, in: text)
        found.isParagraphEnd = true
        return found
      }
      guard kind.isTerminator, !(isTailored && found.cut > found.closeEnd && next != 0x2E) else {
        return found
      }
      mark = found.cut
    }
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
      default: return place
      }
      place = text.afterExtenders(end)
    }
    return place
  }

  /// The place after `[3]` or `[note 3]`.
  private func afterFootnoteMark(_ start: Int, in text: SentenceText) -> Int? {
    var place = start + 1
    var hasDigit = false
    while place < min(text.count, start + 24) {
      let byte = text.bytes[place]
      if byte == UInt8(ascii: "]") { return hasDigit ? place + 1 : nil }
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
