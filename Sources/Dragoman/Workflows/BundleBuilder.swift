import ArticleModel
import Linguistics
import Memory
import Terminology

/// Makes the bundle of an article for one language: segments, terms, notes, and what is known already.
final class BundleBuilder {
  private let segmentation: SegmentationSource
  private let glossary: Glossary
  private let memory: TranslationMemory
  private let limits: (Article) -> [BlockRole: Int]
  private var segmenters: [LocaleTag: SentenceSegmenter] = [:]
  private var annotators: [LanguagePair: TermAnnotator] = [:]

  /// - Parameters:
  ///   - segmentation: The rules that cut texts into sentences.
  ///   - glossary: The terms to mark.
  ///   - memory: Where earlier translations are found.
  ///   - limits: How long the site lets the translations of an article be, by role.
  init(
    segmentation: SegmentationSource, glossary: Glossary, memory: TranslationMemory,
    limits: @escaping (Article) -> [BlockRole: Int]
  ) {
    self.segmentation = segmentation
    self.glossary = glossary
    self.memory = memory
    self.limits = limits
  }

  /// Builds a bundle.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - target: The language of the edition.
  ///   - accepted: The article's accepted translation: fills what still fits, and is offered as a
  ///     match where the source was corrected.
  /// - Returns: The bundle with all that is known filled in.
  /// - Throws: What the memory or the locale's data throws.
  func bundle(
    for article: Article, target: LocaleTag, accepted: TranslationBundle?
  ) throws -> TranslationBundle {
    let pair = LanguagePair(source: article.language, target: target)
    let known = Dictionary(
      (accepted?.units ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let limits = limits(article)
    var headings: [String] = []
    var units: [TranslationUnit] = []
    for block in article.blocks where !block.content.textOnly.isEmpty {
      var unit = TranslationUnit(
        id: block.id, role: block.role, sizeLimit: limits[block.role],
        notes: Self.notes(for: block, under: headings),
        parts: try segmenter(for: article.language).parts(of: block.content))
      annotator(for: pair).annotate(&unit)
      try fill(&unit, from: known[block.id], pair: pair)
      units.append(unit)
      Self.enter(block, &headings)
    }
    return TranslationBundle(
      articleID: article.id, original: article.file, sourceLocale: article.language,
      targetLocale: target,
      notes: article.url.map { [Note(category: "address", text: $0)] } ?? [],
      metadata: Self.metadata(of: article), units: units)
  }

  private func fill(
    _ unit: inout TranslationUnit, from accepted: TranslationUnit?, pair: LanguagePair
  ) throws {
    if let accepted, accepted.source.canonicalText == unit.source.canonicalText {
      let terms = unit.segments.map(\.terms)
      unit.parts = accepted.parts
      // The accepted unit may be cut in another way; marks fit only where the cuts are the same.
      if unit.segments.count == terms.count {
        unit.updateSegments { index, segment in segment.terms = terms[index] }
      }
      return
    }
    var matches: [TranslationMatch] = []
    if let accepted {
      matches += Self.earlierVersion(accepted, for: unit)
      unit.notes.append(
        Note(
          category: "previous",
          text: "the source was corrected; it said: \(accepted.source.plainText)"))
    }
    try unit.updateSegments { [memory] _, segment in
      if pair.source == pair.target {
        segment.target = segment.source
      } else if let found = try memory.exactMatches(for: segment.source, pair: pair).first {
        segment.target = found.target
        segment.state = .translated
        matches.append(
          TranslationMatch(
            segment: segment.id, source: found.source, target: found.target, similarity: 100,
            origin: found.origin))
      }
    }
    unit.matches = matches
  }

  private static func earlierVersion(
    _ accepted: TranslationUnit, for unit: TranslationUnit
  ) -> [TranslationMatch] {
    unit.segments.compactMap { segment in
      let text = segment.source.plainText
      let scored = accepted.segments.compactMap { old in
        old.target.map { (old, $0, TextSimilarity.ratio(old.source.plainText, text)) }
      }
      guard let best = scored.max(by: { $0.2 < $1.2 }), best.2 >= 0.5 else { return nil }
      return TranslationMatch(
        segment: segment.id, source: best.0.source, target: best.1,
        similarity: (best.2 * 100).rounded(.down), origin: "previous version")
    }
  }

  private static func notes(for block: Block, under headings: [String]) -> [Note] {
    var notes = [Note(category: "role", text: block.role.rawValue)]
    if !headings.isEmpty {
      notes.append(Note(category: "heading", text: headings.joined(separator: " > ")))
    }
    return notes
  }

  private static func enter(_ block: Block, _ headings: inout [String]) {
    let text = block.content.plainText
    switch block.role {
    case .title: headings = [text]
    case .heading: headings = Array(headings.prefix(max(1, block.level - 1))) + [text]
    default: break
    }
  }

  private static func metadata(of article: Article) -> [(name: String, value: String)] {
    let facts: [(String, String?)] = [
      ("url", article.url), ("date", article.date), ("author", article.author),
      ("source", article.source), ("encoding", article.encoding),
      (
        "section",
        article.breadcrumbs.isEmpty ? nil : article.breadcrumbs.joined(separator: ", ")
      ),
    ]
    return facts.compactMap { name, value in value.map { (name: name, value: $0) } }
  }

  private func segmenter(for locale: LocaleTag) throws -> SentenceSegmenter {
    if let known = segmenters[locale] { return known }
    let segmenter = try segmentation.segmenter(for: locale)
    segmenters[locale] = segmenter
    return segmenter
  }

  private func annotator(for pair: LanguagePair) -> TermAnnotator {
    if let known = annotators[pair] { return known }
    let annotator = TermAnnotator(glossary: glossary, source: pair.source, target: pair.target)
    annotators[pair] = annotator
    return annotator
  }
}

extension TranslationUnit {
  /// Changes the segments in place; `index` counts segments only.
  mutating func updateSegments(
    _ change: (_ index: Int, inout Segment) throws -> Void
  ) rethrows {
    var index = 0
    for part in parts.indices {
      guard case .segment(var segment) = parts[part] else { continue }
      try change(index, &segment)
      parts[part] = .segment(segment)
      index += 1
    }
  }
}
