import ArticleModel
import Extraction
import Linguistics
import LocaleData

/// One worker's tools for reading pages: used again for every page, never shared.
final class PageReader {
  private let extractor: ArticleExtractor
  private let data: LocaleData
  private var segmenters: [LocaleTag: SentenceSegmenter] = [:]

  init(sites: SiteProfiles, data: LocaleData) throws {
    extractor = try ArticleExtractor(sites: sites)
    self.data = data
  }

  /// A page that was read, or why it was not.
  typealias Outcome = Result<ExtractedPage, any Error>

  func read(_ source: PageSource, address: String?) -> Outcome {
    Outcome {
      let bytes = try source.bytes()
      return try extractor.extract(bytes, file: source.name, url: address ?? source.address)
    }
  }

  func parts(of content: [Inline], in locale: LocaleTag) throws -> [UnitPart] {
    if segmenters[locale] == nil {
      segmenters[locale] = try SentenceSegmenter(locale: locale, data: data)
    }
    return segmenters[locale]?.parts(of: content) ?? []
  }
}
