/// Which of overlapping terms count.
enum TermOverlap {
  /// Chooses the longest, then the earliest; what overlaps one of the chosen is left out.
  ///
  /// - Parameters:
  ///   - ranges: The places of the terms in UTF-8 offsets, by their beginning.
  ///   - allows: Whether a place may be a term; asked of those only that would be chosen.
  /// - Returns: The indices of the chosen, in text order, those with the same range together.
  static func longest(_ ranges: [Range<Int>], where allows: (Range<Int>) -> Bool) -> [Int] {
    var chosen: [Int] = []
    var start = 0
    while start < ranges.count {
      var end = start + 1
      var reach = ranges[start].upperBound
      while end < ranges.count, ranges[end].lowerBound < reach {
        reach = max(reach, ranges[end].upperBound)
        end += 1
      }
      if start + 1 == end {
        if allows(ranges[start]) { chosen.append(start) }
      } else {
        chosen += resolved(ranges, start..<end, where: allows)
      }
      start = end
    }
    return chosen
  }

  /// Resolves a run of ranges that overlap each other.
  private static func resolved(
    _ ranges: [Range<Int>], _ run: Range<Int>, where allows: (Range<Int>) -> Bool
  ) -> [Int] {
    let order = run.sorted {
      (-ranges[$0].count, ranges[$0].lowerBound, $0)
        < (-ranges[$1].count, ranges[$1].lowerBound, $1)
    }
    let start = ranges[run.lowerBound].lowerBound
    var isTaken: [Bool] = []
    var groups: [Range<Int>: [Int]] = [:]
    for index in order {
      let range = ranges[index]
      if groups[range] != nil {
        groups[range]?.append(index)
        continue
      }
      // The chosen are no shorter, so one that overlaps holds an end of this one.
      let first = range.lowerBound - start
      let last = range.upperBound - start - 1
      if last >= isTaken.count {
        isTaken += [Bool](repeating: false, count: last + 1 - isTaken.count)
      }
      guard !isTaken[first], !isTaken[last], allows(range) else { continue }
      for place in first...last { isTaken[place] = true }
      groups[range] = [index]
    }
    return groups.values.sorted { ranges[$0[0]].lowerBound < ranges[$1[0]].lowerBound }.flatMap(
      \.self)
  }
}
