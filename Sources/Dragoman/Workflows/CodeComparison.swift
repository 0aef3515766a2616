import ArticleModel

/// Whether a translation has the codes of its source.
enum CodeComparison {
  /// Why the codes of the translation are not those of the source, or `nil`.
  static func problem(source: [Inline], target: [Inline]) -> String? {
    let wanted = counts(of: source.codes)
    let found = counts(of: target.codes)
    for (code, count) in found.sorted(by: { $0.key < $1.key })
    where wanted[code] == nil && count > 0 {
      return "\(code) is not in the source; take it out"
    }
    for (code, count) in wanted.sorted(by: { $0.key < $1.key }) {
      let there = found[code] ?? 0
      if there < count { return "\(code) of the source is missing; put it back" }
      if there > count {
        return "\(code) is there \(there) times; keep it \(count == 1 ? "once" : "\(count) times")"
      }
    }
    return isNested(source.codes) && !isNested(target.codes)
      ? "codes cross each other; close the inner one first" : nil
  }

  private static func counts(of codes: [InlineCode]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for code in codes {
      let half =
        switch code.position {
        case .opening: "the start of code \(code.id)"
        case .closing: "the end of code \(code.id)"
        case .standalone: "code \(code.id)"
        }
      counts[half, default: 0] += 1
    }
    return counts
  }

  private static func isNested(_ codes: [InlineCode]) -> Bool {
    var open: [String] = []
    for code in codes {
      switch code.position {
      case .opening: open.append(code.id)
      case .closing: if open.popLast() != code.id { return false }
      case .standalone: break
      }
    }
    return true
  }
}
