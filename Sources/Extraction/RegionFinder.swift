import Markup

/// Decides which lines of a page are the article.
struct RegionFinder {
  let outline: PageOutline
  let features: LineFeatures
  /// The log-odds of each line.
  let scores: [Float]

  /// What is said for a line unseen, when lines are put together: a lost line costs the reader
  /// more than a foreign one.
  private static let bias: Float = 1.5
  /// The score from which a line of the region is kept.
  private static let kept: Float = -0.25
  /// How far below the mean of its region a line is kept all the same: on a page unlike all others
  /// no line may be good enough.
  private static let margin: Float = 2
  /// The score from which a line is kept even then.
  private static let keptThen: Float = -1.25
  /// The score from which a line above the region is its beginning.
  private static let opening: Float = 0
  /// The same for sentences at either end of the text, and for a summary: to lose them is the
  /// worst error.
  private static let least: Float = -2
  /// How much of the best sum a run behind the title needs to be taken for one above it.
  private static let behindTitle: Float = 0.3
  /// How many lines above it are looked at, when the title is none of them.
  private static let reach = 12

  /// The lines of the article: the run of lines with the largest sum, without the foreign ones in
  /// it and at its ends, and what it begins with above share tools, dates and the like.
  func lines(after titleLine: Int?) -> [Int] {
    let run = run(behind: titleLine)
    guard let first = run.first else { return [] }
    let top = titleLine.flatMap { $0 < first ? $0 + 1 : nil } ?? max(0, first - Self.reach)
    let behindTitle = titleLine.flatMap { title in
      (title + 1..<max(first, title + 1)).first { !outline.lines[$0].isImage }
    }
    let above = (top..<first).filter { index in
      let isText = opensText(index) || index == behindTitle && isSummary(index)
      return !outline.lines[index].isImage && scores[index] > (isText ? Self.least : Self.opening)
    }
    let kept = min(Self.kept, max(mean(of: run) - Self.margin, Self.keptThen))
    let found = run.filter { index in
      index != titleLine && (outline.lines[index].isImage || scores[index] > kept)
    }
    guard let last = found.last(where: { !outline.lines[$0].isImage }) else { return above + found }
    var end = last + 1
    while goesOn(end) { end += 1 }
    return above + found.filter { $0 <= last } + (last + 1..<end) + found.filter { $0 >= end }
  }

  /// Whether the line is sentences, without a word that stands in credits, notes and the like.
  private func isText(_ index: Int, longerThan weight: Float) -> Bool {
    let text = features.texts[index]
    return text.weight > weight && text.endsSentence && text.linkShare < 0.3
      && text.found == LineWords.Found(repeating: 0)
  }

  /// Whether the line behind the title is no date, writer or tool: many a summary is no sentence.
  private func isSummary(_ index: Int) -> Bool {
    let text = features.texts[index]
    return text.weight > 25 && text.weight < 300 && text.linkShare == 0 && !text.hasYear
      && !text.hasClock && !text.endsColon && text.found == LineWords.Found(repeating: 0)
  }

  /// Whether the line is a summary in sentences, and no caption.
  private func opensText(_ index: Int) -> Bool {
    let container = outline.lines[index].container
    return isText(index, longerThan: 80)
      && !outline.containers[container].surroundings.contains(.figure)
      && !outline.words(ofBoxes: container).contains(.caption)
  }

  /// Whether the line is another paragraph right behind one of the text.
  private func goesOn(_ index: Int) -> Bool {
    func tag(_ line: Int) -> HTMLTag { outline.containers[outline.lines[line].container].tag }
    return outline.lines.indices.contains(index) && scores[index] > Self.least
      && isText(index, longerThan: 25) && tag(index) == tag(index - 1)
  }

  /// The mean score of some lines, where a long line counts for more.
  private func mean(of lines: Range<Int>) -> Float {
    var (sum, weights) = (Float(0), Float(0))
    for index in lines where !outline.lines[index].isImage {
      let weight = min(max(features.texts[index].weight, 8), 400).squareRoot()
      sum += scores[index] * weight
      weights += weight
    }
    return weights > 0 ? sum / weights : 0
  }

  /// The run of lines with the largest sum; an article stands behind its title, unless nothing
  /// there comes near.
  private func run(behind titleLine: Int?) -> Range<Int> {
    var biased = scores.map { $0 + Self.bias }
    let best = Regions.run(outline, features, biased)
    guard let titleLine, best.range.upperBound <= titleLine else { return best.range }
    for index in 0...titleLine { biased[index] = -.infinity }
    let behind = Regions.run(outline, features, biased)
    return behind.sum > best.sum * Self.behindTitle ? behind.range : best.range
  }
}
