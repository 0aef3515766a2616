import ArticleModel
import Foundation
import Interchange
import Linguistics
import LocaleData

/// Where segmenters come from: the rules of `Locales`, or an SRX file in their place.
struct SegmentationSource: Sendable {
  private let data: LocaleData
  private let srx: SRXDocument?

  /// The file of a project's `Locales/` whose rules take the place of all others.
  private static let fileName = "segmentation.srx"

  /// - Parameters:
  ///   - data: The locales, with a project's own files before the built-in ones.
  ///   - srx: A file of SRX 2.0; without one `Locales/segmentation.srx`, where the project has it.
  /// - Throws: ``ProjectError`` or `InterchangeError` when the file cannot be used.
  init(data: LocaleData, srx: URL? = nil) throws {
    self.data = data
    if let srx {
      guard let bytes = try? Data(contentsOf: srx) else {
        throw ProjectError.unreadable(path: srx.relativePath, reason: "cannot be read")
      }
      self.srx = try SRXReader().read(Array(bytes), file: srx.relativePath)
    } else {
      self.srx = try data.text(Self.fileName).map { text in
        try SRXReader().read(Array(text.utf8), file: "Locales/" + Self.fileName)
      }
    }
  }

  /// The segmenter of a language, for one worker.
  ///
  /// - Throws: `LinguisticsError` or `LocaleDataError` when a data file is wrong.
  func segmenter(for locale: LocaleTag) throws -> SentenceSegmenter {
    guard let srx else { return try SentenceSegmenter(locale: locale, data: data) }
    // Language codes have no letter case (RFC 5646, section 2.1.1).
    let patterns = try srx.patterns { pattern in
      try RegularExpression("(?i:\(pattern))").matches(locale.identifier)
    }
    let handles: [(type: String, position: InlineCode.Position)] = [
      ("start", .opening), ("end", .closing), ("isolated", .standalone),
    ]
    let before = handles.filter { srx.formatHandles[$0.type] == true }.map(\.position)
    return try SentenceSegmenter(patterns: patterns, codesBefore: Set(before))
  }
}
