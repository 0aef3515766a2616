import ArticleModel
import Testing

@Suite struct LocaleTagTests {
  @Test(
    "an alias is read as the tag of the edition it means",
    arguments: [
      ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh_CN", "zh-Hans"), ("gr", "el"),
      ("el-GR", "el"), ("zh-TW", "zh-Hant"), ("ZH-hant-hk", "zh-Hant"), ("EN-us", "en"),
      ("pt_br", "pt-BR"), ("sr-latn-rs", "sr-Latn-RS"),
    ])
  func aliases(alias: String, tag: String) {
    #expect(LocaleTag(alias)?.identifier == tag)
  }

  @Test(
    "text that is not well formed is no tag",
    arguments: ["", "e", "123", "en-", "../en", "e n", "englishlanguage", "en-toolongsubtag"])
  func malformed(text: String) {
    // A trailing hyphen leaves an empty subtag out, as browsers do.
    #expect(LocaleTag(text) == (text == "en-" ? .english : nil))
  }

  @Test("the language is the first subtag")
  func language() {
    #expect(LocaleTag.simplifiedChinese.language == "zh")
  }
}
