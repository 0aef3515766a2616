import ArticleModel
import Foundation
import Linguistics
import Testing

/// The floors of the segmenter: hard cases that are ours, and the development data where present.
@Suite struct SentenceAccuracyTests {
  @Test(
    "hard cases of embassies and news are cut right, but for a few",
    arguments: [("en", 99.0), ("el", 98.0), ("zh", 99.0)])
  func hardCases(language: String, floor: Double) throws {
    let url = try #require(
      Bundle.module.url(
        forResource: language, withExtension: "txt", subdirectory: "Fixtures/sentences"))
    let cases = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.replacingOccurrences(of: "\\n", with: "\n") }
    #expect(cases.count >= 160)
    var score = Score()
    let segmenter = try SentenceSegmenter(locale: #require(LocaleTag(language)))
    for marked in cases {
      let text = marked.replacingOccurrences(of: "|", with: "")
      let gold = marked.components(separatedBy: "|")
      score.add(gold: gold, found: pieces(of: text, by: segmenter), isMarkNeeded: false)
    }
    #expect(score.f1 >= floor, "\(language): \(score)")
  }

  static let shared = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["DRAGOMAN_SHARED"] ?? "../shared")

  struct Item: Decodable {
    var set: String
    var lang: String
    var text: String
    var segments: [String]
  }

  @Test(
    "the development data is cut as well as it was",
    .enabled(
      if: FileManager.default.fileExists(
        atPath: shared.appendingPathComponent("data/segmentation/en.dev.jsonl").path)),
    arguments: [("en", 99.0), ("el", 99.7), ("zh", 99.7)])
  func developmentData(language: String, floor: Double) throws {
    let url = Self.shared.appendingPathComponent("data/segmentation/\(language).dev.jsonl")
    var scores: [String: Score] = [:]
    let segmenter = try SentenceSegmenter(locale: #require(LocaleTag(language)))
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let item = try JSONDecoder().decode(Item.self, from: Data(line.utf8))
      scores[item.set, default: Score()].add(
        gold: item.segments, found: pieces(of: item.text, by: segmenter), isMarkNeeded: true)
    }
    #expect(scores.count >= 2)
    for (name, score) in scores { #expect(score.f1 >= floor, "\(name): \(score)") }
  }

  private func pieces(of text: String, by segmenter: SentenceSegmenter) -> [String] {
    let bytes = Array(text.utf8)
    return segmenter.segments(of: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// F1 of the boundaries inside texts, as `Scripts/segmentation-accuracy` counts them.
  struct Score: CustomStringConvertible {
    var hits = 0
    var isFalse = 0
    var missed = 0

    mutating func add(gold: [String], found: [String], isMarkNeeded: Bool) {
      let flat = Array(gold.joined().unicodeScalars.filter { !$0.properties.isWhitespace })
      let wanted = ends(gold)
      let cuts = ends(found)
      let counted = wanted.filter { !isMarkNeeded || isMarked(flat, before: $0) }
      hits += counted.intersection(cuts).count
      missed += counted.subtracting(cuts).count
      isFalse += cuts.subtracting(wanted).count
    }

    var f1: Double { hits == 0 ? 0 : 200 * Double(hits) / Double(2 * hits + isFalse + missed) }
    var description: String { "\(hits) right, \(isFalse) false, \(missed) missed" }

    private func ends(_ segments: [String]) -> Set<Int> {
      var length = 0
      let ends = segments.map { segment in
        length += segment.unicodeScalars.filter { !$0.properties.isWhitespace }.count
        return length
      }
      return Set(ends.dropLast()).subtracting([0])
    }

    private func isMarked(_ text: [Unicode.Scalar], before end: Int) -> Bool {
      let last = text[..<end].last { !"\"'”’»」』）)]】》〉".unicodeScalars.contains($0) }
      return last.map { ".!?…。！？．｡;\u{37E}".unicodeScalars.contains($0) } ?? false
    }
  }
}
