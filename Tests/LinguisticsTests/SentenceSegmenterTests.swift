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
      "The U.S. No. 1 song won. |It was 5 in. long.",
      "Procter & Gamble Co. & others left. |Sec. 4.2. Rent is due.",
      "He came from the U.S. |China will go on. |The U.S. Army will not.",
      "It is built by Sinohydro Ltd. |Local workers help. |D.C. Police Chief Frost left.",
      "Greece won Group C. |France lost. |Yum! Brands grew.",
      "The bill was... 90 euros. |I... I can't.",
      "The \"Hello! China\" campaign began.|It ends in May.",
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
      "Πού πάμε\u{37E} |Δεν ξέρω.",
      "«Πού πάμε;»· κι ύστερα σιωπή. |Τέλος.",
      "Ο Πρωτοδ. Αθηνών και ο Υποπρόξ. Λαμίας ήρθαν. |Μίλησαν.",
      "Έσπασε το ρεκόρ. |Πολίτες πανηγύριζαν.",
      "Ο δρ. Α.-Μ. Παππάς ήρθε. |Έφυγε.",
      "1. Εμπόριο, 2. Πολιτισμός. |3. Τέλος.",
      "ΙΑ. Τελικές διατάξεις. |ΙΒ. Ισχύς.",
      "Υπογράφηκε το 1972.¹ |Κυρώθηκε το 1973.",
      "Σπούδασε στην Α.Σ.Κ.Τ. |Έργα του κοσμούν πλατείες.",
      "Μίλησε στη Βουλή.|Η συζήτηση έκλεισε;|Ο Ν.Δένδιας δεν ξέρει.",
      "Έφτασε τα 5 εκατ. TEU. |Κόστισε... 90 ευρώ.",
    ])
  func greek(text: String) throws {
    #expect(try cuts(text, .greek) == text)
  }

  @Test(
    "a Chinese closing quote stays with its sentence, an opening one goes with the next",
    arguments: [
      "他说：“时间到了。”|她走了。", "会议结束了。|“南方”号启航。", "习近平指出：“合作共赢！”|会谈开始。",
      "请携带：1.护照；2.照片。|不接受复印件。", "好吗?|我去。", "举办“你好！中国”推介会。|人很多。",
      "瓷器、漆器、竹编……|一位教师看得入了神。", "“很多。”业者说，“卖完了。”|他笑了。",
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

  @Test("a code in the middle of a word or a number does not cut it")
  func codeInWord() throws {
    let bold = InlineCode(id: "1", position: .opening, kind: .bold, data: "")
    let end = InlineCode(id: "1", position: .closing, kind: .bold, data: "")
    let content: [Inline] = [
      .text("The U."), .code(bold), .text("S. rate is 3."), .code(end), .text("5. It rose."),
    ]
    let parts = try SentenceSegmenter(locale: .english).parts(of: content)
    #expect(parts.flatMap(\.source).normalized == content)
    #expect(
      parts.compactMap { if case .segment(let segment) = $0 { segment.source.dump } else { nil } }
        == ["The U.<1>S. rate is 3.</1>5.", "It rose."])
  }

  @Test("every decision names its rule")
  func decisions() throws {
    let decisions = try SentenceSegmenter(locale: .english).decisions(
      on: "Dr. Wu left the U.S. at 5 p.m. Friday. why? No one knows.")
    #expect(
      decisions.map { "\($0.ends ? "cut" : "joined") \($0.rule.rawValue)" } == [
        "joined never", "joined inside-token", "joined after-name", "joined inside-token",
        "joined may-end", "cut small-start", "cut terminator", "cut text-end",
      ])
  }

  @Test("rules of SRX take the place of the language's: the first that matches decides")
  func patterns() throws {
    let segmenter = try SentenceSegmenter(patterns: [
      SegmentationPattern(breaks: false, before: "\\bDr\\.\\s", after: ""),
      SegmentationPattern(breaks: true, before: "\\.\\s+", after: "\\p{Lu}"),
      SegmentationPattern(breaks: true, before: ";", after: ""),
    ])
    let text = "Dr. Wu. Έφυγε; 走. u"
    let bytes = Array(text.utf8)
    #expect(
      segmenter.segments(of: text).map { String(decoding: bytes[$0], as: UTF8.self) }
        == ["Dr. Wu.", "Έφυγε;", "走. u"])
  }

  @Test("an SRX file says which codes stay with the segment before")
  func codesBefore() throws {
    let patterns = [SegmentationPattern(breaks: true, before: "\\.\\s*", after: "")]
    func code(_ id: String, _ position: InlineCode.Position) -> Inline {
      .code(InlineCode(id: id, position: position, kind: .bold, data: ""))
    }
    let content: [Inline] = [
      .text("One."), code("1", .standalone), code("2", .opening), .text("Two."),
      code("2", .closing), .text("Three."),
    ]
    func dump(_ before: Set<InlineCode.Position>) throws -> [String] {
      let parts = try SentenceSegmenter(patterns: patterns, codesBefore: before).parts(of: content)
      #expect(parts.flatMap(\.source).normalized == content)
      return parts.map(\.source.dump)
    }
    #expect(try dump([.closing]) == ["One.", "<1/><2>Two.</2>", "Three."])
    #expect(try dump([.closing, .standalone]) == ["One.<1/>", "<2>Two.</2>", "Three."])
    #expect(try dump([.opening, .standalone]) == ["One.<1/><2>", "Two.", "</2>Three."])
    #expect(try dump([]) == ["One.", "<1/><2>Two.", "</2>Three."])
  }

  @Test("an expression that ICU does not understand is an error")
  func badPattern() {
    #expect(throws: LinguisticsError.self) {
      try SentenceSegmenter(patterns: [SegmentationPattern(breaks: true, before: "(", after: "")])
    }
  }

  @Test("the rules as patterns cut plain cases as the rules do")
  func exportedPatterns() throws {
    let segmenter = try SentenceSegmenter(
      patterns: SegmentationPatterns.patterns(for: .greek))
    let text = "Ο κ. Λι ήρθε στις 8 μ.μ. στην Αθήνα. Γιατί; Βλ. σελ. 5. «Ναι.» Ο Ν. Πέτρου έφυγε."
    let bytes = Array(text.utf8)
    #expect(
      segmenter.segments(of: text).map { String(decoding: bytes[$0], as: UTF8.self) } == [
        "Ο κ. Λι ήρθε στις 8 μ.μ. στην Αθήνα.", "Γιατί;", "Βλ. σελ. 5.", "«Ναι.»",
        "Ο Ν. Πέτρου έφυγε.",
      ])
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
