import Foundation

/// Regression trees that say how likely a line belongs to the article.
///
/// Fitted by `Scripts/fit-extraction`, read from `Sites/lines.model`: a line a node, `feature threshold
/// left right value`, trees divided by a line with `tree`.
struct LineModel: Sendable {
  private struct Node {
    var feature: Int32
    var threshold: Float
    var left: Int32
    var right: Int32
    var value: Float
  }

  private var nodes: [Node] = []
  private var roots: [Int] = []

  /// Reads the model's text; nil when a line is malformed.
  init?(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line == "tree" {
        roots.append(nodes.count)
        continue
      }
      let fields = line.split(separator: " ")
      guard fields.count == 5, let feature = Int32(fields[0]), let threshold = Float(fields[1]),
        let left = Int32(fields[2]), let right = Int32(fields[3]), let value = Float(fields[4]),
        feature < LineFeatures.count, let root = roots.last
      else { return nil }
      // Children come after their node, so that a walk always ends.
      let own = nodes.count - root
      guard feature < 0 || (Int(left) > own && Int(right) > own) else { return nil }
      nodes.append(
        Node(feature: feature, threshold: threshold, left: left, right: right, value: value))
    }
    for (index, root) in roots.enumerated() {
      let end = index + 1 < roots.count ? roots[index + 1] : nodes.count
      for node in nodes[root..<end] where node.feature >= 0 {
        guard root + Int(max(node.left, node.right)) < end else { return nil }
      }
      if root == end { return nil }
    }
  }

  /// A line that the first trees are this sure of being foreign is not looked at again.
  static let hopeless: Float = -4.5

  /// The log-odds of each line; a line below ``hopeless`` in `first` keeps its score.
  func scores(_ features: LineFeatures, after first: [Float]? = nil) -> [Float] {
    let count = features.rows.count / LineFeatures.count
    return features.rows.withUnsafeBufferPointer { rows in
      nodes.withUnsafeBufferPointer { nodes in
        (0..<count).map { line in
          if let first, first[line] <= Self.hopeless { return first[line] }
          let base = line * LineFeatures.count
          var total: Float = 0
          for root in roots {
            var node = nodes[root]
            while node.feature >= 0 {
              let goesLeft = rows[base + Int(node.feature)] <= node.threshold
              node = nodes[root + Int(goesLeft ? node.left : node.right)]
            }
            total += node.value
          }
          return total
        }
      }
    }
  }
}
