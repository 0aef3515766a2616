import ArticleModel

/// One item of inline content as XML can hold it: what nests is an element, the rest are halves.
enum InlineToken: Equatable {
  case text(String)
  case standalone(InlineCode)
  /// A pair that nests, with its closing half; ended by `pairEnd`.
  case pairStart(InlineCode, closing: InlineCode)
  case pairEnd
  /// A half whose partner stands elsewhere or crosses another pair.
  case opening(InlineCode)
  case closing(InlineCode)
  /// A mark that nests, by its number; ended by `markEnd`.
  case markStart(Int)
  case markEnd
  /// A mark that crosses a pair or another mark.
  case markOpening(Int)
  case markClosing(Int)
}

/// Decides which codes and marks of one content nest.
enum InlineLayout {
  private enum Item: Equatable {
    case text(String)
    case code(InlineCode)
    case markOpen(Int)
    case markClose(Int)
  }

  /// Lays content out.
  ///
  /// - Parameters:
  ///   - content: Text and codes.
  ///   - marks: Ranges of UTF-8 offsets in the text alone; one that is empty, out of the text or
  ///     inside a character is left out.
  /// - Returns: The items in order, every element closed.
  static func tokens(for content: [Inline], marks: [Range<Int>] = []) -> [InlineToken] {
    let items = items(of: content, marks: marks)
    let partners = partners(in: items)
    return items.indices.map { index in
      switch items[index] {
      case .text(let text): return .text(text)
      case .markOpen(let mark):
        return partners[index] == nil ? .markOpening(mark) : .markStart(mark)
      case .markClose(let mark):
        return partners[index] == nil ? .markClosing(mark) : .markEnd
      case .code(let code):
        switch code.position {
        case .standalone: return .standalone(code)
        case .closing: return partners[index] == nil ? .closing(code) : .pairEnd
        case .opening:
          if let partner = partners[index], case .code(let closing) = items[partner] {
            return .pairStart(code, closing: closing)
          }
          return .opening(code)
        }
      }
    }
  }

  /// Cuts the text at the marks' ends.
  ///
  /// A mark opens just before its first character and closes just
  /// after its last, so that codes at its edges stay outside.
  private static func items(of content: [Inline], marks: [Range<Int>]) -> [Item] {
    let valid = validMarks(marks, in: content)
    var result: [Item] = []
    var offset = 0
    for inline in content {
      guard case .text(let text) = inline else {
        if case .code(let code) = inline { result.append(.code(code)) }
        continue
      }
      let end = offset + text.utf8.count
      var cuts: Set<Int> = [offset, end]
      for (_, range) in valid {
        if range.lowerBound > offset, range.lowerBound < end { cuts.insert(range.lowerBound) }
        if range.upperBound > offset, range.upperBound < end { cuts.insert(range.upperBound) }
      }
      let sorted = cuts.sorted()
      for (from, to) in zip(sorted, sorted.dropFirst()) {
        let opening = valid.filter { $0.range.lowerBound == from }
        for (mark, _) in opening.sorted(by: { $0.range.upperBound > $1.range.upperBound }) {
          result.append(.markOpen(mark))
        }
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: from - offset)
        result.append(.text(String(text[start..<utf8.index(start, offsetBy: to - from)])))
        let closing = valid.filter { $0.range.upperBound == to }
        for (mark, _) in closing.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
          result.append(.markClose(mark))
        }
      }
      offset = end
    }
    return result
  }

  private static func validMarks(
    _ marks: [Range<Int>], in content: [Inline]
  ) -> [(mark: Int, range: Range<Int>)] {
    guard !marks.isEmpty else { return [] }
    let bytes = Array(content.textOnly.utf8)
    func isBoundary(_ offset: Int) -> Bool {
      offset == bytes.count || (offset >= 0 && offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
    }
    return marks.enumerated().compactMap { mark, range in
      guard !range.isEmpty, isBoundary(range.lowerBound), isBoundary(range.upperBound) else {
        return nil
      }
      return (mark, range)
    }
  }

  /// Which item closes which, for those that nest; codes come before marks.
  private static func partners(in items: [Item]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var open: [Int] = []
    for (index, item) in items.enumerated() {
      let isPartner: (Int) -> Bool
      switch item {
      case .text: continue
      case .markOpen:
        open.append(index)
        continue
      case .markClose(let mark): isPartner = { items[$0] == .markOpen(mark) }
      case .code(let code):
        if code.position == .opening { open.append(index) }
        guard code.position == .closing else { continue }
        isPartner = {
          if case .code(let other) = items[$0] { return other.id == code.id }
          return false
        }
      }
      guard let place = open.lastIndex(where: isPartner) else { continue }
      if case .markClose = item, place != open.count - 1 {
        // A mark gives way to what it crosses.
        open.remove(at: place)
        continue
      }
      result[open[place]] = index
      result[index] = open[place]
      open.removeSubrange(place...)
    }
    return result
  }
}
