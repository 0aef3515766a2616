import ArticleModel
import Foundation
import Testing

@testable import Linguistics

/// What holds of every text, held against random ones.
@Suite struct SentencePropertyTests {
  private static let marks: [Unicode.Scalar] = Array(
    ".!?…。！？;\u{37E} \n\r\t\u{3000}\u{A0}\u{2028}“”«»()[]「」『』《》'\"aΩжά中９1:-,·\u{301}\u{200D}\u{E33}"
      .unicodeScalars)

  /// Every other scalar is one that the rules look at, the others are from all planes.
  private func randomText(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...24, using: &generator) {
      if Bool.random(using: &generator), let mark = Self.marks.randomElement(using: &generator) {
        text.unicodeScalars.append(mark)
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  @Test("no terminator begins with a byte that the scan passes over")
  func leads() {
    for value in UInt32(0)...0x10FFFF {
      let kind = SentenceClasses.ask(value)
      guard kind.isTerminator || kind.isParagraphEnd, let scalar = Unicode.Scalar(value) else {
        continue
      }
      let lead = UTF8.encode(scalar)?.first
      #expect(lead.map { SentenceScanner.leads.contains($0) } == true, "U+\(value)")
    }
  }

  @Test(
    "a mark that a project adds to the terminators is found among Han characters",
    arguments: ["、", "，", "；", "国"] as [Unicode.Scalar])
  func addedTerminators(mark: Unicode.Scalar) throws {
    let scanner = SentenceScanner(isTailored: true, extraTerminators: [mark.value])
    let segmenter = try SentenceSegmenter(locale: .simplifiedChinese)
    let before = String(repeating: "双方商定，", count: 9)
    var text = String(before.unicodeScalars.filter { $0 != mark }) + "\(mark) " + before
    let expected = text.utf8.count - before.utf8.count - 4
    text.withUTF8 { bytes in
      segmenter.withText(bytes) { text in
        var marks = OpenMarks()
        #expect(scanner.candidate(in: text, from: 0, marks: &marks)?.start == expected)
      }
    }
  }

  private func isWhiteSpace(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  private func expectWhole(
    _ text: String, _ segments: [Range<Int>], graphemes: BreakIterator
  ) {
    var text = text
    text.withUTF8 { bytes in
      var edges: Set<Int> = [0]
      graphemes.forEachBoundary(in: bytes) { end, _ in edges.insert(end) }
      var end = 0
      for segment in segments {
        #expect(isWhiteSpace(bytes[end..<segment.lowerBound]))
        #expect(segment.lowerBound >= end && !segment.isEmpty)
        #expect(edges.contains(segment.lowerBound) && edges.contains(segment.upperBound))
        end = segment.upperBound
      }
      #expect(isWhiteSpace(bytes[end...]))
    }
  }

  @Test(
    "segments lose nothing and cut no grapheme, in 100,000 random texts",
    arguments: [LocaleTag.english, .greek, .simplifiedChinese, .traditionalChinese])
  func randomTexts(locale: LocaleTag) throws {
    var generator = SeededGenerator(state: UInt64(locale.identifier.utf8.count) * 977)
    let segmenter = try SentenceSegmenter(locale: locale)
    let graphemes = try BreakIterator(.graphemes, locale: "en")
    for _ in 0..<25_000 {
      let text = randomText(&generator)
      let segments = segmenter.segments(of: text)
      expectWhole(text, segments, graphemes: graphemes)
      let parts = segmenter.parts(of: text.isEmpty ? [] : [.text(text)])
      #expect(Array(parts.flatMap(\.source).textOnly.utf8) == Array(text.utf8))
    }
  }

  @Test("without data of a language the boundaries are those of ICU, in 50,000 random texts")
  func sameAsICU() throws {
    var generator = SeededGenerator(state: 29)
    let segmenter = try SentenceSegmenter(locale: #require(LocaleTag("sv")))
    let sentences = try BreakIterator(.sentences, locale: "sv")
    for _ in 0..<50_000 {
      // The vowel AM extends a grapheme, which ICU's sentences cut.
      var text = ""
      text.unicodeScalars += randomText(&generator).unicodeScalars.filter { $0 != "\u{E33}" }
      let found = segmenter.segments(of: text)
      let expected = text.withUTF8 { bytes in
        var expected: [Range<Int>] = []
        var start = 0
        segmenter.withText(bytes) { text in
          sentences.forEachBoundary(in: bytes) { end, _ in
            let segment = text.trimmed(start..<end)
            if !segment.isEmpty { expected.append(segment) }
            start = end
          }
        }
        return expected
      }
      #expect(found == expected, "\(text.debugDescription)")
    }
  }

  static let pages = SentenceAccuracyTests.shared.appendingPathComponent("data/pages")

  @Test(
    "segments of pages lose nothing and cut no grapheme",
    .enabled(if: FileManager.default.fileExists(atPath: pages.path)))
  func realPages() throws {
    let graphemes = try BreakIterator(.graphemes, locale: "en")
    let segmenters = try [LocaleTag.english, .greek, .simplifiedChinese].map {
      try SentenceSegmenter(locale: $0)
    }
    let files = FileManager.default.enumerator(at: Self.pages, includingPropertiesForKeys: nil)
    var count = 0
    while let file = files?.nextObject() as? URL, count < 40 {
      guard file.pathExtension.hasPrefix("htm"), let data = try? Data(contentsOf: file) else {
        continue
      }
      count += 1
      let text = String(decoding: data, as: UTF8.self)
      for segmenter in segmenters {
        expectWhole(text, segmenter.segments(of: text), graphemes: graphemes)
      }
    }
    #expect(count > 0)
  }
}
