/// How alike two texts are.
package enum TextSimilarity {
  /// The share of words that both have in the same order, 0 to 1; a Han character is a word.
  ///
  /// Twice the longest common subsequence over the sum of the lengths.
  package static func ratio(_ left: String, _ right: String) -> Double {
    let left = words(left)
    let right = words(right)
    guard !left.isEmpty, !right.isEmpty else { return left.isEmpty && right.isEmpty ? 1 : 0 }
    var row = [Int](repeating: 0, count: right.count + 1)
    for word in left {
      var diagonal = 0
      for column in right.indices {
        let above = row[column + 1]
        row[column + 1] = word == right[column] ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return 2 * Double(row[right.count]) / Double(left.count + right.count)
  }

  private static func words(_ text: String) -> [Substring.UnicodeScalarView] {
    var words: [Substring.UnicodeScalarView] = []
    let scalars = Substring(text).unicodeScalars
    var start = scalars.startIndex
    func close(at end: String.Index) {
      if start < end { words.append(scalars[start..<end]) }
    }
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar.properties.isIdeographic {
        close(at: index)
        start = scalars.index(after: index)
        words.append(scalars[index..<start])
      } else if !scalar.properties.isAlphabetic && scalar.properties.numericType == nil {
        close(at: index)
        start = scalars.index(after: index)
      }
    }
    close(at: scalars.endIndex)
    return words
  }
}

extension Substring.UnicodeScalarView {
  fileprivate static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}
