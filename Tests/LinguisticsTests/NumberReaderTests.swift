import ArticleModel
import Linguistics
import Testing

@Suite struct NumberReaderTests {
  private func differ(
    _ source: String, _ from: LocaleTag, _ target: String, _ to: LocaleTag
  ) throws -> Bool {
    let comparison = QuantityComparison(
      source: try NumberReader(locale: from).quantities(in: Array(source.unicodeScalars)),
      target: try NumberReader(locale: to).quantities(in: Array(target.unicodeScalars)))
    return !comparison.missing.isEmpty || !comparison.added.isEmpty
  }

  static let en = LocaleTag.english
  static let el = LocaleTag.greek
  static let zh = LocaleTag.simplifiedChinese

  @Test(
    "the same value is the same, however it is written",
    arguments: [
      ("1,000.5", en, "1.000,5", el), ("13.82 billion", en, "13,82 δισ.", el),
      ("13.82 billion", en, "138.2亿", zh), ("the 19th", en, "ο 19ος", el),
      ("the 19th", en, "第十九", zh), ("nineteenth", en, "δέκατος ένατος", el),
      ("Oct. 25", en, "25 Οκτωβρίου", el), ("Oct. 25", en, "10月25日", zh),
      ("1.4 million", en, "140万", zh), ("12", en, "１２", zh), ("three men", en, "三个人", zh),
      ("2.5 million", en, "δυόμισι εκατομμύρια", el), ("half a million", en, "50万", zh),
      ("one third", en, "三分之一", zh), ("two thirds", en, "τα δύο τρίτα", el),
      ("5 percent", en, "百分之五", zh), ("3 p.m.", en, "15:00", el), ("3 p.m.", en, "下午3时", zh),
      ("12:30 a.m.", en, "0:30", el), ("the 1990s", en, "20世纪90年代", zh),
      ("the 1990s", en, "τη δεκαετία του ’90", el), ("two decades", en, "20年", zh),
      ("2 to 3 million", en, "200万至300万", zh), ("+30 210 672 3282", en, "+30 2106723282", el),
      ("1,35 δισ.", el, "十三亿五千万", zh), ("13亿5000万", zh, "1.35 billion", en),
      ("二〇一七年", zh, "2017", en), ("三点五亿", zh, "350 million", en),
      ("World War II", en, "第二次世界大战", zh), ("εκατόν είκοσι πέντε", el, "125", en),
      ("two hundred and five", en, "205", el), ("5 τοις εκατό", el, "5%", en),
      ("at half past nine", en, "στις 9:30", el), ("at a quarter to nine", en, "8时45分", zh),
      ("ten minutes to nine", en, "στις εννέα παρά δέκα", el), ("at nine thirty", en, "9:30", el),
      ("στις εννέα και τέταρτο", el, "at 9.15", en), ("στις 9 και μισή", el, "9点半", zh),
      ("στις δέκα και είκοσι", el, "at 10:20", en), ("στις εννιάμισι", el, "9:30", en),
      ("2½ hours", en, "δυόμισι ώρες", el), ("20% off", en, "八折", zh), ("an hour", en, "1小时", zh),
      ("pp. 112–18", en, "第112—118页", zh), ("οι ήρωες του ’21", el, "1821", en),
      ("half a century", en, "50年", zh), ("半个世纪", zh, "50 χρόνια", el), ("零时", zh, "0:00", en),
      ("七百多万人口", zh, "7 million", en), ("the Ming Tombs", en, "十三陵", zh),
      ("九点一刻", zh, "at a quarter past nine", en), ("by 3.5 percent", en, "κατά 3,5%", el),
    ])
  func same(source: String, from: LocaleTag, target: String, to: LocaleTag) throws {
    #expect(try !differ(source, from, target, to))
    #expect(try !differ(target, to, source, from))
  }

  @Test(
    "another value is another, however alike it looks",
    arguments: [
      ("1,000", en, "1,000", el), ("13.82 billion", en, "13,82 εκατ.", el),
      ("13.82 billion", en, "13.82亿", zh), ("25 October", en, "26 Οκτωβρίου", el),
      ("25 October", en, "25 Νοεμβρίου", el), ("three men", en, "四个人", zh),
      ("one third", en, "三分之二", zh), ("3 p.m.", en, "上午3时", zh), ("3:30", en, "3:40", el),
      ("17", en, "δεκαέξι", el), ("2017", en, "2018年", zh), ("1.4 million", en, "14万", zh),
      ("at half past nine", en, "στις 9:15", el), ("a quarter to nine", en, "9:45", el),
      ("στις εννέα παρά τέταρτο", el, "at 9:15", en),
      // 翻 may be a number, twice.
      ("85,6 εκατ. για ανακαίνιση", el, "翻修耗资856万", zh),
    ])
  func other(source: String, from: LocaleTag, target: String, to: LocaleTag) throws {
    #expect(try differ(source, from, target, to))
    #expect(try differ(target, to, source, from))
  }

  @Test(
    "numerals in words that are no numbers say nothing",
    arguments: ["一带一路", "他十分关心百姓", "星期三", "万一", "千方百计", "四面八方", "统一", "百分点"])
  func idioms(text: String) throws {
    let found = try NumberReader(locale: Self.zh).quantities(in: Array(text.unicodeScalars))
    #expect(found.isEmpty)
  }
}
