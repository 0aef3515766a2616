extension LineFeatures {
  /// The columns that say where a line stands among what the first trees believe in.
  static let regionColumns = 30

  /// Fills the columns behind ``lineColumns`` with the scores of the first trees.
  mutating func add(scores: [Float], _ outline: PageOutline) {
    let neighbourhood = Neighbourhood(outline, self, scores)
    rows.withUnsafeMutableBufferPointer { rows in
      for index in scores.indices
      where !outline.lines[index].isImage && scores[index] > LineModel.hopeless {
        var row = Row(rows, index * Self.count + Self.lineColumns)
        neighbourhood.fill(&row, index)
      }
    }
  }

  /// The scores of a page, summed up for its lines and containers.
  private struct Neighbourhood {
    let outline: PageOutline
    let scores: [Float]
    let regions: Regions
    /// The lines with text in order, and where each line stands among them.
    var order: [Int] = []
    var position: [Int]
    /// Sums over containers of length times clipped score, and of length.
    var sums: [Float]
    var lengths: [Float]
    /// The mean score of lines in elements of the same tag and class.
    var alike: [UInt64: (sum: Float, length: Float)] = [:]
    /// The length of sure lines before each line, and of all.
    var sureBefore: [Float]
    var sure: Float = 0
    var lastSure: [Int]
    var nextSure: [Int]
    private let overlaps: (Float, Float, Float)

    init(_ outline: PageOutline, _ features: LineFeatures, _ scores: [Float]) {
      self.outline = outline
      self.scores = scores
      regions = Regions(outline, features, scores: scores)
      overlaps = (
        Regions.overlap(regions.run, regions.paragraphs),
        Regions.overlap(regions.run, regions.named),
        Regions.overlap(regions.paragraphs, regions.named)
      )
      position = Array(repeating: 0, count: scores.count)
      sums = Array(repeating: 0, count: outline.containers.count)
      lengths = sums
      sureBefore = Array(repeating: 0, count: scores.count)
      lastSure = Array(repeating: -1, count: scores.count)
      nextSure = lastSure
      var last = -1
      for (index, line) in outline.lines.enumerated() where !line.isImage {
        position[index] = order.count
        order.append(index)
        sureBefore[index] = sure
        lastSure[index] = last
        let length = min(max(features.texts[index].weight, 8), 400).squareRoot()
        let score = Self.clipped(scores[index])
        sums[line.container] += score * length
        lengths[line.container] += length
        let known = alike[shape(line.container), default: (0, 0)]
        alike[shape(line.container)] = (known.sum + score * length, known.length + length)
        if scores[index] > 1.5 {
          sure += features.texts[index].weight
          last = index
        }
      }
      last = -1
      for index in order.reversed() {
        nextSure[index] = last
        if scores[index] > 1.5 { last = index }
      }
      for index in stride(from: outline.containers.count - 1, to: 0, by: -1) {
        sums[outline.containers[index].parent] += sums[index]
        lengths[outline.containers[index].parent] += lengths[index]
      }
    }

    private static func clipped(_ score: Float) -> Float { max(min(score, 4), -4) }

    private func shape(_ index: Int) -> UInt64 {
      let container = outline.containers[index]
      return container.shape &* 31 &+ outline.containers[max(container.frame, 0)].shape
    }

    func fill(_ row: inout Row, _ index: Int) {
      let own = outline.lines[index].container
      row.add(scores[index])
      for step in [-1, 1, -2, 2, -3, 3] {
        let other = position[index] + step
        row.add(order.indices.contains(other) ? Self.clipped(scores[order[other]]) : -5)
      }
      // 7
      var cursor = own
      for _ in 0..<3 {
        row.add(lengths[cursor] > 0 ? sums[cursor] / lengths[cursor] : -5)
        cursor = max(outline.containers[cursor].frame, 0)
      }
      // 10
      let like = alike[shape(own)] ?? (0, 1)
      row.add(like.sum / max(like.length, 1))
      row.add(min(like.length, 400))
      // 12
      row.add(sureBefore[index] / max(sure, 1))
      row.add((sure - sureBefore[index]) / max(sure, 1))
      addSure(&row, index, lastSure[index])
      addSure(&row, index, nextSure[index])
      // 20
      add(&row, index, regions.run)
      add(&row, index, regions.named)
      row.add(overlaps.0)
      row.add(overlaps.1)
      row.add(overlaps.2)
      row.add(min(sure, 20_000))
    }

    // Three columns
    private func addSure(_ row: inout Row, _ index: Int, _ other: Int) {
      guard other >= 0 else {
        row.add(-1)
        row.add(-1)
        row.add(-1)
        return
      }
      row.add(position[other] - position[index], within: 12)
      let own = outline.lines[index].container
      let container = outline.lines[other].container
      row.add(shape(own) == shape(container))
      row.add(levels(own, container))
    }

    /// How far up the element is that both are in.
    private func levels(_ one: Int, _ other: Int) -> Float {
      var cursor = one
      var levels = 0
      let line = outline.containers[other].firstLine
      while cursor > 0, levels < 8 {
        let container = outline.containers[cursor]
        if cursor <= other, container.firstLine <= line, line < container.endLine { break }
        cursor = container.frame
        levels += 1
      }
      return Float(levels)
    }

    // Three columns
    private func add(_ row: inout Row, _ index: Int, _ range: Range<Int>) {
      row.add(range.contains(index))
      row.add(index - range.lowerBound, within: 12)
      row.add(range.upperBound - index, within: 12)
    }
  }
}
