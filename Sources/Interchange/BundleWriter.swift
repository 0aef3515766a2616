import ArticleModel
import Markup

/// Writes bundles of one language pair one unit at a time, so that a document need not be in memory.
protocol BundleWriter {
  var xml: XMLWriter { get set }
  /// Begins the document, with what its first bundle says; the modules must cover all that follow.
  mutating func start(_ first: TranslationBundle, modules: Set<XLIFFModule>)
  /// Begins a file.
  mutating func begin(_ bundle: TranslationBundle)
  mutating func unit(_ unit: TranslationUnit, hasTarget: Bool) throws(InterchangeError)
  mutating func finish()
}

/// The modules that a document may declare.
enum XLIFFModule: CaseIterable {
  case metadata, glossary, matches, sizes, its

  /// Those that bundles need.
  static func needed(by bundles: [TranslationBundle]) -> Set<XLIFFModule> {
    var modules: Set<XLIFFModule> = []
    for bundle in bundles {
      if !bundle.metadata.isEmpty { modules.insert(.metadata) }
      if bundle.section != nil { modules.insert(.its) }
      for unit in bundle.units {
        if !unit.glossary.isEmpty { modules.insert(.glossary) }
        if !unit.matches.isEmpty { modules.insert(.matches) }
        if unit.sizeLimit != nil { modules.insert(.sizes) }
      }
    }
    return modules
  }
}

extension TranslationBundle {
  /// The sections of the site that the page is in.
  var section: String? { metadata.first { $0.name == "section" }?.value }
}
