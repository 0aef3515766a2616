import ArticleModel
import Extraction
import Testing

/// Pages in the three templates of the Ministry of Foreign Affairs, with words of our own.
@Suite("Pages of the ministry")
struct MinistryPageTests {
  struct Page: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let html: String
    let title: String
    let date: String
    let source: String?
    let blocks: [String]
  }

  private static let menu =
    "<div class=nav><ul><li><a href=/a>Home</a><li><a href=/b>News</a></ul></div>"
  private static let foot =
    "<div class=share><a href=#>Share</a> <a href=#>Print</a></div>"
    + "<div class=footer>Address: No. 2, South Street. All rights reserved</div>"

  static let pages = [
    Page(
      testDescription: "until 2021",
      html: """
        <title>外交部发言人就会谈答记者问</title>\(menu)<div class=vibox>
        <div id="News_Body_Title">外交部发言人就会谈答记者问</div>
        <div class="time"><span id="News_Body_Time">2019年3月5日</span>
        <span id="News_Body_source">来源：<span id="myDocsource2">本网站</span></span></div>
        <div id="News_Body_Txt_A"><p>　　问：双方会谈的情况如何？</p>
        <p>　　答：会谈很有成果，双方同意继续对话。</p></div></div>\(foot)
        """,
      title: "外交部发言人就会谈答记者问", date: "2019-03-05", source: "本网站",
      blocks: ["问：双方会谈的情况如何？", "答：会谈很有成果，双方同意继续对话。"]),
    Page(
      testDescription: "from 2021",
      html: """
        <title>两国外长举行会谈_外交部</title>\(menu)<div class="news-box">
        <div class="news-title"><h1>两国外长举行会谈</h1><p class="time"><span>来源：</span>
        <span>2022-01-05 10:10</span></p></div>
        <div class="news-main"><div class="trs_editor_view TRS_UEDITOR trs_paper_default">
        <p style="text-align: justify">二〇二二年一月五日，两国外长在北京举行会谈。</p>
        <p>双方就&nbsp; 合作交换了意见。</p><p>&nbsp;</p></div></div></div>\(foot)
        """,
      title: "两国外长举行会谈", date: "2022-01-05T10:10", source: nil,
      blocks: ["二〇二二年一月五日，两国外长在北京举行会谈。", "双方就 合作交换了意见。"]),
    Page(
      testDescription: "English, from 2024",
      html: """
        <title>The Ministers Meet in Beijing_Ministry of Foreign Affairs</title>\(menu)
        <div class="content_tit"><h2>The Ministers Meet in Beijing</h2>
        <div class="content_tit_date">Updated: March 05, 2024 18:30</div></div>
        <div class="content_text"><div class="TRS_UEDITOR"><p>On March 5, the ministers met.</p>
        <p><strong>They spoke of trade, culture and education.</strong></p></div></div>\(foot)
        """,
      title: "The Ministers Meet in Beijing", date: "2024-03-05T18:30", source: nil,
      blocks: ["On March 5, the ministers met.", "They spoke of trade, culture and education."]),
  ]

  @Test("title, date and every block are exact, and nothing else", arguments: pages)
  func exact(page: Page) throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let result = try extractor.extract(
      Array("<!DOCTYPE html><meta charset=utf-8><body>\(page.html)".utf8), file: "t1.shtml",
      url: "https://www.mfa.gov.cn/web/t1.shtml")
    let article = result.article
    #expect(result.findings.isEmpty)
    #expect(article.title?.content == [.text(page.title)])
    #expect(article.date == page.date)
    #expect(article.source == page.source)
    #expect(article.blocks.dropFirst().map(\.content.plainText) == page.blocks)
  }

  @Test("embassies that have moved to the ministry's templates", arguments: pages.dropFirst())
  func embassy(page: Page) throws {
    let article = try ArticleExtractor(sites: .builtIn()).extract(
      Array("<!DOCTYPE html><meta charset=utf-8><body>\(page.html)".utf8), file: "t1.htm",
      url: "http://gr.china-embassy.gov.cn/eng/xwdt/t1.htm"
    ).article
    #expect(article.title?.content == [.text(page.title)])
    #expect(article.date == page.date)
    #expect(article.blocks.dropFirst().map(\.content.plainText) == page.blocks)
  }

  @Test("the same pages are read without their address")
  func unaddressed() throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let article = try extractor.extract(
      Array("<meta charset=utf-8>\(Self.pages[0].html)".utf8), file: "t1.shtml", url: nil
    ).article
    #expect(article.blocks.dropFirst().map(\.content.plainText) == Self.pages[0].blocks)
  }
}
