import ArticleModel
import Linguistics
import Testing

@Suite struct TextTests {
  @Test(
    "a date is written as the language does",
    arguments: [
      (LocaleTag.english, "25 October 2017"), (.greek, "25 Οκτωβρίου 2017"),
      (.simplifiedChinese, "2017年10月25日"), (.traditionalChinese, "2017年10月25日"),
    ])
  func dates(locale: LocaleTag, expected: String) throws {
    #expect(try DateFormatting.string(fromISO: "2017-10-25", locale: locale) == expected)
    #expect(
      try DateFormatting.string(fromISO: "2017-10-25T23:30:00+08:00", locale: locale) == expected)
  }

  @Test("what is no date is none", arguments: ["", "2017", "2017-13-01", "soon"])
  func noDate(text: String) throws {
    #expect(try DateFormatting.string(fromISO: text, locale: .english) == nil)
  }

  @Test(
    "a slug is readable in Latin letters",
    arguments: [
      ("Xi Jinping's Talks, 2017!", "xi-jinpings-talks-2017"), ("习近平", "xi-jin-ping"),
      ("Καλημέρα", "kalemera"), ("../etc/passwd", "etc-passwd"), ("…", ""),
    ])
  func slugs(text: String, expected: String) {
    #expect(Slug.make(text) == expected)
  }

  @Test("a slug is cut at a word")
  func longSlug() {
    #expect(Slug.make("one two three", maxLength: 9) == "one-two")
  }

  @Test("Chinese words are those of the dictionary")
  func words() throws {
    let text = "中国，北京"
    let bytes = Array(text.utf8)
    #expect(
      try WordBreaker(locale: .simplifiedChinese).words(in: text).map {
        String(decoding: bytes[$0], as: UTF8.self)
      } == ["中国", "北京"])
  }

  @Test("no word of ICU's has characters together that are no pair of its dictionary")
  func pairs() throws {
    let pairs = try #require(CharacterPairs.ofICU)
    let breaker = try WordBreaker(locale: .simplifiedChinese)
    let characters = Array("中国人民共和希腊雅典大使馆新华社区会议代表團體臺灣的了和在与对将等")
    var others = 0
    var count = 0
    for _ in 0..<500 {
      let text = String((0..<40).compactMap { _ in characters.randomElement() })
      let units = Array(text.utf16)
      let words = breaker.words(in: text)
      // Each character is three bytes and one unit.
      #expect(words.allSatisfy { $0.lowerBound % 3 == 0 && $0.upperBound % 3 == 0 })
      for word in words {
        for place in (word.lowerBound / 3)..<(word.upperBound / 3 - 1) {
          #expect(pairs.contains(units[place], units[place + 1]), "\(text)")
        }
      }
      for (first, second) in zip(units, units.dropFirst()) where !pairs.contains(first, second) {
        others += 1
      }
      count += units.count - 1
    }
    #expect(others * 2 > count, "most pairs are none")
  }

  @Test("traditional characters become simplified ones")
  func script() {
    #expect(ChineseScript.simplified("中國共產黨") == "中国共产党")
  }

  @Test("characters are compared by the simplified ones of OpenCC, but for a few variants")
  func simplifiedCharacters() {
    let characters = ChineseScript.block.compactMap(Unicode.Scalar.init)
    let lines = characters.map(String.init).joined(separator: "\n")
    let simplified = ChineseScript.simplified(lines).unicodeScalars.filter { $0 != "\n" }
    let others = zip(characters, simplified).filter { character, other in
      other.value <= UInt16.max && ChineseScript.comparable(character.value) != other.value
    }
    // Those of zh-Hant/variants.txt, and what versions of OpenCC differ in.
    #expect(simplified.count == characters.count)
    #expect(others.count < 60)
  }

  @Test(
    "words and characters are counted as readers see them",
    arguments: [
      ("Two words, e\u{301}!", LocaleTag.english, 3, 13, 11),
      ("中国，北京", .simplifiedChinese, 2, 5, 5), ("", .greek, 0, 0, 0),
    ])
  func counts(
    text: String, locale: LocaleTag, words: Int, characters: Int, withoutSpaces: Int
  ) throws {
    let count = try TextCounter(locale: locale).count(text)
    #expect(count.words == words)
    #expect(count.characters == characters)
    #expect(count.charactersWithoutSpaces == withoutSpaces)
  }
}
