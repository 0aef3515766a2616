/// Decides which lines of a page are the article.
struct RegionFinder {
  let outline: PageOutline
  let features: LineFeatures
  /// The log-odds of each line.
  let scores: [Float]

  /// What is said for a line unseen, when lines are put together: a lost line costs the reader
  /// more than a foreign one.
  private static let bias: Float = 1
  /// The score from which a line of the region is kept.
  private static let kept: Float = -0.5

  /// The lines of the article: the run of lines with the largest sum, without the foreign ones in
  /// it and at its ends.
  func lines(after titleLine: Int?) -> [Int] {
    let run = Regions.run(outline, features, scores.map { $0 + Self.bias })
    return run.filter { index in
      index != titleLine && (outline.lines[index].isImage || scores[index] > Self.kept)
    }
  }
}
