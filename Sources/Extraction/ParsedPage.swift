import Markup

/// A page, read: all that the steps of extraction look at.
struct ParsedPage {
  /// Owns the nodes of the outline.
  let document: HTMLDocument
  let root: HTMLNode
  let decoded: DecodedText
  let head: PageHead
  let outline: PageOutline
  /// What the characters of each line of the outline say.
  let texts: [LineText]
  let url: String?
  let lexicon: Lexicon
  let titles: TitleReader
  let titleLine: Int?

  init(
    document: HTMLDocument, root: HTMLNode, decoded: DecodedText, head: PageHead,
    outline: PageOutline, lexicon: Lexicon, url: String?
  ) {
    self.document = document
    self.root = root
    self.decoded = decoded
    self.head = head
    self.outline = outline
    self.url = url
    self.lexicon = lexicon
    texts = outline.text.withUnsafeBufferPointer { text in
      outline.lines.map { LineText($0, text, lexicon.lines) }
    }
    titles = TitleReader(documentTitle: head.title, declared: head.titles)
    titleLine = titles.line(in: outline)
  }

  /// The address that the page gives itself.
  var canonical: String? {
    (head.canonical ?? head.meta["og:url"]).flatMap { SafeAddress.sanitized($0, base: url) }
      .flatMap { $0.hasPrefix("http") ? $0 : nil }
  }

  /// What relative links are resolved against.
  var base: String? {
    let address = url ?? canonical
    return head.base.flatMap { SafeAddress.sanitized($0, base: address) } ?? address
  }

  /// The host of the page in lower case, when its address is known.
  var host: String? {
    (url ?? canonical)?.split(separator: "/").dropFirst().first
      .map { String($0.prefix { $0 != ":" }).lowercased() }
  }
}

/// A site profile with its selectors read.
struct CompiledProfile {
  let name: String
  private let hosts: [String]
  private let fingerprint: [Selector]
  let title, date, body, breadcrumbs, author, source, captions, drop, nextPage: Selector?

  init(_ profile: SiteProfile) {
    name = profile.name
    hosts = profile.hosts ?? []
    fingerprint = (profile.fingerprint ?? []).compactMap { Selector($0) }
    title = profile.title.flatMap { Selector($0) }
    date = profile.date.flatMap { Selector($0) }
    body = profile.body.flatMap { Selector($0) }
    breadcrumbs = profile.breadcrumbs.flatMap { Selector($0) }
    author = profile.author.flatMap { Selector($0) }
    source = profile.source.flatMap { Selector($0) }
    captions = profile.captions.flatMap { Selector($0) }
    drop = profile.drop.flatMap { Selector($0) }
    nextPage = profile.nextPage.flatMap { Selector($0) }
  }

  /// Whether the page's address is one of the profile's site.
  func isOfHost(_ page: ParsedPage) -> Bool {
    guard let host = page.host else { return false }
    return hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// Whether the page looks like those of the profile's site, wherever it was saved from.
  func hasFingerprint(_ page: ParsedPage) -> Bool {
    !fingerprint.isEmpty && fingerprint.allSatisfy { $0.first(in: page.root) != nil }
  }
}
