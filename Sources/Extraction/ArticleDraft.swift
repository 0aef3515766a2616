import ArticleModel
import Markup

/// An article while it is put together.
struct ArticleDraft {
  let outline: PageOutline
  private let lexicon: Lexicon
  private var title: String?
  private(set) var titleLine: Int?
  private var date: String?
  private var author: String?
  private var source: String?
  private var breadcrumbs: [String] = []
  private var lines: [Int] = []
  private var captions: Set<Int> = []
  var findings: [Finding] = []
  private var explanation: [String] = []
  private var nextLink: String?
  private var language = LocaleTag.english

  init(page: ParsedPage) {
    outline = page.outline
    lexicon = page.lexicon
    titleLine = page.titleLine
  }

  /// Cuts by a profile's selectors; false when its body matches nothing.
  mutating func apply(_ profile: CompiledProfile, _ page: ParsedPage) -> Bool {
    guard let body = profile.body else { return false }
    let bodies = Set(body.all(in: page.root))
    let dropped = Set(profile.drop?.all(in: page.root) ?? [])
    let captioned = Set(profile.captions?.all(in: page.root) ?? [])
    for index in outline.lines.indices {
      let path = ancestors(of: index)
      guard path.contains(where: bodies.contains) else { continue }
      if path.contains(where: dropped.contains) {
        explanation.append("cut by drop: \(outline.string(index).prefix(60))")
        continue
      }
      if path.contains(where: captioned.contains) { captions.insert(index) }
      lines.append(index)
    }
    guard lines.contains(where: { !outline.lines[$0].isImage }) else {
      lines = []
      return false
    }
    language = judgedLanguage(page)
    explanation.insert("site profile \(profile.name): \(lines.count) lines of its body", at: 0)
    title = profile.title.flatMap { text(of: $0, page) }
    let dates = lexicon.dates
    date = profile.date?.all(in: page.root).lazy.compactMap { dates.read($0.text) }.first
    author = profile.author.flatMap { text(of: $0, page) }
    source = profile.source.flatMap { text(of: $0, page) }
    nextLink = profile.nextPage?.first(in: page.root)?.attribute("href")
    breadcrumbs = (profile.breadcrumbs?.all(in: page.root) ?? []).map(\.text).filter { !$0.isEmpty }
    // A profile knows where the date stands: that it is not there means that there is none.
    if profile.date == nil {
      date = page.head.date(lexicon.dates) ?? page.head.vagueDate(lexicon.dates)
    }
    return true
  }

  /// Cuts by what the lines look like.
  mutating func applyModel(
    _ features: LineFeatures, scores: [Float], _ page: ParsedPage, explains: Bool = false
  ) {
    let finder = RegionFinder(outline: outline, features: features, scores: scores)
    let found = finder.lines(after: page.titleLine)
    let titles = found.prefix { !features.texts[$0].endsSentence }
      .filter { saysTitle($0, features.texts[$0], page) }
    lines = found.filter { !titles.contains($0) && !isDateLine($0, features.texts[$0]) }
    lines += signature(features.texts)
    if let first = lines.first(where: { !outline.lines[$0].isImage }),
      titleLine.map({ namesOnlySite($0, first: first) }) ?? true,
      let headline = TitleReader.headline(in: outline, before: first)
    {
      titleLine = headline
    }
    for index in lines {
      let container = outline.containers[outline.lines[index].container]
      if container.tag == .figcaption || container.tag == .caption { captions.insert(index) }
    }
    if explains {
      explanation += self.explanation(
        of: lines, features, scores: scores, Regions(outline, features, scores: scores))
    }
    language = judgedLanguage(page)
    breadcrumbs = crumbs()
    date =
      page.head.date(lexicon.dates) ?? dateInPage(page, features.texts)
      ?? page.head.vagueDate(lexicon.dates)
    let named = names(features.texts)
    author = page.head.author ?? page.head.meta["author"] ?? named.author
    source = named.source ?? page.head.publisher ?? page.head.meta["og:site_name"]
  }

