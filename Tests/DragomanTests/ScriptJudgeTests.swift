import ArticleModel
import Testing

@testable import Dragoman

@Suite struct ScriptJudgeTests {
  private func finding(_ source: String, _ target: String, _ locale: LocaleTag) -> Finding? {
    ScriptJudge.finding(
      for: TranslationUnit(
        id: "u",
        parts: [.segment(Segment(id: "s", source: [.text(source)], target: [.text(target)]))]),
      in: locale)
  }

  @Test(
    "a translation in the letters of another language is named",
    arguments: [
      ("The leaders met in Athens.", "两国领导人在雅典举行会谈。", LocaleTag.greek),
      ("The leaders met in Athens.", "Οι ηγέτες συναντήθηκαν στην Αθήνα.", .simplifiedChinese),
      ("The leaders met in Athens.", "Les dirigeants se sont rencontrés à Athènes.", .greek),
      ("两国领导人在雅典举行会谈。", "Οι ηγέτες συναντήθηκαν στην Αθήνα.", .english),
    ])
  func wrong(source: String, target: String, locale: LocaleTag) {
    #expect(finding(source, target, locale)?.rule == "wrong-language")
  }

  @Test(
    "names in Latin letters, numbers, codes, the source itself and other languages are let pass",
    arguments: [
      ("Reuters, Xinhua, Associated Press", "Reuters, Xinhua, Associated Press", LocaleTag.greek),
      ("COVID-19", "COVID-19", .simplifiedChinese),
      ("The leaders met in Athens.", "Οι ηγέτες της Huawei Technologies συναντήθηκαν.", .greek),
      ("5G", "5G", .greek),
      ("两国领导人在雅典举行会谈。", "两国领导人在雅典举行会谈。", .greek),
      ("The leaders met in Athens.", "両国首脳は雅典で会談した。", LocaleTag("ja") ?? .greek),
    ])
  func right(source: String, target: String, locale: LocaleTag) {
    #expect(finding(source, target, locale) == nil)
  }
}
