import ArticleModel
import Extraction

/// Tells pages that were met before: the same address, the same canonical one, or the same text.
struct DuplicateFinder {
  private var names: [UInt64: String] = [:]

  /// What two pages that are the same have in common.
  static func keys(of page: ExtractedPage) -> [UInt64] {
    let addresses = [page.article.url, page.canonicalAddress].compactMap(\.self)
    var keys = addresses.filter(namesAPage).map { StableHash.fnv1a($0) }
    var text = StableHash.fnv1a("")
    for block in page.article.blocks where block.role != .image {
      text = StableHash.fnv1a(block.content.plainText, seed: text &+ 1)
    }
    keys.append(text)
    return keys
  }

  /// The name of the first page with one of the keys; nil for a new one.
  mutating func original(of keys: [UInt64], named name: String) -> String? {
    let known = keys.compactMap { names[$0] }.first
    for key in keys where names[key] == nil { names[key] = known ?? name }
    return known
  }

  /// Whether an address is more than that of a site, which careless pages give as their own.
  private static func namesAPage(_ address: String) -> Bool {
    address.split(separator: "/").count > 2
  }
}
