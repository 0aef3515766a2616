public import ArticleModel
import Markup

/// Writes bundles as XLIFF: the same bytes for the same bundles, and nothing of a private namespace.
///
///     let bytes = try XLIFFWriter(version: .v2_0).bytes(for: [bundle])
///
/// The attributes of an ``ArticleModel/InlineCode`` are not written: who reads a bundle takes them
/// from the article that the bundle was made of. A term mark is written when the unit's glossary
/// has its concept.
public struct XLIFFWriter: Sendable {
  /// The form that is written.
  public var version: XLIFFVersion

  /// Creates a writer.
  public init(version: XLIFFVersion = .v2_0) { self.version = version }

  /// Writes a document with one `<file>` for each bundle.
  ///
  /// - Parameter bundles: Bundles of one source and one target language; the identifiers of
  ///   articles are unique, and so are those of the units in each.
  /// - Returns: The document in UTF-8.
  /// - Throws: ``InterchangeError/unwritable(unit:message:)`` when the bundles contradict that, or
  ///   when a code is closed before it is opened.
  public func bytes(for bundles: [TranslationBundle]) throws(InterchangeError) -> [UInt8] {
    guard let first = bundles.first else {
      throw .unwritable(unit: "-", message: "there is no bundle to write")
    }
    var articles: Set<String> = []
    for bundle in bundles {
      guard articles.insert(bundle.articleID).inserted else {
        throw .unwritable(unit: "-", message: "two bundles are of the article \(bundle.articleID)")
      }
      guard bundle.sourceLocale == first.sourceLocale, bundle.targetLocale == first.targetLocale
      else {
        throw .unwritable(
          unit: "-", message: "the bundle \(bundle.articleID) has other languages than the first")
      }
      guard !bundle.units.isEmpty else {
        throw .unwritable(unit: "-", message: "the bundle \(bundle.articleID) has no unit")
      }
      var units: Set<String> = []
      for unit in bundle.units {
        guard units.insert(unit.id).inserted else {
          throw .unwritable(unit: unit.id, message: "two units have this id")
        }
        guard !unit.parts.isEmpty else {
          throw .unwritable(unit: unit.id, message: "it has no segment")
        }
      }
    }
    var writer = version.writer
    writer.start(first, modules: XLIFFModule.needed(by: bundles))
    for bundle in bundles {
      writer.begin(bundle)
      for unit in bundle.units {
        try writer.unit(unit, hasTarget: bundle.targetLocale != nil)
      }
    }
    writer.finish()
    return writer.xml.bytes
  }
}
