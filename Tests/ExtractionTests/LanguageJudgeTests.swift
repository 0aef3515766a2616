import ArticleModel
import Testing

@testable import Extraction

@Suite("Languages")
struct LanguageJudgeTests {
  @Test(
    "the letters and words of a text outweigh what the page declares",
    arguments: [
      ("The council of the town met on Tuesday, and the mayor spoke to it.", "el", "en"),
      ("Το συμβούλιο της πόλης συνεδρίασε την Τρίτη, με τον Mayor Smith.", "en", "el"),
      ("中国政府代表团今天访问了这个国家，双方讨论了经济问题。", "en", "zh-Hans"),
      ("中國政府代表團今天訪問了這個國家，雙方討論了經濟問題。", "zh-CN", "zh-Hant"),
      ("今日は天気がいいですから、散歩しましょう。", "ja", "ja"),
      ("Der Rat der Stadt traf sich am Dienstag, und der Bürgermeister sprach.", "de", "de"),
      ("Совет города собрался во вторник, и мэр говорил.", "ru", "ru"),
    ] as [(String, String, String)])
  func judged(text: String, declared: String, language: String) throws {
    let judge = try LanguageJudge()
    #expect(judge.language(of: Array(text.utf8), declared: declared).identifier == language)
  }

  @Test("a text without a sign of its script has the declared one")
  func declared() throws {
    let judge = try LanguageJudge()
    let text = Array("大小山水火土木".utf8)
    #expect(judge.language(of: text, declared: "zh-TW") == .traditionalChinese)
    #expect(judge.language(of: text, declared: nil) == .simplifiedChinese)
    #expect(judge.language(of: Array("12345".utf8), declared: "el").identifier == "und")
  }
}
