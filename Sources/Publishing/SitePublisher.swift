public import ArticleModel
import Foundation
import Linguistics
public import LocaleData
import Markup
import Mustache

/// Makes the pages of the editions from articles, translations and the templates in `Locales`.
public struct SitePublisher {
  private let data: LocaleData
  private let siteAddress: String?
  private let locales: [LocaleTag]
  private let templates: MustacheLibrary

  /// Reads the templates.
  ///
  /// - Parameters:
  ///   - data: Labels, rules and templates.
  ///   - siteAddress: Where the site is published, without a final slash; `nil` gives relative links.
  ///   - locales: The editions, in the order of the language switcher.
  /// - Throws: ``PublishingError`` when a template is missing or malformed.
  public init(
    data: LocaleData, siteAddress: String?, locales: [LocaleTag]
  ) throws(PublishingError) {
    self.data = data
    self.siteAddress = siteAddress
    self.locales = locales
    var library = MustacheLibrary()
    for (name, file) in [("page", "page.mustache"), ("style", "style.css")] {
      guard let text = data.text("templates/\(file)") else {
        throw .template(name: file, reason: "is missing")
      }
      do {
        library.register(try MustacheTemplate(string: text), named: name)
      } catch {
        throw .template(name: file, reason: "\(error)")
      }
    }
    templates = library
  }

  /// The path of an article's page below the folder of any edition.
  public func path(for article: Article) -> String { article.id + ".html" }

  /// Whether the edition has a page for the article under this policy.
  public func isPublished(
    _ article: Article, locale: LocaleTag, translation: TranslationBundle?,
    policy: UntranslatedPolicy
  ) -> Bool {
    texts(of: article, locale: locale, translation: translation, joiner: "", policy: policy)
      .missing.isEmpty
  }

  /// The page of an article, or the units that hold it back.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - locale: The edition.
  ///   - translation: The accepted units; `nil` when there are none, or for the source edition.
  ///   - otherEditions: The paths of the article's pages by language, its own included.
  ///   - policy: What units without a translation mean for the page.
  /// - Returns: The page with its entry for the index, or the units that hold it back.
  /// - Throws: ``PublishingError``, or what reading the locale's data throws.
  public func page(
    for article: Article, locale: LocaleTag, translation: TranslationBundle?,
    otherEditions: [LocaleTag: String], policy: UntranslatedPolicy
  ) throws -> PageResult {
    let rules = try LocaleRules.load(locale, from: data)
    let strings = try LocaleStrings.load(locale, from: data)
    let found = texts(
      of: article, locale: locale, translation: translation, joiner: rules.joiner, policy: policy)
    guard found.missing.isEmpty else { return .withheld(units: found.missing) }
    let title =
      found.texts.first { $0.block.role == .title }?.text.content.plainText ?? article.id
    let inline = InlineRenderer(baseAddress: article.url)
    let path = path(for: article)
    var content = "<article>\n<h1>\(HTMLEscape.text(title))</h1>\n"
    content += try facts(of: article, locale: locale, strings: strings)
    content += BodyRenderer.html(found.texts, inline: inline, locale: locale) + "</article>"
    var values = try frame(locale, title: title, path: path, rules: rules, strings: strings)
    values["content"] = content
    let firstText = found.texts.first { $0.block.role == .paragraph }?.text.content.plainText
    values["summary"] = firstText.map { String($0.prefix(200)) }
    try add(editions: otherEditions, current: locale, to: &values)
    let crumbs = article.breadcrumbs.map { ["name": strings.sections[$0] ?? $0] }
    values["hasBreadcrumbs"] = !crumbs.isEmpty
    values["breadcrumbs"] = crumbs
    values["original"] = article.url.flatMap { SafeAddress.sanitized($0, base: nil) }
    return .page(
      EditionPage(path: path, html: try render(values)),
      IndexEntry(title: title, date: article.date, path: path))
  }

