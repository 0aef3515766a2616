public import ArticleModel

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
  public var limits: [BlockRole: Int] = [:]

  /// Whether the profile is for pages of a host.
  public func isFor(host: String) -> Bool {
    (hosts ?? []).contains { host == $0 || host.hasSuffix("." + $0) }
  }
}
