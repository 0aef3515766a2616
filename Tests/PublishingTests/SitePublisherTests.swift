import ArticleModel
import Foundation
import LocaleData
import Publishing
import Testing

@Suite struct SitePublisherTests {
  let article = Article(
    id: "talks", file: "page.html", url: "http://example.org/eng/t1.htm", language: .english,
    encoding: "utf-8", date: "2017-10-25", breadcrumbs: ["Home", "China News"],
    blocks: [
      Block(id: "u1", role: .title, content: [.text("Talks & <more>")]),
      Block(
        id: "u2", role: .paragraph,
        content: [
          .text("See "),
          .code(
            InlineCode(
              id: "1", position: .opening, kind: .link, data: "",
              attributes: ["href": "../a.htm"])),
          .text("this"),
          .code(InlineCode(id: "1", position: .closing, kind: .link, data: "")),
          .text(". It is new."),
        ]),
      Block(id: "u3", role: .listItem, content: [.text("One")], place: .init(group: 1)),
      Block(id: "u4", role: .listItem, content: [.text("Two")], place: .init(group: 1)),
    ])

  private func translation(_ texts: [String: [UnitPart]]) -> TranslationBundle {
    TranslationBundle(
      articleID: "talks", sourceLocale: .english, targetLocale: .simplifiedChinese,
      units: texts.sorted { $0.key < $1.key }.map { TranslationUnit(id: $0.key, parts: $0.value) })
  }

  private func segment(_ source: String, _ target: [Inline]) -> UnitPart {
    .segment(Segment(id: "s", source: [.text(source)], target: target, state: .translated))
  }

  private var whole: TranslationBundle {
    let code = article.blocks[1].content.codes
    return translation([
      "u1": [segment("Talks & <more>", [.text("会谈 & <b>")])],
      "u2": [
        segment(
          "See this.", [.text("看"), .code(code[0]), .text("这个"), .code(code[1]), .text("。")]),
        .ignorable(source: [.text(" ")], target: nil), segment("It is new.", [.text("是新的。")]),
      ],
      "u3": [segment("One", [.text("一")])], "u4": [segment("Two", [.text("二")])],
    ])
  }

  private func page(
    _ translation: TranslationBundle?, policy: UntranslatedPolicy = .withhold,
    locale: LocaleTag = .simplifiedChinese
  ) throws -> PageResult {
    try SitePublisher(
      data: LocaleData(), siteAddress: nil, locales: [.english, .simplifiedChinese]
    ).page(
      for: article, locale: locale, translation: translation,
      otherEditions: [.english: "talks.html", .simplifiedChinese: "talks.html"], policy: policy)
  }

  @Test("a page has its language, title, date, links, and sentences joined as Chinese does")
  func chinesePage() throws {
    guard case .page(let page, let entry) = try page(whole) else {
      Issue.record("the page is withheld")
      return
    }
    #expect(entry.title == "会谈 & <b>")
    for part in [
      "<html lang=\"zh-Hans\" dir=\"ltr\">", "<h1>会谈 &amp; &lt;b&gt;</h1>",
      "<time datetime=\"2017-10-25\">2017年10月25日</time>",
      "<p>看<a href=\"http://example.org/a.htm\">这个</a>。是新的。</p>",
      "<ul>\n<li>一</li>\n<li>二</li>\n</ul>", "hreflang=\"en\"", "hreflang=\"x-default\"",
      "<link rel=\"canonical\"", "首页", "中国要闻",
    ] {
      #expect(page.html.contains(part), "\(part) is missing")
    }
    #expect(!page.html.contains("<script") && !page.html.contains("href=\"\""))
  }

  @Test("a page with a unit that has no translation is withheld, and named")
  func withheld() throws {
    var partial = whole
    partial.units.removeAll { $0.id == "u3" }
    #expect(try page(partial) == .withheld(units: ["u3"]))
    #expect(try page(nil) == .withheld(units: ["u1", "u2", "u3", "u4"]))
  }

  @Test("the source that stands in is marked with its language")
  func source() throws {
    var partial = whole
    partial.units.removeAll { $0.id == "u3" }
    guard case .page(let page, _) = try page(partial, policy: .source) else {
      Issue.record("the page is withheld")
      return
    }
    #expect(page.html.contains("<li class=\"untranslated\" lang=\"en\">One</li>"))
  }

  @Test("the edition in the page's own language needs no translation")
  func ownLanguage() throws {
    guard case .page(let page, _) = try page(nil, locale: .english) else {
      Issue.record("the page is withheld")
      return
    }
    #expect(page.html.contains("25 October 2017"))
    #expect(page.html.contains("Talks &amp; &lt;more&gt;"))
  }

  @Test(
    "an address with another scheme does not reach a page",
    arguments: ["javascript:alert(1)", "JaVaScript:x", "data:text/html,x", "vbscript:x"])
  func schemes(address: String) throws {
    var bad = article
    bad.blocks[1].content = [
      .code(
        InlineCode(
          id: "1", position: .opening, kind: .link, data: "", attributes: ["href": address])),
      .text("click"), .code(InlineCode(id: "1", position: .closing, kind: .link, data: "")),
    ]
    let result = try SitePublisher(data: LocaleData(), siteAddress: nil, locales: [.english]).page(
      for: bad, locale: .english, translation: nil, otherEditions: [:], policy: .withhold)
    guard case .page(let page, _) = result else {
      Issue.record("the page is withheld")
      return
    }
    #expect(page.html.contains("<p>click</p>"))
  }

  @Test("the index lists the newest first")
  func index() throws {
    let publisher = try SitePublisher(data: LocaleData(), siteAddress: nil, locales: [.greek])
    let page = try publisher.listings(
      locale: .greek,
      entries: [
        IndexEntry(title: "Παλιό", date: "2016-01-01", path: "a.html"),
        IndexEntry(title: "Νέο", date: "2017-01-01", path: "b.html"),
      ])[0]
    let old = page.html.range(of: "Παλιό")?.lowerBound
    let new = page.html.range(of: "Νέο</a>")?.lowerBound
    #expect(try #require(new) < #require(old))
    #expect(page.html.contains("<html lang=\"el\""))
  }
}