  /// The lines with which an official notice closes: who says so, and the day, set as the text is.
  private func signature(_ texts: [LineText]) -> [Int] {
    guard let last = lines.last(where: { !outline.lines[$0].isImage }) else { return [] }
    let own = outline.containers[outline.lines[last].container]
    var result: [Int] = []
    for index in (last + 1)..<min(last + 5, outline.lines.count) {
      let container = outline.containers[outline.lines[index].container]
      let text = texts[index]
      var found = text.found
      found[LineWords.Kind.date.rawValue] = 0
      guard container.shape == own.shape, container.parent == own.parent, text.weight > 0,
        text.weight < 80, text.linkShare == 0, found == LineWords.Found(repeating: 0)
      else { break }
      result.append(index)
      if text.hasYear, !text.hasClock, text.digits > 0.25, result.count > 1 {
        return lexicon.dates.read(outline.string(index)) == nil ? [] : result
      }
    }
    return []
  }

  /// Whether the line is the title once more, or part of it, above the text.
  private func saysTitle(_ index: Int, _ text: LineText, _ page: ParsedPage) -> Bool {
    let line = outline.lines[index]
    guard text.weight > 0, text.weight < 200 else { return false }
    return titleLine.map { page.texts[$0].key == text.key } == true
      || page.titles.isSaid(by: outline.text[line.start..<line.end])
  }

  /// Whether the line says when the page was published, and nothing else.
  private func isDateLine(_ index: Int, _ text: LineText) -> Bool {
    let words = outline.containers[outline.lines[index].container].words
    return text.hasYear && text.weight < 60 && !text.endsSentence
      && (text.found[LineWords.Kind.date.rawValue] >= 2 || text.digits > 0.5)
      && (text.hasClock || words.contains(.date))
      && lexicon.dates.read(outline.string(index)) != nil
  }

  /// Whether the line that `<title>` agrees with is a name in the page's head, far from the text.
  private func namesOnlySite(_ line: Int, first: Int) -> Bool {
    let tag = outline.containers[outline.lines[line].container].tag
    return first - line > 12 && ![.h1, .h2].contains(tag)
      && outline.lines[line].end - outline.lines[line].start < 40
  }

  /// The writer and the source that the lines between title and text, or right below it, name.
  private func names(_ texts: [LineText]) -> (author: String?, source: String?) {
    guard let first = lines.first(where: { !outline.lines[$0].isImage }), let last = lines.last
    else { return (nil, nil) }
    let top = max(titleLine.map { $0 + 1 } ?? first - 4, first - 12, 0)
    let near = Array(top..<max(top, first)) + (last + 1..<min(last + 4, outline.lines.count))
    var result: (author: String?, source: String?)
    for index in near
    where texts[index].weight < 120 && texts[index].found[LineWords.Kind.credit.rawValue] > 0 {
      let line = outline.string(index)
      result.author = result.author ?? lexicon.bylines.author(in: line)
      result.source = result.source ?? lexicon.bylines.source(in: line)
    }
    return result
  }

  private func crumbs() -> [String] {
    guard
      let container = outline.containers.first(where: {
        $0.words.contains(.navigation)
          && ["class", "id"].contains(where: $0.node.namesBreadcrumbs)
      })
    else { return [] }
    var result: [String] = []
    var cursor: HTMLNode? = container.node
    while let node = cursor {
      if node.isElement, node.tag == .a, !node.text.isEmpty { result.append(node.text) }
      cursor = node.next(within: container.node)
    }
    return result
  }

  /// The date that stands nearest to the title, and that of the address, reconciled.
  private func dateInPage(_ page: ParsedPage, _ texts: [LineText]) -> String? {
    let address = [page.url, page.canonical].lazy
      .compactMap { $0.flatMap { lexicon.dates.read(address: $0) } }.first
    let finder = DateFinder(
      outline: outline, features: texts, body: lines, titleLine: titleLine,
      monthFirst: isMonthFirst(page), reader: lexicon.dates)
    guard let found = finder.find() else { return address }
    // A date far from the title may be anybody's; the address is the page's own.
    if found.score < 2, let address { return address }
    return found.date
  }

