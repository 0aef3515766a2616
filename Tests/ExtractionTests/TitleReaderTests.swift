import ArticleModel
import Testing

@testable import Extraction

@Suite("Titles")
struct TitleReaderTests {
  private static let prose =
    "<p>The council met on Tuesday, and the mayor spoke for an hour about the budget of the town.</p>"
    + "<p>Nobody objected, although two members had asked for more time to read the papers.</p>"
    + "<p>A vote is to follow in March, when the new members will have taken their seats.</p>"

  @Test(
    "the title is the visible heading, without the names of the site",
    arguments: [
      (
        "<title>Mayor speaks for an hour - The Daily Town</title><h1>Mayor speaks for an hour</h1>",
        "Mayor speaks for an hour"
      ),
      ("<title>Mayor speaks for an hour | The Daily Town</title>", "Mayor speaks for an hour"),
      (
        "<title>Mayor talks an hour long</title><h1>Mayor talks an hour long: budget</h1>",
        "Mayor talks an hour long: budget"
      ),
      ("<title>The Daily Town | Mayor speaks for an hour</title>", "Mayor speaks for an hour"),
      ("<title>Mayor speaks for an hour_Town_Daily</title>", "Mayor speaks for an hour"),
      (
        "<title>Mayor speaks for an hour | Local news</title><h1>Local news</h1>"
          + "<h2>Mayor speaks for an hour</h2>", "Mayor speaks for an hour"
      ),
      (
        "<title>The Daily Town</title><meta property=og:title content='Mayor speaks for an hour'>"
          + "<h1><a href=/>The Daily Town</a></h1><div>Mayor speaks for an hour</div>",
        "Mayor speaks for an hour"
      ),
      (
        "<title>Mayor speaks for an hour - The Daily Town</title>"
          + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
          + "\"headline\":\"Mayor speaks for an hour\"}</script>", "Mayor speaks for an hour"
      ),
    ])
  func titles(head: String, title: String) throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let page = "<html><body>\(head)<div class=story>\(Self.prose)</div></body></html>"
    let article = try extractor.extract(Array(page.utf8), file: "p.html", url: nil).article
    #expect(article.title?.content.plainText == title)
  }

  @Test(
    "the title is said once, also where a line above the text says it again, or part of it",
    arguments: ["<h2>Mayor speaks for an hour</h2>", "<p><b>Mayor speaks</b><p><b>for an hour</b>"])
  func once(again: String) throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let page =
      "<title>Mayor speaks for an hour</title><h1>Mayor speaks for an hour</h1>"
      + "<div class=story>\(again)\(Self.prose)</div>"
    let article = try extractor.extract(Array(page.utf8), file: "p.html", url: nil).article
    #expect(article.blocks.count == 4)
  }

  @Test("the date by the title is taken, not the clock's nor that of another article")
  func dates() throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let page =
      "<title>Mayor speaks for an hour</title><div class=clock>Friday, 20 January 2012</div><ul>"
      + String(repeating: "<li><a href=x>Section</a>", count: 12)
      + "</ul><h1>Mayor speaks for an hour</h1>"
      + "<div class=meta>Published: 17 January 2012, 09:30</div><div class=story>\(Self.prose)</div>"
      + "<div class=related><a href=y>Old news</a> 3 May 2011</div>"
    let article = try extractor.extract(Array(page.utf8), file: "p.html", url: nil).article
    #expect(article.date == "2012-01-17T09:30")
    #expect(article.blocks.count == 4)
  }
}
