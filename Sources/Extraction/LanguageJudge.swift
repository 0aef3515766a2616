import ArticleModel

/// Tells the language of an article by its letters and its commonest words.
enum LanguageJudge {
  /// The language of the text; the declared one when the text is in none of en, el, zh; `und`
  /// when that cannot be.
  static func language(of text: [UInt8], declared: String?) -> LocaleTag {
    var latin = 0
    var greek = 0
    var han = 0
    var kana = 0
    var other = 0
    var simplified = 0
    var traditional = 0
    for scalar in String(decoding: text.prefix(20_000), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
      case 0x370...0x3FF, 0x1F00...0x1FFF: greek += 1
      case 0x4E00...0x9FFF, 0x3400...0x4DBF:
        han += 1
        if !traditionalForms.contains(scalar), simplifiedForms.contains(scalar) { simplified += 1 }
        if !simplifiedForms.contains(scalar), traditionalForms.contains(scalar) { traditional += 1 }
      case 0x3040...0x30FF, 0xAC00...0xD7A3: kana += 1
      case 0x400...0x6FF: other += 1
      default: break
      }
    }
    let declaredTag = declared.flatMap { LocaleTag($0) }
    if han * 4 > latin, han * 2 > greek, kana * 8 < han {
      if simplified == traditional {
        return declaredTag.flatMap { $0.language == "zh" ? $0 : nil } ?? .simplifiedChinese
      }
      return simplified > traditional ? .simplifiedChinese : .traditionalChinese
    }
    if greek * 2 > latin, greek > other { return .greek }
    let english = latin > other && latin > kana ? englishShare(text) : 0
    if english >= 0.12 { return .english }
    if let declaredTag, !["el", "zh"].contains(declaredTag.language),
      declaredTag != .english || english > 0.04
    {
      // English without its small words is a list of names; anything else keeps its declaration.
      return declaredTag
    }
    return english > 0.04 ? .english : LocaleTag("und") ?? .english
  }

  private static func englishShare(_ text: [UInt8]) -> Double {
    var words = 0
    var hits = 0
    for word in text.prefix(20_000).split(whereSeparator: { $0 | 0x20 < 0x61 || $0 | 0x20 > 0x7A })
    where word.count < 20 {
      words += 1
      if common.contains(String(decoding: word, as: UTF8.self).lowercased()) { hits += 1 }
    }
    return words == 0 ? 0 : Double(hits) / Double(words)
  }

  private static let common: Set<String> = [
    "the", "of", "and", "to", "in", "is", "that", "for", "it", "was", "with", "as", "his", "on",
    "be", "at", "by", "had", "are", "but", "from", "have", "this", "which", "their", "has", "its",
  ]
  private static let simplifiedForms = Set(
    "国们这来时个说会对发经学过为业动还进产电长现问开关东车见实与体点机从题两门话间应给义书员让办论亿认计传报区万导统决记类观场资设质则将无种军战线张济县较务团华师总达单权继满际战术变规联众广亚农严币专头击号帮写讲读买卖马鱼鸟龙"
      .unicodeScalars)
  private static let traditionalForms = Set(
    "國們這來時個說會對發經學過為業動還進產電長現問開關東車見實與體點機從題兩門話間應給義書員讓辦論億認計傳報區萬導統決記類觀場資設質則將無種軍戰線張濟縣較務團華師總達單權繼滿際術變規聯眾廣亞農嚴幣專頭擊號幫寫講讀買賣馬魚鳥龍"
      .unicodeScalars)
}
