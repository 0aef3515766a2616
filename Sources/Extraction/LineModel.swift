/// Regression trees that say how likely a line belongs to the article.
///
/// `Scripts/fit-extraction` fits them and writes `Sites/*.model`. Every tree is complete, so that a
/// walk down is arithmetic without a branch. The file has the features of the inner nodes of all
/// trees, a byte each, what they are compared with, and the values of the leaves, both as 32-bit
/// numbers, little-endian. Behind node n, n from 0, are the nodes 2n + 1 and 2n + 2.
struct LineModel: Sendable {
  /// A line that the first trees are this sure of being foreign is not looked at again.
  static let hopeless: Float = -4.5
  /// The levels of a tree.
  private static let depth = 6
  private static let inner = 1 << depth - 1
  private static let bytesPerTree = inner * 5 + (inner + 1) * 4

  private let features: [UInt8]
  private let thresholds: [Float]
  private let values: [Float]
  private let count: Int

  /// Reads a model; nil when it is damaged.
  init?(_ file: [UInt8]) {
    guard !file.isEmpty, file.count % Self.bytesPerTree == 0 else { return nil }
    count = file.count / Self.bytesPerTree
    let nodes = count * Self.inner
    features = Array(file[..<nodes])
    thresholds = Self.numbers(file[nodes..<(nodes * 5)])
    values = Self.numbers(file[(nodes * 5)...])
    guard features.allSatisfy({ $0 < LineFeatures.count }), values.allSatisfy(\.isFinite) else {
      return nil
    }
  }

  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Float] {
    bytes.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4).map { offset in
        let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return Float(bitPattern: UInt32(littleEndian: bits))
      }
    }
  }

  /// The log-odds of each line; a line at or below ``hopeless`` in `first` keeps its score.
  func scores(_ rows: LineFeatures, after first: [Float]? = nil) -> [Float] {
    var result = first ?? Array(repeating: 0, count: rows.texts.count)
    // Images have no text to judge.
    let judged = rows.texts.indices.filter {
      rows.texts[$0].weight > 0 && result[$0] > Self.hopeless
    }
    for line in judged { result[line] = 0 }
    rows.rows.withUnsafeBufferPointer { rows in
      result.withUnsafeMutableBufferPointer { result in
        // So few rows, and the tree that is walked, stay in the nearest cache.
        for start in stride(from: 0, to: judged.count, by: 32) {
          var some = Array(judged[start..<min(start + 32, judged.count)])
          for tree in 0..<count {
            if tree * 3 == count { some.removeAll { Self.isCertain($0, &result) } }
            add(tree, some, rows, &result)
          }
        }
      }
    }
    return result
  }

  /// Whether the first of the three fits that the trees are from is so sure of a foreign line that
  /// it speaks for the others.
  private static func isCertain(
    _ line: Int, _ result: inout UnsafeMutableBufferPointer<Float>
  ) -> Bool {
    guard result[line] * 3 < hopeless - 1 else { return false }
    result[line] *= 3
    return true
  }

  /// Adds what a tree says to the scores of some lines.
  private func add(
    _ tree: Int, _ lines: [Int], _ rows: UnsafeBufferPointer<Float>,
    _ result: inout UnsafeMutableBufferPointer<Float>
  ) {
    let base = tree * Self.inner
    features.withUnsafeBufferPointer { features in
      thresholds.withUnsafeBufferPointer { thresholds in
        for line in lines {
          let row = line * LineFeatures.count
          var slot = 0
          for _ in 0..<Self.depth {
            let value = rows[row + Int(features[base + slot])]
            slot = 2 * slot + (value <= thresholds[base + slot] ? 1 : 2)
          }
          result[line] += values[tree + base + slot - Self.inner]
        }
      }
    }
  }
}
