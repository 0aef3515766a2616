import Yams

/// Where the parts of an article stand on the pages of one site.
///
/// The selectors are those of CSS, as far as `tag`, `#id`, `.class`, `[name=value]`, descendants
/// and commas.
public struct SiteProfile: Sendable, Equatable {
  /// The profile's name, for messages.
  public var name: String
  /// The ends of the host names that the profile is for: `china-embassy.org`.
  public var hosts: [String]?
  /// Selectors that all match on a page of the site, wherever it was saved from.
  public var fingerprint: [String]?
  /// The title.
  public var title: String?
  /// The element with the date of publication.
  public var date: String?
  /// The element, or elements, with the body.
  public var body: String?
  /// The links above the page, home first.
  public var breadcrumbs: String?
  /// The writer.
  public var author: String?
  /// The publisher or agency.
  public var source: String?
  /// The captions of pictures inside the body.
  public var captions: String?
  /// What is cut out of the body.
  public var drop: String?
  /// The link to the next page of an article that is spread over several.
  public var nextPage: String?
  /// The greatest number of characters of a translation, by the role of its block: `title: 80`.
  public var limits: [String: Int]?

  /// Whether the profile is for pages of a host.
  public func isFor(host: String) -> Bool {
    (hosts ?? []).contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// Reads the entries of a file, of which unknown ones say nothing.
  ///
  /// - Throws: ``ExtractionError/badProfile(file:reason:)`` for an entry of the wrong kind.
  init(_ entries: [String: Node], file: String) throws(ExtractionError) {
    func wrong(_ key: String, _ kind: String) -> ExtractionError {
      .badProfile(file: file, reason: "not a site profile: \(key) is no \(kind)")
    }
    func text(_ key: String) throws(ExtractionError) -> String? {
      guard let entry = entries[key] else { return nil }
      guard let text = entry.scalar?.string else { throw wrong(key, "text") }
      return text
    }
    func list(_ key: String) throws(ExtractionError) -> [String]? {
      guard let entry = entries[key] else { return nil }
      let texts = entry.sequence?.compactMap { $0.scalar?.string }
      guard let texts, texts.count == entry.sequence?.count else {
        throw wrong(key, "list of texts")
      }
      return texts
    }
    guard let name = try text("name") else { throw wrong("name", "text") }
    self.name = name
    hosts = try list("hosts")
    fingerprint = try list("fingerprint")
    title = try text("title")
    date = try text("date")
    body = try text("body")
    breadcrumbs = try text("breadcrumbs")
    author = try text("author")
    source = try text("source")
    captions = try text("captions")
    drop = try text("drop")
    nextPage = try text("next-page")
    guard let numbers = entries["limits"] else { return }
    var limits: [String: Int] = [:]
    for (role, number) in numbers.mapping ?? [:] {
      guard let role = role.scalar?.string, let limit = number.scalar.flatMap({ Int($0.string) })
      else { throw wrong("limits", "mapping of roles to numbers") }
      limits[role] = limit
    }
    guard numbers.mapping != nil else { throw wrong("limits", "mapping of roles to numbers") }
    self.limits = limits
  }
}
