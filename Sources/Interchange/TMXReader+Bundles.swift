public import ArticleModel

extension TMXReader {
  /// Reads a memory as bundles: one for each pair of an entry's first language and another one.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The name for messages.
  /// - Returns: The bundles in the order of their first entries, and what is not as it should be.
  /// - Throws: ``InterchangeError`` when nothing can be read.
  public func bundles(
    _ bytes: [UInt8], file: String
  ) throws(InterchangeError) -> (bundles: [TranslationBundle], findings: [Finding]) {
    var bundles: [TranslationBundle] = []
    var number = 0
    let findings = try read(bytes, file: file) { entry in
      number += 1
      guard let source = entry.variants.first else { return }
      for target in entry.variants.dropFirst() {
        let unit = entry.unit(from: source, to: target, number: number)
        let known = bundles.firstIndex {
          $0.sourceLocale == source.locale && $0.targetLocale == target.locale
        }
        if let known {
          bundles[known].units.append(unit)
        } else {
          bundles.append(
            TranslationBundle(
              articleID: file, sourceLocale: source.locale, targetLocale: target.locale,
              units: [unit]))
        }
      }
    }
    return (bundles, findings)
  }
}

extension TMXEntry {
  /// The entry in two of its languages, as a unit of one segment; the number names one without id.
  func unit(from source: Variant, to target: Variant, number: Int) -> TranslationUnit {
    TranslationUnit(
      id: id ?? "tu\(number)", notes: notes,
      parts: [
        .segment(
          Segment(id: "s1", source: source.content, target: target.content, state: .translated))
      ])
  }
}