  /// Whether 1/12/2012 is in January: an English page that nothing says is not American.
  private func isMonthFirst(_ page: ParsedPage) -> Bool {
    guard language == .english else { return false }
    let declared = (page.head.meta["og:locale"] ?? page.head.language ?? "").lowercased()
    if let region = declared.split(whereSeparator: { $0 == "-" || $0 == "_" }).dropFirst().first {
      return region == "us"
    }
    let country = page.host?.split(separator: ".").last ?? ""
    return country.count != 2 || country == "us"
  }

  private func judgedLanguage(_ page: ParsedPage) -> LocaleTag {
    let sample = lines.flatMap { outline.text[outline.lines[$0].start..<outline.lines[$0].end] }
    return lexicon.languages.language(of: sample, declared: page.head.language)
  }

  /// The address of the article's next page: the profile's, the head's, or that of a link below
  /// the text whose address follows on that of this page.
  private func nextAddress(_ page: ParsedPage) -> String? {
    let absolute = { SafeAddress.sanitized($0, base: page.base) }
    if let nextLink { return absolute(nextLink) }
    guard let own = page.url ?? page.canonical else { return nil }
    if let next = page.head.next.flatMap(absolute), PageSequence.follows(next, own) { return next }
    guard let digits = PageSequence.digitsAfter(own) else { return nil }
    let last = lines.last ?? 0
    for line in outline.lines[last..<min(last + 20, outline.lines.count)] where line.linkBytes > 0 {
      for event in outline.events[line.events] where event.kind == .open {
        guard let node = event.node, node.tag == .a,
          node.withAttribute("href", { PageSequence.mayHave(digits, in: $0) }) == true,
          let href = node.attribute("href"), let next = absolute(href),
          PageSequence.follows(next, own)
        else { continue }
        return next
      }
    }
    return nil
  }

  private func text(of selector: Selector, _ page: ParsedPage) -> String? {
    selector.all(in: page.root).lazy.map(\.text).first { !$0.isEmpty }
  }

  private func ancestors(of line: Int) -> [HTMLNode] {
    var result: [HTMLNode] = []
    var index = outline.lines[line].container
    while index >= 0 {
      result.append(outline.containers[index].node)
      index = outline.containers[index].parent
    }
    return result
  }

  /// The article with its findings.
  func finish(_ page: ParsedPage, file: String) throws(ExtractionError) -> ExtractedPage {
    guard lines.contains(where: { !outline.lines[$0].isImage }) else {
      throw .noArticle(file: file)
    }
    var builder = BlockBuilder(outline: outline, base: page.base, footnotes: lexicon.footnotes)
    let text =
      title ?? titleLine.map { TitleReader.withoutPath(outline.string($0)) } ?? page.titles.fallback
    let flat = WhiteSpace.collapsed(Array(text.utf8))
    if !flat.isEmpty { builder.add(title: flat) }
    for line in lines { builder.add(line: line, isCaption: captions.contains(line)) }
    let article = Article(
      id: "", file: file, url: page.url ?? page.canonical,
      language: language,
      encoding: page.decoded.encoding, date: date, author: author, source: source,
      breadcrumbs: breadcrumbs, blocks: builder.blocks)
    var findings = findings
    if let offset = page.decoded.undecodableOffsets.first {
      findings.append(
        Finding(
          rule: "undecodable-byte", severity: .warning,
          message: "byte \(offset) cannot be read as \(page.decoded.encoding) "
            + "(\(page.decoded.undecodableCount) such places); it became U+FFFD: look at the text",
          file: file))
    }
    return ExtractedPage(
      article: article, canonicalAddress: page.canonical, nextAddress: nextAddress(page),
      findings: findings, explanation: explanation)
  }
}

extension HTMLNode {
  /// Whether the attribute's value has `crumb` in it.
  fileprivate func namesBreadcrumbs(_ attribute: String) -> Bool {
    let letters = Array((self.attribute(attribute) ?? "").utf8.map { $0 | 0x20 })
    let word = Array("crumb".utf8)
    return letters.indices.contains { letters[$0...].starts(with: word) }
  }
}
