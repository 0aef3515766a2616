import Foundation
import Markup

/// What a page says of itself in its head: `<title>`, `<meta>`, `<link>`, `<base>` and JSON-LD.
struct PageHead {
  private(set) var title = ""
  private(set) var language: String?
  private(set) var canonical: String?
  private(set) var base: String?
  private(set) var next: String?
  private(set) var meta: [String: String] = [:]
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var author: String?
  private(set) var publisher: String?

  /// Reads the elements of metadata in document order, and JSON-LD.
  init(root: HTMLNode, metadata: [HTMLNode], structuredData: [[UInt8]]) {
    language = root.attribute("lang") ?? root.attribute("xml:lang")
    for node in metadata { read(node) }
    if language == nil { language = meta["content-language"] ?? meta["language"] }
    for data in structuredData {
      guard let object = try? JSONSerialization.jsonObject(with: Data(data)) else { continue }
      read(object, depth: 0)
    }
  }

  private mutating func read(_ node: HTMLNode) {
    switch node.tag {
    case .title where title.isEmpty: title = node.text
    case .base where base == nil: base = node.attribute("href")
    case .link:
      switch node.attribute("rel")?.lowercased() {
      case "canonical": canonical = canonical ?? node.attribute("href")
      case "next": next = next ?? node.attribute("href")
      default: break
      }
    case .meta:
      let names = ["property", "name", "itemprop", "http-equiv"]
      guard let content = node.attribute("content"), !content.isEmpty,
        let name = names.lazy.compactMap({ node.attribute($0) }).first?.lowercased()
      else { return }
      if meta[name] == nil { meta[name] = WhiteSpace.collapsed(Array(content.utf8)) }
    default: break
    }
  }

  private mutating func read(_ object: Any, depth: Int) {
    guard depth < 6 else { return }
    if let list = object as? [Any] {
      for item in list { read(item, depth: depth + 1) }
      return
    }
    guard let values = object as? [String: Any] else { return }
    if let graph = values["@graph"] { read(graph, depth: depth + 1) }
    guard let text = values["headline"] as? String else { return }
    headline = headline ?? WhiteSpace.collapsed(Array(text.utf8))
    published = published ?? values["datePublished"] as? String
    author = author ?? Self.name(values["author"])
    publisher = publisher ?? Self.name(values["publisher"])
  }

  private static func name(_ value: Any?) -> String? {
    if let text = value as? String { return text }
    if let list = value as? [Any] { return name(list.first) }
    return (value as? [String: Any])?["name"] as? String
  }

  /// The forms of the title that the head declares, best first.
  var titles: [String] {
    [headline, meta["og:title"], meta["twitter:title"], meta["dc.title"], meta["articletitle"]]
      .compactMap(\.self).filter { !$0.isEmpty }
  }

  /// The names of the author and of the site.
  var names: [String] {
    [author, publisher, meta["author"], meta["og:site_name"], meta["article:author"]]
      .compactMap(\.self).filter { !$0.isEmpty }
  }

  /// Summaries of the page; many are the beginning of its text.
  var descriptions: [String] {
    [meta["description"], meta["og:description"], meta["twitter:description"]].compactMap(\.self)
  }

  /// The date of publication that the head declares, in ISO 8601.
  func date(_ reader: DateReader) -> String? {
    let names = [
      "article:published_time", "datepublished", "pubdate", "publishdate", "og:pubdate",
      "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dcterms.created",
      "dc.date.created", "sailthru.date", "publish-date", "publication_date",
    ]
    let declared = [published] + names.map { meta[$0] }
    return declared.lazy.compactMap { $0.flatMap { reader.read($0) } }.first
  }

  /// A date in the head that may as well be that of the last change, or of the visit.
  func vagueDate(_ reader: DateReader) -> String? {
    ["date", "dc.date", "dcterms.date"].lazy.compactMap { meta[$0].flatMap { reader.read($0) } }
      .first
  }
}
