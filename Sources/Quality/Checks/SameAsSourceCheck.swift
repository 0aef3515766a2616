import ArticleModel

/// `same-as-source`: the translation is the source, letter by letter.
struct SameAsSourceCheck: Check {
  func findings(in pair: SegmentPair) -> [Finding] {
    guard pair.sourceLocale.language != pair.targetLocale.language else { return [] }
    let source = pair.source.textOnly
    // Names, numbers and addresses may stay as they are; a sentence may not.
    let words = source.split(whereSeparator: \.isWhitespace).filter {
      $0.contains(where: \.isLetter)
    }
    guard source == pair.target.textOnly, words.count > 3 || source.count(where: \.isHan) > 4 else {
      return []
    }
    return [
      pair.finding("same-as-source", .warning, "the translation is the source; translate the text")
    ]
  }
}

extension Character {
  fileprivate var isHan: Bool { unicodeScalars.first?.properties.isIdeographic ?? false }
}
