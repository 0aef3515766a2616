public import ArticleModel

extension SentenceSegmenter {
  /// Cuts content with inline codes into segments and what lies between them.
  ///
  /// An opening code belongs to the segment that it opens in, a closing one to the segment that it
  /// closes after, unless the rules of an SRX file say otherwise. Joined, the sources of the parts are the content, to the last character.
  ///
  /// - Returns: Segments with the identifiers `s1`, `s2` …, and ignorables.
  public func parts(of content: [Inline]) -> [UnitPart] {
    let content = content.normalized
    var text = ""
    for item in content {
      switch item {
      case .text(let run): text += run
      // A line break is white space to the sentence: a break there is the rules' to decide.
      case .code(let code): if code.kind == .lineBreak { text += " " }
      }
    }
    let segments = self.segments(of: text)
    var slots = Slots(segments: segments, codesBefore: codesBefore)
    var offset = 0
    for item in content {
      switch item {
      case .text(let run):
        slots.place(run, at: offset)
        offset += run.utf8.count
      case .code(let code):
        slots.place(code, at: offset)
        if code.kind == .lineBreak { offset += 1 }
      }
    }
    return slots.parts
  }
}

/// Gaps and segments in turn: an even slot is a gap, an odd one a segment.
private struct Slots {
  private let segments: [Range<Int>]
  private let codesBefore: Set<InlineCode.Position>
  private var items: [[Inline]]
  private var current = 0

  init(segments: [Range<Int>], codesBefore: Set<InlineCode.Position>) {
    self.segments = segments
    self.codesBefore = codesBefore
    items = Array(repeating: [], count: segments.count * 2 + 1)
  }

  mutating func place(_ run: String, at offset: Int) {
    let bytes = Array(run.utf8)
    var start = 0
    while start < bytes.count {
      let (slot, limit) = slot(at: offset + start)
      let end = min(limit - offset, bytes.count)
      items[max(slot, current)].append(.text(String(decoding: bytes[start..<end], as: UTF8.self)))
      current = max(slot, current)
      start = end
    }
  }

  mutating func place(_ code: InlineCode, at offset: Int) {
    var slot = slot(at: offset).slot
    if codesBefore.contains(code.position), slot != current, current % 2 == 1,
      segments[current / 2].upperBound == offset
    {
      slot = current
    }
    current = max(slot, current)
    items[current].append(.code(code))
  }

  /// The slot that the byte at an offset is in, and where the slot ends.
  private func slot(at offset: Int) -> (slot: Int, limit: Int) {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count else { return (segments.count * 2, Int.max) }
    return segments[low].lowerBound <= offset
      ? (low * 2 + 1, segments[low].upperBound) : (low * 2, segments[low].lowerBound)
  }

  var parts: [UnitPart] {
    items.indices.compactMap { slot in
      let content = items[slot].normalized
      guard !content.isEmpty else { return nil }
      return slot % 2 == 1
        ? .segment(Segment(id: "s\(slot / 2 + 1)", source: content))
        : .ignorable(source: content, target: nil)
    }
  }
}
