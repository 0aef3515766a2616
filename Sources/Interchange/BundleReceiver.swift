package import ArticleModel

/// Receives what a reader finds, in the order of the file: nothing is held for longer than a unit.
package protocol BundleReceiver: AnyObject {
  /// A file of the document begins: its bundle without units. One without units is not told.
  func begin(_ bundle: TranslationBundle)
  /// A whole unit of the file that was begun last.
  func unit(_ unit: TranslationUnit, line: Int)
  /// Something that is not as it should be, and was read all the same.
  func report(_ finding: Finding)
}

/// Collects a document in memory.
final class DocumentCollector: BundleReceiver {
  private(set) var document = XLIFFDocument()

  func begin(_ bundle: TranslationBundle) { document.bundles.append(bundle) }

  func unit(_ unit: TranslationUnit, line: Int) {
    guard let last = document.bundles.indices.last else { return }
    document.bundles[last].units.append(unit)
  }

  func report(_ finding: Finding) { document.findings.append(finding) }
}
