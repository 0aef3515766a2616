import ArticleModel

/// `tag-mismatch`: an inline code, tag or placeholder is lost, doubled, new, or in the wrong order.
struct TagCheck: Check {
  static let rule = Rule(
    "tag-mismatch", .error, "The tags and placeholders are not those of the source.")

  func findings(in pair: SegmentPair) -> [Finding] {
    let wanted = Self.counts(pair.sourceText.tags)
    let found = Self.counts(pair.targetText.tags)
    let problems = Set(wanted.keys).union(found.keys).sorted().compactMap { tag -> String? in
      let wantedCount = wanted[tag] ?? 0
      let foundCount = found[tag] ?? 0
      if foundCount < wantedCount { return "\(tag) of the source is missing; put it back" }
      guard foundCount > wantedCount else { return nil }
      return wantedCount == 0
        ? "\(tag) is not in the source; take it out" : "\(tag) is there once too often; keep one"
    }
    if !problems.isEmpty {
      return [pair.finding(Self.rule, problems.joined(separator: "; "))]
    }
    guard !Self.isNested(pair.targetText.tags), Self.isNested(pair.sourceText.tags) else {
      return []
    }
    return [
      pair.finding(Self.rule, "a tag is closed before it is opened; put the tags in order")
    ]
  }

  private static func counts(_ tags: [String]) -> [String: Int] {
    tags.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private static func isNested(_ tags: [String]) -> Bool {
    var open: [String] = []
    for tag in tags where tag.hasPrefix("<") && !tag.hasSuffix("/>") {
      let name = tag.dropFirst().prefix { $0 != " " && $0 != ">" }
      if name.hasPrefix("/") {
        guard let last = open.popLast(), last == name.dropFirst() else { return false }
      } else {
        open.append(String(name))
      }
    }
    return open.isEmpty
  }
}
