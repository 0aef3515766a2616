/// Tells an encoding by what the bytes say when they are read in it.
///
/// The text without its tags is decoded in each candidate; its characters are weighed by how
/// often they occur in Greek, Chinese and Latin text, and a byte that cannot be decoded costs most.
enum EncodingJudge {
  /// The best candidate: `gb18030`, `big5`, `windows-1253`, `iso-8859-7`, `windows-1252`, what is
  /// declared, or what ICU's detector proposes.
  static func encoding(of bytes: [UInt8], declared: String?) -> String {
    let sample = text(of: bytes)
    var candidates = ["windows-1252", "windows-1253", "iso-8859-7", "gb18030", "big5", "utf-8"]
    if let declared, isCandidate(declared, candidates) { candidates.append(declared) }
    var best = (name: "windows-1252", score: -Double.infinity)
    for name in candidates { improve(&best, with: name, sample, declared) }
    // The detector is slow, and is asked only when the text is in none of the usual encodings.
    if best.score < 0.45, let name = TextDecoder.detected(sample), isCandidate(name, candidates) {
      improve(&best, with: name, sample, declared)
    }
    return best.name
  }

  private static func isCandidate(_ name: String, _ candidates: [String]) -> Bool {
    !candidates.contains(name) && !name.hasPrefix("utf-") && !name.hasPrefix("iso-2022")
  }

  private static func improve(
    _ best: inout (name: String, score: Double), with name: String, _ sample: [UInt8],
    _ declared: String?
  ) {
    guard let decoded = TextDecoder.converted(sample, from: name) else { return }
    let score = weight(decoded.utf8, high: sample.count) + (name == declared ? 0.02 : 0)
    if score > best.score { best = (name, score) }
  }

  /// The text between tags and scripts, at most 64 KiB, only lines that have bytes beyond ASCII.
  private static func text(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var insideTag = false
    var previous: UInt8 = 0
    for byte in bytes {
      if insideTag {
        // The second byte of a pair can be `|` or a letter, never `<` or `>`: 0x40 is the lowest.
        if byte == 0x3E { insideTag = false }
      } else if byte == 0x3C {
        insideTag = true
        result.append(0x20)
      } else if byte >= 0x80 || previous >= 0x80 {
        result.append(byte)
        if result.count >= 65_536 { break }
      } else if result.last ?? 0 >= 0x40 {
        result.append(0x20)
      }
      previous = byte
    }
    return result
  }

