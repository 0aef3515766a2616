import ArticleModel

/// `tag-mismatch`: an inline code is lost, doubled, or not from the source.
struct TagCheck: Check {
  func findings(in pair: SegmentPair) -> [Finding] {
    let wanted = Self.counts(pair.source)
    let found = Self.counts(pair.target)
    return Set(wanted.keys).union(found.keys).sorted().compactMap { code in
      let wantedCount = wanted[code] ?? 0
      let foundCount = found[code] ?? 0
      if foundCount < wantedCount {
        return pair.finding(
          "tag-mismatch", .error, "\(code) of the source is missing; put it back")
      }
      guard foundCount > wantedCount else { return nil }
      return pair.finding(
        "tag-mismatch", .error,
        wantedCount == 0
          ? "\(code) is not in the source; take it out" : "\(code) is there twice; keep one")
    }
  }

  /// Codes by their identifiers, and the tags and placeholders of plain text.
  private static func counts(_ content: [Inline]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for item in content {
      switch item {
      case .code: counts[[item].dump, default: 0] += 1
      case .text(let text):
        for match in text.matches(of: /<\/?[A-Za-z0-9][^<>]*>|\{[0-9A-Za-z_]*\}|%[0-9]*\$?[sd@]/) {
          counts[String(match.output), default: 0] += 1
        }
      }
    }
    return counts
  }
}