  /// The pages that list an edition's articles: the index, newest first.
  public func listings(locale: LocaleTag, entries: [IndexEntry]) throws -> [EditionPage] {
    let rules = try LocaleRules.load(locale, from: data)
    let strings = try LocaleStrings.load(locale, from: data)
    let title = strings.labels["news"] ?? locale.identifier
    var content = "<h1>\(HTMLEscape.text(title))</h1>\n"
    let sorted = entries.sorted { ($0.date ?? "", $1.path) > ($1.date ?? "", $0.path) }
    if sorted.isEmpty { content += "<p>\(HTMLEscape.text(strings.labels["empty"] ?? ""))</p>\n" }
    if !sorted.isEmpty { content += "<ul class=\"entries\">\n" }
    for entry in sorted {
      content += "<li>\(try time(entry.date, locale))"
      content += "<a href=\"\(HTMLEscape.attribute(entry.path))\">"
      content += "\(HTMLEscape.text(entry.title))</a></li>\n"
    }
    if !sorted.isEmpty { content += "</ul>" }
    var values = try frame(locale, title: title, path: "index.html", rules: rules, strings: strings)
    values["content"] = content
    let all = Dictionary(uniqueKeysWithValues: locales.map { ($0, "index.html") })
    try add(editions: all, current: locale, to: &values)
    return [EditionPage(path: "index.html", html: try render(values))]
  }

  private func texts(
    of article: Article, locale: LocaleTag, translation: TranslationBundle?, joiner: String,
    policy: UntranslatedPolicy
  ) -> (texts: [(block: Block, text: UnitText)], missing: [String]) {
    let units = Dictionary(
      (translation?.units ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var texts: [(block: Block, text: UnitText)] = []
    var missing: [String] = []
    for block in article.blocks {
      let text = UnitText.make(
        for: block, article: article, locale: locale, unit: units[block.id], joiner: joiner,
        policy: policy)
      if let text { texts.append((block, text)) } else { missing.append(block.id) }
    }
    return (texts, missing)
  }

  private func facts(
    of article: Article, locale: LocaleTag, strings: LocaleStrings
  ) throws -> String {
    var facts: [String] = []
    let time = try time(article.date, locale)
    if !time.isEmpty { facts.append(time) }
    for (label, value) in [("author", article.author), ("source", article.source)] {
      guard let value else { continue }
      facts.append(HTMLEscape.text("\(strings.labels[label] ?? label): \(value)"))
    }
    return facts.isEmpty ? "" : "<p class=\"facts\">\(facts.joined(separator: " · "))</p>\n"
  }

  private func time(_ date: String?, _ locale: LocaleTag) throws -> String {
    guard let date,
      let text = try DateFormatting.string(fromISO: date, locale: locale, data: data)
    else { return "" }
    return "<time datetime=\"\(HTMLEscape.attribute(date))\">\(HTMLEscape.text(text))</time>"
  }

  private func frame(
    _ locale: LocaleTag, title: String, path: String, rules: LocaleRules, strings: LocaleStrings
  ) throws -> [String: Any] {
    let label = { (name: String) in strings.labels[name] ?? name }
    return [
      "locale": locale.identifier, "direction": rules.direction, "title": title,
      "site": label("site"), "skip": label("skip"), "languages": label("languages"),
      "menu": label("menu"), "breadcrumbsLabel": label("breadcrumbs"),
      "originalLabel": label("original"), "hasBreadcrumbs": false,
      "canonical": siteAddress.map { "\($0)/\(locale)/\(path)" } ?? path,
      "navigation": strings.navigation.enumerated().map { index, name in
        // The first entry of the menu is the edition's own index.
        index == 0 ? ["name": name, "address": "index.html"] : ["name": name]
      },
    ]
  }

  private func add(
    editions: [LocaleTag: String], current: LocaleTag, to values: inout [String: Any]
  ) throws {
    let present = locales.filter { editions[$0] != nil }
    func address(_ locale: LocaleTag) -> String {
      (siteAddress ?? "..") + "/\(locale)/\(editions[locale] ?? "index.html")"
    }
    values["hasEditions"] = present.count > 1
    values["editions"] = try present.map { locale -> [String: Any] in
      [
        "tag": locale.identifier, "name": try LocaleRules.load(locale, from: data).name,
        "address": "../\(locale)/\(editions[locale] ?? "index.html")",
        "isCurrent": locale == current,
      ]
    }
    var alternates = present.map { ["tag": $0.identifier, "address": address($0)] }
    if let first = present.first {
      alternates.append(["tag": "x-default", "address": address(first)])
    }
    values["alternates"] = alternates
  }

  private func render(_ values: [String: Any]) throws(PublishingError) -> String {
    guard let html = templates.render(values, withTemplate: "page") else {
      throw .template(name: "page.mustache", reason: "cannot be rendered")
    }
    return html
  }
}
