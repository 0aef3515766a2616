import ArticleModel

/// Compares a unit that came home with the unit that went out.
struct UnitReconciler {
  /// What is to be done with a unit.
  enum Decision {
    /// The translation fits; the parts have the article's own codes.
    case fits(TranslationUnit)
    /// The translation is of an earlier source.
    case late(TranslationUnit)
    case notTranslated
    case refused(String)
  }

  let stored: StoredArticle

  func decide(_ unit: TranslationUnit, block: Block) -> Decision {
    // In a bundle for copy-editing the source stands as the target: text in its first state that nobody
    // touched is not a translation.
    let isTouched = unit.segments.contains { segment in
      guard let target = segment.target, !target.textOnly.allSatisfy(\.isWhitespace) else {
        return false
      }
      return !(segment.state == .initial && target.canonicalText == segment.source.canonicalText)
    }
    let isCurrent = unit.source.canonicalText == block.content.canonicalText
    let isEarlier = stored.earlierSources[block.id]?.contains(unit.source.digest) ?? false
    guard isCurrent || isEarlier else {
      return isTouched
        ? .refused("the source text was changed; put it back, or ask for the bundle again")
        : .notTranslated
    }
    guard isTouched else { return .notTranslated }
    if let problem = Self.codeProblem(in: unit) { return .refused(problem) }
    var own = unit
    own.role = block.role
    own.takeCodes(from: block.content)
    return isCurrent ? .fits(own) : .late(own)
  }

  /// Why the codes of the translation are not those of the source, or `nil`.
  ///
  /// A unit may move codes between its segments, so the whole is compared; segments that have no
  /// translation yet do not count.
  private static func codeProblem(in unit: TranslationUnit) -> String? {
    var source: [Inline] = []
    var target: [Inline] = []
    for segment in unit.segments {
      guard let translation = segment.target, !translation.textOnly.isEmpty else { continue }
      source += segment.source
      target += translation
    }
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
