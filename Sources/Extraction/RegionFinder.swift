/// Decides which lines of a page are the article.
struct RegionFinder {
  let outline: PageOutline
  let features: LineFeatures
  /// The log-odds of each line.
  let scores: [Float]

  /// What is said for a line unseen: a lost line costs the reader more than a foreign one.
  private static let bias: Float = 0.4

  /// The lines of the article: the run of lines with the largest sum, without the foreign ones in
  /// it and at its ends.
  func lines(after titleLine: Int?) -> [Int] {
    var values = scores.indices.map { index -> Float in
      let weight = features.texts[index].weight
      guard weight > 0 else { return 0 }
      // A long line says more than a short one; no line may outvote a whole article.
      let strength = min(max(weight, 8), 400).squareRoot() / 4
      return max(min(scores[index] + Self.bias, 4), -4) * strength
    }
    if let titleLine { values[titleLine] = min(values[titleLine], -4) }
    var best = (sum: Float(0), range: 0..<0)
    var sum: Float = 0
    var start = 0
    for index in values.indices {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += values[index]
      if sum > best.sum { best = (sum, start..<(index + 1)) }
    }
    let kept = best.range.filter { index in
      outline.lines[index].isImage || keeps(index, in: best.range)
    }
    return kept.filter { $0 != titleLine }
  }

  private func keeps(_ index: Int, in range: Range<Int>) -> Bool {
    let score = scores[index]
    if score > -Self.bias { return true }
    guard score > -1, index > range.lowerBound, index + 1 < range.upperBound else { return false }
    // A short line between two sure ones of the same element belongs to them.
    let container = outline.lines[index].container
    return scores[index - 1] > 0 && scores[index + 1] > 0
      && outline.containers[outline.lines[index - 1].container].parent
        == outline.containers[container].parent
  }
}
