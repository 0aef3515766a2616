package import ArticleModel

/// Gives the units of a page that was extracted again the identifiers that they had.
package enum UnitMatcher {
  /// Below this a text in the same place is another text, not a correction.
  private static let leastSimilarity = 0.5

  /// The new version of a stored article, with old identifiers where a block is the old one.
  ///
  /// Same text: kept, wherever it stands now. Same place between kept neighbours, same role and
  /// similar text: a correction, which keeps the identifier and remembers the old source.
  package static func update(_ stored: StoredArticle, to new: Article) -> StoredArticle {
    let old = stored.article.blocks
    var result = StoredArticle(article: new, earlierSources: stored.earlierSources)
    var partner = [Int?](repeating: nil, count: new.blocks.count)
    var isFree = [Bool](repeating: true, count: old.count)

    var byText: [String: [Int]] = [:]
    for index in old.indices.reversed() { byText[key(old[index]), default: []].append(index) }
    for index in new.blocks.indices {
      if let match = byText[key(new.blocks[index])]?.popLast() {
        partner[index] = match
        isFree[match] = false
      }
    }
    for index in new.blocks.indices where partner[index] == nil {
      let gap = gap(around: index, partner: partner, oldCount: old.count)
      let candidates = gap.filter { isFree[$0] && old[$0].role == new.blocks[index].role }
      let scored = candidates.map {
        ($0, TextSimilarity.ratio(old[$0].content.plainText, new.blocks[index].content.plainText))
      }
      if let best = scored.max(by: { $0.1 < $1.1 }), best.1 >= leastSimilarity {
        partner[index] = best.0
        isFree[best.0] = false
      }
    }

    // An identifier that was ever given is not given again to another text.
    var taken = Set(old.map(\.id)).union(stored.earlierSources.keys)
    for index in new.blocks.indices {
      let block = new.blocks[index]
      guard let match = partner[index] else {
        result.article.blocks[index].id = UnitIdentifier.make(
          role: block.role, content: block.content, taken: &taken)
        continue
      }
      let id = old[match].id
      result.article.blocks[index].id = id
      let before = old[match].content.digest
      if before != block.content.digest {
        var earlier = result.earlierSources[id] ?? []
        earlier.removeAll { $0 == before || $0 == block.content.digest }
        result.earlierSources[id] = earlier + [before]
      }
    }
    return result
  }

  private static func key(_ block: Block) -> String {
    block.role.rawValue + " " + block.content.canonicalText
  }

  /// The old blocks between the partners of the nearest matched neighbours.
  private static func gap(around index: Int, partner: [Int?], oldCount: Int) -> Range<Int> {
    let before = partner[..<index].last { $0 != nil } ?? nil
    let after = partner[(index + 1)...].first { $0 != nil } ?? nil
    let lower = before.map { $0 + 1 } ?? 0
    let upper = after ?? oldCount
    return lower <= upper ? lower..<upper : lower..<oldCount
  }
}
