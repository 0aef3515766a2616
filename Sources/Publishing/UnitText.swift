import ArticleModel
import Linguistics

/// What a page says in the place of a block.
struct UnitText {
  var content: [Inline]
  var locale: LocaleTag
  /// Whether the text is one that stands in for a missing translation.
  var isStandIn: Bool

  /// - Returns: `nil` when the block has no translation and the policy has nothing to stand in.
  static func make(
    for block: Block, article: Article, locale: LocaleTag, unit: TranslationUnit?, joiner: String,
    policy: UntranslatedPolicy
  ) -> UnitText? {
    if block.content.textOnly.isEmpty || !(unit?.isTranslatable ?? true) {
      return UnitText(content: block.content, locale: article.language, isStandIn: false)
    }
    if var unit, unit.isTranslated {
      unit.takeCodes(from: block.content)
      let isCurrent = unit.source.textOnly == block.content.textOnly
      return UnitText(
        content: joined(unit, joiner: joiner), locale: locale,
        isStandIn: policy == .previous && !isCurrent)
    }
    if locale == article.language || policy != .withhold {
      return UnitText(
        content: block.content, locale: article.language,
        isStandIn: locale != article.language)
    }
    return nil
  }

  /// The translation of a unit: what lies between two sentences becomes the language's own joiner.
  private static func joined(_ unit: TranslationUnit, joiner: String) -> [Inline] {
    var content: [Inline] = []
    for part in unit.parts {
      switch part {
      case .segment(let segment): content += segment.target ?? []
      case .ignorable(let source, let target):
        for item in target ?? source {
          if case .text(let text) = item, text.allSatisfy(\.isWhitespace) {
            content.append(.text(joiner))
          } else {
            content.append(item)
          }
        }
      }
    }
    return content.normalized
  }
}
