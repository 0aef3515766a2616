import ArticleModel
import Foundation
import Markup

/// Takes the article out of a web page: decoding, cleaning, metadata, blocks.
///
/// Make one a worker and use it for many pages. A page whose site has a profile is cut by its
/// selectors, any other by what its lines look like.
///
///     let extractor = try ArticleExtractor(sites: .builtIn())
///     let page = try extractor.extract(bytes, file: "page.html", url: nil)
public final class ArticleExtractor {
  /// Whether ``ExtractedPage/explanation`` tells what was cut, and why.
  public var explains = false
  private let profiles: [CompiledProfile]
  let model: LineModel
  let regionModel: LineModel
  private let lexicon: Lexicon
  /// What the values of class and id attributes mean, each read once.
  private var words: [UInt64: ContainerWords] = [:]

  /// Creates an extractor.
  public init(sites: SiteProfiles) throws {
    profiles = sites.profiles.map(CompiledProfile.init)
    lexicon = try Lexicon()
    model = try Self.model("lines.model")
    regionModel = try Self.model("regions.model")
  }

  private static func model(_ name: String) throws -> LineModel {
    let file = SiteProfiles.builtInFolder.appendingPathComponent(name)
    guard let model = LineModel([UInt8](try Data(contentsOf: file))) else {
      throw ExtractionError.badProfile(
        file: name, reason: "the model is damaged; make it with Scripts/fit-extraction")
    }
    return model
  }

  /// Takes the article out of a page.
  ///
  /// - Parameters:
  ///   - bytes: The page as it was fetched.
  ///   - file: The page's name, for messages.
  ///   - url: The address that it was fetched from, when known.
  ///   - declaredEncoding: What the server said of the encoding.
  /// - Returns: The article, without an `id`, and what was noticed.
  /// - Throws: ``ExtractionError`` when the file is no page, or a page without an article.
  public func extract(
    _ bytes: [UInt8], file: String, url: String?, declaredEncoding: String? = nil
  ) throws(ExtractionError) -> ExtractedPage {
    let page = try read(bytes, file: file, url: url, declaredEncoding: declaredEncoding)
    // The nodes of the outline live as long as the document, which nothing else keeps.
    defer { withExtendedLifetime(page.document) {} }
    var result = ArticleDraft(page: page)
    let profile =
      profiles.first { $0.isOfHost(page) } ?? profiles.first { $0.hasFingerprint(page) }
    if let profile {
      if result.apply(profile, page) {
        return try result.finish(page, file: file)
      }
      result.findings.append(
        Finding(
          rule: "profile-without-match", severity: .warning,
          message: "the body selector of the site profile \(profile.name) matches nothing; "
            + "the page was cut by its looks: correct the profile",
          file: file))
    }
    var features = LineFeatures(page)
    let first = model.scores(features)
    features.add(scores: first, page.outline)
    result.applyModel(
      features, scores: regionModel.scores(features, after: first), page,
      explains: explains)
    return try result.finish(page, file: file)
  }

  func read(
    _ bytes: [UInt8], file: String, url: String?, declaredEncoding: String?
  ) throws(ExtractionError) -> ParsedPage {
    try FileKind.require(bytes, file: file)
    let decoded = TextDecoder.decode(bytes, declared: declaredEncoding)
    let document = HTMLDocument(utf8: decoded.utf8)
    let root = document.root
    let outline = PageOutline(root: root) { self.containerWords($0) }
    let head = PageHead(
      root: root, metadata: outline.metadata, structuredData: document.structuredData)
    return ParsedPage(
      document: document, root: root, decoded: decoded, head: head, outline: outline,
      lexicon: lexicon, url: url)
  }

  private func containerWords(_ node: HTMLNode) -> PageOutline.Names {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ bytes: UnsafeBufferPointer<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x20) &* 0x100_0000_01b3
    }
    let hasClass = node.withAttribute("class", mix) != nil
    // Identifiers tell paragraphs of one kind apart; the shape of an element is its class.
    let shape = hash
    let hasID = node.withAttribute("id", mix) != nil
    guard hasClass || hasID else { return ([], 0) }
    if let known = words[hash] { return (known, shape) }
    // A scraper meets millions of identifiers; the few that repeat come back soon.
    if words.count > 50_000 { words.removeAll() }
    var text: [UInt8] = []
    for name in ["class", "id"] as [StaticString] {
      _ = node.withAttribute(name) { text.append(contentsOf: $0.prefix(200)) }
      text.append(0x20)
    }
    let meaning = lexicon.containers.meaning(of: text)
    words[hash] = meaning
    return (meaning, shape)
  }
}
