import ArticleModel
import Linguistics
import Testing

@Suite struct SentenceSegmenterTests {
  /// Cases show the cuts as `|`.
  private func cuts(_ marked: String, _ locale: LocaleTag) throws -> String {
    let text = marked.split(separator: "|").joined()
    let bytes = Array(text.utf8)
    let segments = try SentenceSegmenter(locale: locale).segments(of: text)
    var result = ""
    var end = 0
    for segment in segments {
      if end > 0 {
        result += String(decoding: bytes[end..<segment.lowerBound], as: UTF8.self) + "|"
      }
      result += String(decoding: bytes[segment], as: UTF8.self)
      end = segment.upperBound
    }
    return result
  }

  @Test(
    "English sentences end where they do, and not at an abbreviation",
    arguments: [
      "Xi thanked Mr. President. |He left.",
      "He lives in the U.S. |The talks went on.",
      "The U.S. Congress met. |It rose.",
      "On Oct. 25, 2017, they spoke. |They will meet.",
      "Resolution No. 5 was adopted. |China voted for it.",
      "Dr. Wu and J. Smith came at 5 p.m. Friday. |They stayed.",
      "1. The two sides agreed. |2. They will meet.",
      "“It is time.” |He left.",
      "See www.gov.cn. |Then call.",
      "“Is it too late?” she asked. |No one answered.",
      "Read http://a.org/b?c=1 today. |Then call ext. 37.",
    ])
  func english(text: String) throws {
    #expect(try cuts(text, .english) == text)
  }

  @Test(
    "Greek sentences end where they do, and not at an abbreviation",
    arguments: [
      "Ο κ. Παπαδόπουλος μίλησε. |Έφυγε νωρίς.",
      "Πολλές χώρες, π.χ. η Κίνα, συμφώνησαν. |Η Ελλάδα επίσης.",
      "Ήρθε ο Ν. Γεωργίου. |Μίλησε.",
      "Πού πάμε; |Δεν ξέρω.",
      "«Είναι αργά.» |Έφυγε.",
      "«Είναι αργά;» ρώτησε. |Κανείς δεν απάντησε.",
      "Στις 8 μ.μ. ξεκίνησε. |Τελείωσε στις 10.",
    ])
  func greek(text: String) throws {
    #expect(try cuts(text, .greek) == text)
  }

  @Test(
    "a Chinese closing quote stays with its sentence, an opening one goes with the next",
    arguments: [
      "他说：“时间到了。”|她走了。", "会议结束了。|“南方”号启航。", "习近平指出：“合作共赢！”|会谈开始。",
      "请携带：1.护照；2.照片。|不接受复印件。", "好吗?|我去。",
    ])
  func chinese(text: String) throws {
    #expect(try cuts(text, .simplifiedChinese) == text)
  }

  @Test("a line feed is a hard break")
  func lineFeed() throws {
    #expect(try cuts("One line\n|Another line", .english) == "One line\n|Another line")
  }

  @Test("segments and what lies between them give the content back, code by code")
  func parts() throws {
    func code(_ id: String, _ position: InlineCode.Position, _ kind: InlineCode.Kind) -> Inline {
      .code(InlineCode(id: id, position: position, kind: kind, data: ""))
    }
    let content: [Inline] = [
      .text("See "), code("1", .opening, .link), .text("the report."), code("1", .closing, .link),
      .text(" "), code("2", .opening, .bold), .text("It is new. It is"),
      code("2", .closing, .bold), code("3", .standalone, .lineBreak), .text("long."),
    ]
    let parts = try SentenceSegmenter(locale: .english).parts(of: content)
    #expect(parts.flatMap(\.source).normalized == content)
    #expect(
      parts.map { part in
        if case .segment(let segment) = part {
          "\(segment.id):\(segment.source.dump)"
        } else {
          "-:\(part.source.dump)"
        }
      } == [
        "s1:See <1>the report.</1>", "-: ", "s2:<2>It is new.", "-: ", "s3:It is</2><3/>long.",
      ])
  }

  @Test("content without text is one ignorable")
  func noText() throws {
    let content: [Inline] = [.text(" \u{3000}")]
    #expect(
      try SentenceSegmenter(locale: .english).parts(of: content)
        == [.ignorable(source: content, target: nil)])
  }

  @Test("random text is given back to the last byte", arguments: 0..<8)
  func random(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed + 1))
    let marks = Array(".!?…。！？;\u{37E} \n\u{3000}“”«»()「」'\"aΩж中９1").map(String.init)
    let segmenters = try [LocaleTag.english, .greek, .simplifiedChinese].map {
      try SentenceSegmenter(locale: $0)
    }
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if Bool.random(using: &generator) {
          text += marks.randomElement(using: &generator) ?? ""
        } else if let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &generator)) {
          text.unicodeScalars.append(scalar)
        }
      }
      for segmenter in segmenters {
        let parts = segmenter.parts(of: text.isEmpty ? [] : [.text(text)])
        #expect(Array(parts.flatMap(\.source).textOnly.utf8) == Array(text.utf8))
        var end = 0
        for segment in segmenter.segments(of: text) {
          #expect(segment.lowerBound >= end && !segment.isEmpty)
          end = segment.upperBound
        }
      }
    }
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
