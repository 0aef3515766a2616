/// Regression trees that say how likely a line belongs to the article.
///
/// Fitted by `Scripts/fit-extraction`, read from `Sites/*.model`: a line a node, `feature threshold
/// left right value`, trees divided by a line with `tree`. In memory every tree is complete, so
/// that a walk down is arithmetic without a branch.
struct LineModel: Sendable {
  /// A line that the first trees are this sure of being foreign is not looked at again.
  static let hopeless: Float = -4.5
  /// The levels of a complete tree; a deeper one is refused.
  private static let depth = 6
  private static let inner = 1 << depth - 1

  private var features: [UInt8] = []
  private var thresholds: [Float] = []
  private var values: [Float] = []
  private var count = 0

  private struct Node {
    let feature: Int
    let threshold: Float
    let left: Int
    let right: Int
    let value: Float
  }

  /// Reads the model's text; nil when a line is malformed.
  init?(_ text: [UInt8]) {
    guard text.withUnsafeBufferPointer({ read($0) }) else { return nil }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var tree: [Node] = []
    var start = 0
    while start < text.count {
      defer { start = (text[start...].firstIndex(of: 0x0A) ?? text.count - 1) + 1 }
      if text[start] == UInt8(ascii: "#") || text[start] == 0x0A { continue }
      if text[start] == UInt8(ascii: "t") {
        guard tree.isEmpty || append(tree) else { return false }
        tree.removeAll(keepingCapacity: true)
        continue
      }
      var fields = NumberFields(text, from: start)
      guard let feature = fields.next(), let threshold = fields.next(), let left = fields.next(),
        let right = fields.next(), let value = fields.next(), fields.isAtEnd,
        feature < Double(LineFeatures.count), let feature = Int(exactly: feature),
        let left = Int(exactly: left), let right = Int(exactly: right)
      else { return false }
      tree.append(
        Node(
          feature: feature, threshold: Float(threshold), left: left, right: right,
          value: Float(value)))
    }
    return !tree.isEmpty && append(tree)
  }

  private mutating func append(_ tree: [Node]) -> Bool {
    var places = [(node: 0, slot: 0)]
    features.append(contentsOf: repeatElement(0, count: Self.inner))
    thresholds.append(contentsOf: repeatElement(.infinity, count: Self.inner))
    values.append(contentsOf: repeatElement(0, count: Self.inner + 1))
    while let (index, slot) = places.popLast() {
      guard tree.indices.contains(index) else { return false }
      let node = tree[index]
      if slot >= Self.inner {
        guard node.feature < 0 else { return false }
        values[count * (Self.inner + 1) + slot - Self.inner] = node.value
        continue
      }
      if node.feature >= 0 {
        features[count * Self.inner + slot] = UInt8(node.feature)
        thresholds[count * Self.inner + slot] = node.threshold
      }
      // A leaf above the last level is repeated down to it; its steps all go left.
      places.append((node.feature < 0 ? index : node.left, 2 * slot + 1))
      places.append((node.feature < 0 ? index : node.right, 2 * slot + 2))
    }
    count += 1
    return true
  }

  /// The log-odds of each line; a line at or below ``hopeless`` in `first` keeps its score.
  func scores(_ rows: LineFeatures, after first: [Float]? = nil) -> [Float] {
    let lines = rows.texts.count
    var result = first ?? Array(repeating: 0, count: lines)
    rows.rows.withUnsafeBufferPointer { rows in
      features.withUnsafeBufferPointer { features in
        thresholds.withUnsafeBufferPointer { thresholds in
          for line in 0..<lines {
            if let first, first[line] <= Self.hopeless { continue }
            let row = rows.baseAddress.map { $0 + line * LineFeatures.count }
            guard let row else { continue }
            result[line] = total(row, features, thresholds)
          }
        }
      }
    }
    return result
  }

  private func total(
    _ row: UnsafePointer<Float>, _ features: UnsafeBufferPointer<UInt8>,
    _ thresholds: UnsafeBufferPointer<Float>
  ) -> Float {
    var total: Float = 0
    for tree in 0..<count {
      var slot = 0
      let base = tree * Self.inner
      for _ in 0..<Self.depth {
        slot = 2 * slot + (row[Int(features[base + slot])] <= thresholds[base + slot] ? 1 : 2)
      }
      total += values[tree + base + slot - Self.inner]
    }
    return total
  }
}
