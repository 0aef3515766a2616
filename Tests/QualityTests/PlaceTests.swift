import ArticleModel
import Quality
import Terminology
import Testing

/// Every check that knows the place says it, and what to write where there is one answer.
@Suite struct PlaceTests {
  struct Case: Sendable, CustomStringConvertible {
    var rule: String
    var from = LocaleTag.english
    var to = LocaleTag.greek
    var source: String
    var target: String
    var marked: String
    var suggestion: String?
    var description: String { rule + ": " + target }
  }

  @Test("the place and the suggestion are those of the defect", arguments: cases)
  func place(given: Case) throws {
    let suite = try CheckSuite(
      glossary: Glossary(concepts: []), sourceLocale: given.from, targetLocale: given.to)
    let findings = suite.findings(
      for: SegmentPair(
        unit: "u", segment: nil, sourceLocale: given.from, targetLocale: given.to,
        source: [.text(given.source)], target: [.text(given.target)]))
    #expect(findings.map(\.rule) == [given.rule])
    let finding = try #require(findings.first)
    let scalars = Array(given.target.unicodeScalars)
    let marked = finding.range.map { range in
      scalars[range].reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    #expect(marked == given.marked)
    #expect(finding.suggestion == given.suggestion)
  }

  static let cases = [
    Case(
      rule: "number-mismatch", source: "It has <b>25</b> rooms.", target: "Έχει <b>26</b> δωμάτια.",
      marked: "26"),
    Case(
      rule: "double-space", source: "A new day.", target: "Μια  νέα ημέρα.", marked: "  ",
      suggestion: " "),
    Case(
      rule: "edge-space", source: "A new day.", target: "Μια νέα ημέρα. ", marked: " ",
      suggestion: ""),
    Case(
      rule: "end-punct", source: "A new day?", target: "Μια νέα ημέρα.", marked: ".",
      suggestion: ";"),
    Case(
      rule: "end-punct", to: .simplifiedChinese, source: "A new day.", target: "新的一天", marked: "",
      suggestion: "。"),
    Case(
      rule: "quote-style", source: "A “new” day.", target: "Μια \"νέα\" ημέρα.", marked: "\"",
      suggestion: "«"),
    Case(
      rule: "halfwidth-punct", to: .simplifiedChinese, source: "Come, sit.", target: "来,坐。",
      marked: ",", suggestion: "，"),
    Case(
      rule: "fullwidth-punct", from: .simplifiedChinese, to: .english, source: "来，坐。",
      target: "Come， sit.", marked: "，", suggestion: ","),
    Case(
      rule: "space-punct", source: "Come, sit.", target: "Έλα , κάθισε.", marked: " ",
      suggestion: ""),
    Case(
      rule: "space-punct", source: "Really! He came.", target: "Αλήθεια !Ήρθε.", marked: " ",
      suggestion: ""),
    Case(
      rule: "repeated-word", source: "He left for good.", target: "Έφυγε για για πάντα.",
      marked: "για για", suggestion: "για"),
    Case(
      rule: "homoglyph", source: "A new day.", target: "Μια νέα ημέρa.", marked: "ημέρa",
      suggestion: "ημέρα"),
    Case(
      rule: "traditional-char", to: .simplifiedChinese, source: "The country grows.",
      target: "國家在发展。", marked: "國", suggestion: "国"),
    Case(
      rule: "greek-question-mark", source: "Who came?", target: "Ποιος ήρθε?", marked: "?",
      suggestion: ";"),
    Case(
      rule: "final-sigma", source: "The road ends.", target: "Ο δρόμοσ τελειώνει.", marked: "σ",
      suggestion: "ς"),
    Case(
      rule: "invisible-character", source: "A new day.", target: "Μια νέα\u{200B} ημέρα.",
      marked: "\u{200B}", suggestion: ""),
    Case(
      rule: "non-nfc", source: "A new day.", target: "Μια νέα ημε\u{301}ρα.", marked: "ε\u{301}",
      suggestion: "έ"),
    Case(
      rule: "non-nfc", source: "A new day.", target: "Μια νέα ημ\u{1F73}ρα.", marked: "\u{1F73}",
      suggestion: "έ"),
    Case(
      rule: "currency-mismatch", source: "It costs 5 billion yuan.",
      target: "Κοστίζει 5 δισ. δολάρια.", marked: "δολάρια"),
    Case(
      rule: "currency-mismatch", to: .simplifiedChinese, source: "It costs €20.", target: "价格为20元。",
      marked: "元"),
    Case(
      rule: "unit-mismatch", source: "It is 5 miles away.", target: "Απέχει 5 χιλιόμετρα.",
      marked: "χιλιόμετρα"),
    Case(
      rule: "weekday-mismatch", from: .simplifiedChinese, source: "会议在星期五举行。",
      target: "Η συνάντηση θα γίνει την Πέμπτη.", marked: "Πέμπτη"),
    Case(
      rule: "wrong-dash", source: "Peace – at last.", target: "Ειρήνη - επιτέλους.", marked: "-",
      suggestion: "–"),
    Case(
      rule: "wrong-dash", from: .simplifiedChinese, to: .english, source: "和平——终于来了。",
      target: "Peace——at last.", marked: "——", suggestion: "–"),
    Case(
      rule: "wrong-dash", to: .simplifiedChinese, source: "Peace – at last.", target: "和平--终于来了。",
      marked: "--", suggestion: "——"),
    Case(
      rule: "leftover-pinyin", to: .simplifiedChinese, source: "Li Hua is here.",
      target: "Li Hua来了。",
      marked: "Li Hua"),
    Case(
      rule: "leftover-pinyin", from: .simplifiedChinese, to: .english, source: "他吃饺子。",
      target: "He eats jiǎozi.", marked: "jiǎozi"),
    Case(
      rule: "bracket-mismatch", source: "A day (new).", target: "Μια ημέρα (νέα.", marked: "("),
    Case(
      rule: "untranslated-part", source: "A day of hope.", target: "Μια ημέρα of hope.",
      marked: "of hope"),
  ]

  @Test("a translation that breaks off, or has a second text in it, is told by its length")
  func length() throws {
    let suite = try CheckSuite(
      glossary: Glossary(concepts: []), sourceLocale: .english, targetLocale: .greek)
    let source = String(repeating: " The delegation saw the harbour and the old town.", count: 4)
    let target = String(repeating: " Η αντιπροσωπεία είδε το λιμάνι και την παλιά πόλη.", count: 4)
    let rules = [target, String(target.prefix(51)), target + target + target].map { text in
      suite.findings(
        for: SegmentPair(
          unit: nil, segment: nil, sourceLocale: .english, targetLocale: .greek,
          source: [.text(source)], target: [.text(text)])
      ).map(\.rule)
    }
    #expect(rules == [[], ["length"], ["length"]])
  }

  @Test(
    "what only looks like such a defect is none",
    arguments: [
      (LocaleTag.greek, "From Athens - Reuters.", "Από την Αθήνα - Reuters."),
      (.greek, "Rīga is far.", "Η Rīga είναι μακριά."),
      (.greek, "−5 to 8 – cold.", "−5 έως 8 – κρύο."),
      (.simplifiedChinese, "China-CEEC cooperation grows.", "中国—中东欧国家合作不断发展。"),
      (.simplifiedChinese, "Dan Brown came.", "丹·布朗（Dan Brown）来了。"),
      (.simplifiedChinese, "Nike opened a shop.", "Nike开了一家店。"),
    ])
  func lookAlikes(locale: LocaleTag, source: String, target: String) throws {
    let suite = try CheckSuite(
      glossary: Glossary(concepts: []), sourceLocale: .english, targetLocale: locale)
    let findings = suite.findings(
      for: SegmentPair(
        unit: nil, segment: nil, sourceLocale: .english, targetLocale: locale,
        source: [.text(source)], target: [.text(target)]))
    #expect(findings.isEmpty)
  }

  @Test("one letter of another alphabet is not a missing term too")
  func termWithHomoglyph() throws {
    let suite = try CheckSuite(
      glossary: .builtIn(), sourceLocale: .english, targetLocale: .greek)
    let findings = suite.findings(
      for: SegmentPair(
        unit: nil, segment: nil, sourceLocale: .english, targetLocale: .greek,
        source: [.text("He left Beijing.")], target: [.text("Έφυγε από το Πεκίνo.")]))
    #expect(findings.map(\.rule) == ["homoglyph"])
  }

  @Test(
    "a long segment is checked in time, whatever it is made of",
    arguments: [
      "α ", "(", "<a ", "一十四五", "%(", "O α ", "\"5\" ", "a+", "1,", "的的", "( ", "«",
    ])
  func longSegment(piece: String) throws {
    let suite = try CheckSuite(
      glossary: Glossary(concepts: []), sourceLocale: .english, targetLocale: .greek)
    let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
    let pair = SegmentPair(
      unit: nil, segment: nil, sourceLocale: .english, targetLocale: .greek,
      source: [.text("A word.")], target: [.text(text)])
    #expect(!suite.findings(for: pair).isEmpty)
  }
}
