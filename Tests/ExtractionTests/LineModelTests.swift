import Testing

@testable import Extraction

@Suite("Models")
struct LineModelTests {
  /// A tree for each value, which is that of all its leaves; all nodes look at one feature.
  private func file(_ values: [Float], feature: UInt8 = 5) -> [UInt8] {
    let thresholds = Array(repeating: Float(0), count: 63 * values.count)
    let numbers = thresholds + values.flatMap { Array(repeating: $0, count: 64) }
    return Array(repeating: feature, count: 63 * values.count)
      + numbers.flatMap { number in
        (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> UInt32($0 * 8)) }
      }
  }

  @Test("a model is a number of whole trees")
  func whole() {
    #expect(LineModel(file([0.5, 1])) != nil)
    #expect(LineModel([]) == nil)
    #expect(LineModel(Array(file([0.5, 1]).dropLast())) == nil)
  }

  @Test("a model that asks for a feature that there is not, or says no number, is refused")
  func damaged() {
    #expect(LineModel(file([0.5], feature: 200)) == nil)
    #expect(LineModel(file([.nan])) == nil)
    #expect(LineModel(file([.infinity])) == nil)
  }

  @Test(
    "trees are added up, unless the first third is sure of a foreign line; one given up stays so",
    arguments: [
      ([0.5, 1, -0.25], nil, 1.25), ([-2, 5, 5], nil, -6), ([-1.5, 5, 5], nil, 8.5),
      ([0.5, 1, -0.25], -4, 1.25), ([0.5, 1, -0.25], -5, -5),
    ] as [([Float], Float?, Float)])
  func scores(values: [Float], first: Float?, score: Float) throws {
    let page = try ArticleExtractor(sites: .builtIn())
      .read(Array("<p>A line.".utf8), file: "page.html", url: nil, declaredEncoding: nil)
    let model = try #require(LineModel(file(values)))
    let scores = withExtendedLifetime(page.document) {
      model.scores(LineFeatures(page), after: first.map { [$0] })
    }
    #expect(scores == [score])
  }
}
