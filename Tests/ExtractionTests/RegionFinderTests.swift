import Testing

@testable import Extraction

@Suite("Regions")
struct RegionFinderTests {
  /// The lines that are taken of a page with one paragraph for each score, the title first.
  private func lines(_ scores: [Float], title: Int = 0) throws -> [Int] {
    let paragraph = "<p>The council met on Monday and heard the mayor speak for an hour.</p>"
    let html = "<h1>The mayor speaks</h1>" + String(repeating: paragraph, count: scores.count - 1)
    let page = try ArticleExtractor(sites: .builtIn())
      .read(Array(html.utf8), file: "page.html", url: nil, declaredEncoding: nil)
    return withExtendedLifetime(page.document) {
      RegionFinder(outline: page.outline, features: LineFeatures(page), scores: scores)
        .lines(after: title)
    }
  }

  @Test(
    "the best run of lines is taken, without the foreign ones in it and at its ends",
    arguments: [
      ([0, -4, -4, 3, 3, -1, 3, -4], [3, 4, 6]), ([2, 3, 3, -3, -3, -3, -3, 1], [1, 2]),
    ] as [([Float], [Int])])
  func run(scores: [Float], expected: [Int]) throws {
    #expect(try lines(scores) == expected)
  }

  @Test("a beginning above share tools and a date belongs to the text below them")
  func opening() throws {
    #expect(try lines([-4, 1, -4, -4, -4, 4, 4, 4]) == [1, 5, 6, 7])
  }

  @Test("where no line is good enough, those near it are taken, and none where all are bad")
  func fallback() throws {
    #expect(try lines([-4, -5, -1, -1, -5]) == [2, 3])
    #expect(try lines([-4, -5, -5, -5]) == [])
  }

  @Test("an article stands behind its title, unless nothing there comes near")
  func behindTitle() throws {
    #expect(try lines([4, 4, -8, -8, -8, 2, 2], title: 3) == [5, 6])
    #expect(try lines([4, 4, 4, 4, -8, -8, -8, -1], title: 5) == [0, 1, 2, 3])
  }

  @Test("sentences right behind the text go on with it, though the trees are unsure")
  func closing() throws {
    #expect(try lines([-4, 4, 4, -1.8, -3]) == [1, 2, 3])
  }

  @Test("further elements around each paragraph change nothing")
  func boxes() throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let paragraph = "<p>The council met on Monday, and heard the mayor speak for an hour.</p>"
    func rows(_ paragraph: String) throws -> [Float] {
      let html =
        "<h1>The mayor speaks</h1><div>\(String(repeating: paragraph, count: 5))</div><p>End</p>"
      let page = try extractor.read(
        Array(html.utf8), file: "page.html", url: nil, declaredEncoding: nil)
      return withExtendedLifetime(page.document) { LineFeatures(page).rows }
    }
    #expect(try rows("<div><section>\(paragraph)</section></div>") == rows(paragraph))
  }
}
