import ArticleModel

/// `double-space`: two spaces in a row where the source has none.
struct DoubleSpaceCheck: Check {
  func findings(in pair: SegmentPair) -> [Finding] {
    let text = pair.target.textOnly
    guard !pair.source.textOnly.contains("  "), let place = text.range(of: "  ") else { return [] }
    let start = text.unicodeScalars.distance(from: text.startIndex, to: place.lowerBound)
    return [
      pair.finding(
        "double-space", .warning, "two spaces in a row; keep one", at: start..<(start + 2),
        suggestion: " ")
    ]
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(part) {
        return index..<self.index(index, offsetBy: part.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}