  /// The mean weight of a byte of the sample.
  private static func weight(_ utf8: [UInt8], high count: Int) -> Double {
    var total = 0.0
    var previous: UInt32 = 0x20
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      total += weight(of: scalar.value, after: previous)
      previous = scalar.value
    }
    return total / Double(max(count, 1))
  }

  private static func weight(of value: UInt32, after previous: UInt32) -> Double {
    switch value {
    case 0...0x7F: return 0
    case 0xFFFD: return -12
    case 0x80...0x9F: return -8
    case 0x4E00...0x9FFF: return commonHan.contains(value) ? 2 : -1
    case 0x3001, 0x3002, 0xFF0C, 0x3000, 0xFF1A, 0xFF1F, 0xFF01, 0xFF08, 0xFF09, 0x300C, 0x300D:
      return 2
    case 0x3B1...0x3CE, 0x391...0x3A9: return 1 + caseWeight(value, after: previous)
    case 0x386, 0x388...0x38F:
      // An accented capital begins a word.
      return isGreekLetter(previous) ? -3 : 1
    case 0x390: return 0.5
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2013, 0x2014: return 0.6
    case 0xA0, 0xAB, 0xBB, 0xB7, 0xA9: return 0.5
    case 0xC0...0xFF: return latinWeight(value, after: previous)
    case 0x400...0x45F: return 0.7
    case 0x3040...0x30FF, 0xAC00...0xD7A3: return 0.4
    case 0xA1...0xBF: return -1
    case 0xFF61...0xFF9F, 0xE000...0xF8FF: return -6
    default: return -2
    }
  }

  private static func caseWeight(_ value: UInt32, after previous: UInt32) -> Double {
    let isCapital = value <= 0x3A9
    if isCapital, (0x3AC...0x3CE).contains(previous) { return -2 }
    return previous < 0x80 || isGreekLetter(previous) ? 0 : -1
  }

  private static func latinWeight(_ value: UInt32, after previous: UInt32) -> Double {
    // Accented letters stand among plain ones, not in rows.
    if (0xC0...0xFF).contains(previous) || value == 0xD7 || value == 0xF7 { return -1.5 }
    return value >= 0xDF ? 0.8 : 0.2
  }

  private static func isGreekLetter(_ value: UInt32) -> Bool { (0x386...0x3CE).contains(value) }

  /// The characters that make up nine tenths of Chinese news text, in both scripts.
  private static let commonHan = Set(
    """
    的一在是有中人年不了国上大醫生出和以到要家作工行能者成为多公日地发用也全品方院可分就市会\
    高我藥民合个时前新下对及业等这部加力自所這机重他提而天事本度心保都其同月得主示最来表于感\
    法次因為动元员通果产关面入定务外小時但之政病期局将司目经展子已道安理如此發建查來名好性电\
    相进物达明们量说体科化現两利过现南网后些斯個制受位票游至然管任國被意更区情過手流还收场三\
    會常交海春美打题特很与身血间服包第各基持平俄消費并格共療资起放深衛问去数接省由实开看立少\
    後北近应食系健设内空回旅车活门社组對据今柯改运研长台影造或信零式注患解克文站金比报考原极\
    微只做京步点每代說完取件酒售實总里友正告邮究商指龙从队使己易程二種无求计支體万学未間診需\
    世路着水於開知源节向進记女動十均寒直片務标治费价该才口圳山双企推升项韩超經布想域應還長称\
    没拆领染质免非察息再育師投急客花區將眾罗技又她士周效除火博权太种亚沒增白記球引術與值善著\
    联供無報關何规集首眼例监精速存村检传樣获爆型根助府防案光住举機運節德当境失委结专那功气林\
    問症點飞老调样率认容色菌康雪证像施别界统且四便互學當么排業广线席素致张兩檢皮別突往际李清\
    话題劑曾处几江即冠赛房店導富整续疫望段萬革場办走熊星們標配测城留統氣該航落限拉照低必团竹\
    晚你認網备猫诉疾並產救冰强让况障板昨益薪议协创門响单群足付西具員內按先置股材百破形五类油\
    類確價华快港兰項故视头把显亿料营选众否参环神算转军真膚農洋责访室确另降劳送波千險介护销早\
    男导議較據計毒醒号牌奖农级巧數營從份难变避抗志香反專遊選烟验刘术云普景热總規套資离死尔给\
    图欠候订演独吸電狀洗細環列王停风历饮济假码越償括嚴歲兒东副准希切象模拍请版核识批強養裝采\
    甚啤它织教母見縣装则初始继势止苹策依财覺乾庆炎划严战师午讓液頭尿質話腦菸铁器纪充锦若獻顯\
    卻約仕绍印夜析冒欧练禁買難言疑卷陆厂论宣约督终餐端姚郭補帶護設边胶組則變粉車張寶坦仍较儿\
    争英田史警兴福傷購況適處找奶結賣害味青州悉達汉幾贸智随购估决待操湖拿亡讯优耗浪驗笔满念續\
    稱錢嬰控观差幅含庭连痛居調給抽软冬傳鹰负旦复巨预职范般署播廣構酸紅舉親维带判缺岁索底佳哈\
    粒負堵維評級層肉宇探夫积构董律半迎透似黑轨试涉擔額养野銷架执马困条愿逐唯申污米黄參呢穿吃\
    童添巴攝圖乳謝途苗挥款危媒予字雨触章促峰声辦什圍略備訴靴输买断措永孩额余露见六评隨跟择冷\
    呼暖熟證際肌條鄉睡卡承书密遇序药慢答乎杯耐归角良侵享晖阳令衣亮石木某圣觀觸雖單熱蘇宜紙耒\
    返属尾闻层移乘奥竞赵採風視黃授炮哪喜怎写纲符陳範戶飲準預東癮拼威许惠纷激够床尚拥启靠乌络\
    仔浓登氧愛臨勢壓伴婚姓須練創線瓦喝樹麦险季虽稳卖远却尤抵怕讼签吉阶疏敏园红乐繁读斷財訊牛
    """.unicodeScalars.map(\.value))
}
