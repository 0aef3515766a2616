import Markup

/// The regions of a page that three methods take for its article.
///
/// None is always right, and they are wrong on different pages: what the lines look like, the
/// container with the most prose (``OutlineMasses/best``), and what the author of the page calls
/// the article. The second trees weigh them against each other for every line.
struct Regions {
  /// The neighbouring lines with the largest sum of scores.
  let run: Range<Int>
  /// The container whose paragraphs have the most prose.
  let paragraphs: Range<Int>
  /// The innermost element called article, main or content that has most of the prose.
  let named: Range<Int>

  init(_ outline: PageOutline, _ features: LineFeatures, scores: [Float]) {
    run = Self.run(outline, features, scores).range
    let best = outline.containers[features.masses.best]
    paragraphs = best.firstLine..<best.endLine
    named = Self.named(outline, features.masses)
  }

  /// The neighbouring lines with the largest sum of scores, and that sum.
  static func run(
    _ outline: PageOutline, _ features: LineFeatures, _ scores: [Float]
  ) -> (range: Range<Int>, sum: Float) {
    var best = (range: 0..<0, sum: Float(0))
    var sum: Float = 0
    var start = 0
    for index in scores.indices where !outline.lines[index].isImage {
      // A long line says more than a short one; no line may outvote a whole article.
      let strength = min(max(features.texts[index].weight, 8), 400).squareRoot() / 4
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += max(min(scores[index], 4), -4) * strength
      if sum > best.sum { best = (start..<(index + 1), sum) }
    }
    return best
  }

  private static func named(_ outline: PageOutline, _ masses: OutlineMasses) -> Range<Int> {
    var result = 0..<0
    var depth = -1
    for (index, container) in outline.containers.enumerated()
    where container.depth > depth && masses.all[index] * 2 > masses.total {
      let isNamed =
        container.tag == .article || container.tag == .main
        || container.words.contains(.content)
          && container.words.isDisjoint(with: [.comment, .footer, .side, .related, .navigation])
      guard isNamed else { continue }
      depth = container.depth
      result = container.firstLine..<container.endLine
    }
    return result
  }

  /// The share of lines that two regions have in common.
  static func overlap(_ one: Range<Int>, _ other: Range<Int>) -> Float {
    let common = one.clamped(to: other).count
    let all = one.count + other.count - common
    return all == 0 ? 0 : Float(common) / Float(all)
  }
}
