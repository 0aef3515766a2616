import ArticleModel
import Memory

/// What the memory learns from translated units.
enum MemoryFeed {
  /// The segments that have a translation.
  static func entries(of units: [TranslationUnit], origin: String) -> [MemoryEntry] {
    units.flatMap(\.segments).compactMap { segment in
      guard segment.state > .initial, let target = segment.target, !target.textOnly.isEmpty else {
        return nil
      }
      return MemoryEntry(source: segment.source, target: target, origin: origin)
    }
  }
}
