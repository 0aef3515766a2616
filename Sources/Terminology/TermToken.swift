import ArticleModel

/// A word of a text as terms are compared, or one Han character.
struct TermToken {
  /// What is compared: folded, without its ending.
  var key: String
  /// The word as written.
  var written: Substring
  /// Where it stands, in UTF-8 offsets.
  var range: Range<Int>
  /// Whether punctuation that ends a phrase stands before it.
  var followsBreak: Bool
  /// Whether it is an article that Greek may put between the words of a term.
  var isArticle: Bool
}

/// Cuts texts of one language into tokens.
struct TermTokenizer: Sendable {
  private let isGreek: Bool
  private let isChinese: Bool

  init(locale: LocaleTag) {
    isGreek = locale.language == "el"
    isChinese = locale.language == "zh"
  }

  /// Quotes, hyphens and spaces may differ inside of a term; any other mark ends a phrase.
  private static let joining: Set<Unicode.Scalar> = [
    " ", "\u{A0}", "\u{3000}", "\n", "\t", "-", "‐", "‑", "–", "\"", "'", "’", "‘", "“", "”", "«",
    "»",
    "「", "」", "『", "』", "《", "》", "&", "/",
  ]

  func tokens(in text: String) -> [TermToken] {
    var tokens: [TermToken] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var isBroken = false
    let masked = AddressMask.ranges(in: text)
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if let mask = masked.first(where: { $0.contains(index) }) {
        index = mask.upperBound
        isBroken = true
        continue
      }
      guard Self.isWordScalar(scalar) else {
        if !Self.joining.contains(scalar) { isBroken = true }
        index = scalars.index(after: index)
        continue
      }
      var end = scalars.index(after: index)
      if !scalar.properties.isIdeographic {
        while end < scalars.endIndex, Self.isWordScalar(scalars[end]),
          !scalars[end].properties.isIdeographic
        {
          end = scalars.index(after: end)
        }
      }
      let written = text[index..<end]
      let folded = TermFolding.folded(written)
      let lower = text.utf8.distance(from: text.startIndex, to: index)
      tokens.append(
        TermToken(
          key: key(folded), written: written, range: lower..<(lower + written.utf8.count),
          followsBreak: isBroken, isArticle: isGreek && TermFolding.greekArticles.contains(folded)))
      isBroken = false
      index = end
    }
    return isChinese || isGreek ? tokens : joinedPossessives(tokens, text)
  }

  private func key(_ folded: String) -> String {
    if isGreek { return GreekStem.stem(folded) }
    return isChinese ? folded : EnglishStem.stem(folded)
  }

  /// The `s` of `China's` is no word of its own.
  private func joinedPossessives(_ tokens: [TermToken], _ text: String) -> [TermToken] {
    var result: [TermToken] = []
    let bytes = Array(text.utf8)
    for token in tokens {
      if token.written == "s", let before = result.last, token.range.lowerBound > 0,
        bytes[before.range.upperBound..<token.range.lowerBound].elementsEqual("'".utf8)
          || bytes[before.range.upperBound..<token.range.lowerBound].elementsEqual("’".utf8)
      {
        continue
      }
      result.append(token)
    }
    return result
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}
