public import ArticleModel

/// Marks the terms in a unit's source and lists what the glossary says of them.
public struct TermAnnotator: Sendable {
  private let glossary: Glossary
  private let matcher: TermMatcher
  private let source: LocaleTag
  private let target: LocaleTag

  /// Prepares the terms of the source language.
  public init(glossary: Glossary, source: LocaleTag, target: LocaleTag) {
    self.glossary = glossary
    self.source = source
    self.target = target
    matcher = TermMatcher(glossary: glossary, locale: source)
  }

  /// Sets the marks of the segments and the glossary of the unit.
  public func annotate(_ unit: inout TranslationUnit) {
    var entries: [GlossaryEntry] = []
    for index in unit.parts.indices {
      guard case .segment(var segment) = unit.parts[index] else { continue }
      let text = segment.source.textOnly
      var marks: [TermMark] = []
      for hit in matcher.hits(in: text) where hit.status != .forbidden {
        guard let concept = glossary.concept(hit.concept) else { continue }
        let translations = concept.terms[target]?.accepted ?? []
        guard !translations.isEmpty, marks.last?.range != hit.range else { continue }
        marks.append(TermMark(range: hit.range, concept: hit.concept))
        if !entries.contains(where: { $0.concept == hit.concept }) {
          entries.append(
            GlossaryEntry(
              concept: hit.concept, term: concept.terms[source]?.preferred ?? hit.term,
              translations: translations, definition: concept.advice))
        }
      }
      segment.terms = marks
      unit.parts[index] = .segment(segment)
    }
    unit.glossary = entries
  }
}
