import Extraction

/// One worker's tools for reading pages: used again for every page, never shared.
final class PageReader {
  private let extractor: ArticleExtractor

  init(sites: SiteProfiles, explains: Bool = false) throws {
    extractor = try ArticleExtractor(sites: sites)
    extractor.explains = explains
  }

  /// A page that was read, or why it was not.
  typealias Outcome = Result<(page: ExtractedPage, bytes: [UInt8]), any Error>

  func read(_ source: PageSource, address: String?) -> Outcome {
    Outcome {
      let bytes = try source.bytes()
      let page = try extractor.extract(bytes, file: source.name, url: address ?? source.address)
      return (page, bytes)
    }
  }
}
