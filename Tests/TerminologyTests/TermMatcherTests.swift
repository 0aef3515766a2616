import ArticleModel
import Terminology
import Testing

@Suite struct TermMatcherTests {
  private func found(_ text: String, _ locale: LocaleTag) throws -> [String] {
    let bytes = Array(text.utf8)
    return try TermMatcher(glossary: .builtIn(), locale: locale).hits(in: text)
      .filter { $0.status != .forbidden }
      .map { "\($0.concept) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
  }

  @Test("the longest term counts, and none inside of it")
  func longest() throws {
    #expect(
      try found("the 19th National Congress of the Communist Party of China (CPC)", .english)
        == ["T002 19th National Congress of the Communist Party of China", "T001 CPC"])
    #expect(
      try found("the People's Republic of China", .english) == ["T153 People's Republic of China"])
  }

  @Test("an abbreviation is told from a word by its case")
  func abbreviation() throws {
    #expect(try found("cpc and PLA", .english) == ["T031 PLA"])
  }

  @Test("terms in an address do not count", arguments: ["gr.china-embassy.gov.cn", "a@china.cn"])
  func address(text: String) throws {
    #expect(try found("Write to \(text) today", .english).isEmpty)
  }

  @Test(
    "Greek terms are found in any case",
    arguments: [
      ("του 19ου Εθνικού Συνεδρίου του Κομμουνιστικού Κόμματος της Κίνας", "T002"),
      ("ΤΗΣ ΛΑΪΚΗΣ ΔΗΜΟΚΡΑΤΙΑΣ ΤΗΣ ΚΙΝΑΣ", "T153"), ("των διμερών σχέσεων", "T101"),
      ("του αμοιβαίου σεβασμού", "T092"),
      ("τον Γενικό Γραμματέα της Κεντρικής Επιτροπής του ΚΚΚ", "T006"),
    ])
  func greek(text: String, concept: String) throws {
    #expect(try found(text, .greek).map { String($0.prefix(4)) } == [concept])
  }

  @Test(
    "a pronoun may stand between an adjective and its noun", arguments: ["τις", "αυτές", "μας"])
  func pronoun(word: String) throws {
    #expect(
      try found("οι αναπτυσσόμενες \(word) χώρες", .greek) == [
        "T145 αναπτυσσόμενες \(word) χώρες"
      ])
  }

  @Test("an article makes another thing of an English term, but before a name")
  func article() throws {
    #expect(try found("the head of the state school", .english).isEmpty)
    #expect(try found("at invitation of the mayor", .english) == ["T100 at invitation of"])
    #expect(try found("Port of the Piraeus", .english) == ["T168 Port of the Piraeus"])
  }

  @Test("a short Chinese term counts only where the dictionary sees a word")
  func chinese() throws {
    #expect(try found("发展中共同", .simplifiedChinese).isEmpty)
    #expect(try found("中国共产党", .traditionalChinese) == ["T001 中国共产党"])
    #expect(try found("中國共產黨", .traditionalChinese) == ["T001 中國共產黨"])
  }

  @Test("a term inside a longer one counts as used")
  func nested() throws {
    let matcher = TermMatcher(glossary: try .builtIn(), locale: .simplifiedChinese)
    #expect(matcher.concepts(in: "中国共产党第十九次全国代表大会").isSuperset(of: ["T001", "T002"]))
  }

  @Test(
    "a term with another concept inside has all names of that one there",
    arguments: [
      ("the United Nations Charter", LocaleTag.english, "T192 United Nations Charter"),
      (
        "the Standing Committee of the Politburo", .english,
        "T008 Standing Committee of the Politburo"
      ),
      ("τον ΓΓ του Οργανισμού Ηνωμένων Εθνών", .greek, "T057 ΓΓ του Οργανισμού Ηνωμένων Εθνών"),
      ("中共第二十次全國代表大會", .traditionalChinese, "T003 中共第二十次全國代表大會"),
    ])
  func nestedNames(text: String, locale: LocaleTag, hit: String) throws {
    #expect(try found(text, locale) == [hit])
  }

  @Test("a short form in brackets may stand inside of a term, and begins none")
  func brackets() throws {
    let text = "the Communist Party of China (CPC) Central Committee"
    #expect(
      try found(text, .english) == ["T005 Communist Party of China (CPC) Central Committee"])
    #expect(
      try found("the party (CPC) Central Committee", .english) == ["T001 CPC"])
  }

  @Test(
    "a hyphen may be there or not",
    arguments: [
      ("win–win co-operation", LocaleTag.english, "T083"), ("the G-20", .english, "T196"),
      ("noninterference in internal affairs", .english, "T108"),
      ("των σινο-ελληνικών σχέσεων", .greek, "T102"), ("το Γ.Ε.ΕΘ.Α.", .greek, "T067"),
    ])
  func hyphens(text: String, locale: LocaleTag, concept: String) throws {
    #expect(try found(text, locale).map { String($0.prefix(4)) } == [concept])
  }

  @Test(
    "half of a compound is no word of a term",
    arguments: [
      ("the head of state-owned lines", [] as [String]), ("out-of-state visits", []),
      ("state visit-related talks", ["T094 state visit"]),
    ])
  func compounds(text: String, hits: [String]) throws {
    #expect(try found(text, .english) == hits)
  }

  @Test(
    "the body of another country is not ours, but for what each country has",
    arguments: [
      ("Vietnam's Supreme People's Court", LocaleTag.english, [] as [String]),
      ("the State Council of the Netherlands", .english, []),
      ("the French Foreign Ministry", .english, ["T023 Foreign Ministry"]),
      ("ο Πρόεδρος της Δημοκρατίας της Κορέας", .greek, []),
      ("the Premier of Western Australia", .english, []),
      ("Vice President of the European Bank", .english, []),
      ("Vice Premier of China", .english, ["T044 Vice Premier of China"]),
      ("the Ambassador of Norway", .english, ["T048 Ambassador"]),
      ("ο αντιπρόεδρος της κυβέρνησης του Ισραήλ", .greek, []),
      ("το κυπριακό Προεδρικό Μέγαρο", .greek, []), ("美国国务院", .simplifiedChinese, []),
      ("德国副总理", .simplifiedChinese, []), ("越共中央政治局", .simplifiedChinese, []),
      ("希腊人民解放军", .simplifiedChinese, ["T060 希腊"]), ("德国大使", .simplifiedChinese, ["T048 大使"]),
      ("法国外交部", .simplifiedChinese, ["T023 外交部"]),
    ])
  func foreignBodies(text: String, locale: LocaleTag, hits: [String]) throws {
    #expect(try found(text, locale) == hits)
  }

  @Test(
    "a Chinese text is read as the words that are written most often, whatever they tear",
    arguments: [
      ("把东西藏在座椅下面", [] as [String]), ("拓展海外新疆域", []),
      ("靠提高质量发展回头客", []), ("企业的创新发展理念", []), ("借雕刻发展中国家具市场", ["T153 中国"]),
      ("世贸组织总理事会开会", ["T198 世贸组织"]), ("山里的村子才开通电话", []),
      ("游客抵达上海港", ["T167 上海"]), ("两国外长举行会谈", ["T046 外长"]),
      ("省政协委员提出建议", ["T018 政协"]), ("中国政府工作报告", ["T153 中国", "T040 政府工作报告"]),
    ])
  func chineseReadings(text: String, hits: [String]) throws {
    #expect(try found(text, .simplifiedChinese) == hits)
  }

  @Test(
    "characters beside a Chinese term tell where it ends",
    arguments: [
      ("财政部将于周三发债", ["T027 财政部"]), ("行动上同党中央一致", ["T005 党中央"]),
      ("坚持合作共赢的原则", ["T083 合作共赢"]), ("中法人文交流", ["T138 人文交流"]),
      ("中央政治局常委会见了代表团", ["T007 中央政治局"]),
      ("多位全国政协委员会同代表赴港", ["T018 全国政协"]), ("党代会务资料", []),
      ("故乡提克里特", []), ("来到克里特", ["T171 克里特"]),
      ("运动员王毅超夺冠", []), ("王毅强调", ["T211 王毅"]),
    ])
  func chineseNeighbours(text: String, hits: [String]) throws {
    #expect(try found(text, .simplifiedChinese) == hits)
  }

  @Test(
    "attributes may stand in a Chinese phrase, and 的 behind four characters of it",
    arguments: [
      ("建立大使级外交关系", ["T103 建立大使级外交关系"]),
      ("不干涉别国内政", ["T108 不干涉别国内政"]),
      ("中华民族的伟大复兴", ["T116 中华民族的伟大复兴"]), ("新的时代", []),
      ("党的第二十次全国代表大会", ["T003 党的第二十次全国代表大会"]),
    ])
  func chinesePhrases(text: String, hits: [String]) throws {
    #expect(try found(text, .simplifiedChinese) == hits)
  }

  @Test(
    "the name of one thing has its other number in capitals alone, other terms have both",
    arguments: [
      ("European unions of farmers", LocaleTag.english, [] as [String]),
      ("Four Central Committees of the CPC met", .english, ["T005 Central Committees of the CPC"]),
      ("World Expos", .english, ["T179 World Expos"]), ("trade expos", .english, []),
      ("three state visits", .english, ["T094 state visits"]), ("rules of law", .english, []),
      ("ευρωπαϊκές ενώσεις αγροτών", .greek, []), ("οι Κρήτες τοξότες", .greek, []),
      ("Παγκόσμιες Εκθέσεις", .greek, ["T179 Παγκόσμιες Εκθέσεις"]),
      ("Υπουργεία Εξωτερικών", .greek, ["T023 Υπουργεία Εξωτερικών", "T065 Υπουργεία Εξωτερικών"]),
    ])
  func numbers(text: String, locale: LocaleTag, hits: [String]) throws {
    #expect(try found(text, locale) == hits)
  }

  @Test(
    "what persons are called is not neuter, and has a feminine",
    arguments: [
      ("τα κρατικά ομόλογα", [] as [String]), ("την ομόλογό της", ["T059 ομόλογό"]),
      ("η Αναπληρώτρια Υπουργός Εξωτερικών", ["T066 Αναπληρώτρια Υπουργός Εξωτερικών"]),
    ])
  func persons(text: String, hits: [String]) throws {
    #expect(try found(text, .greek) == hits)
  }

  @Test(
    "an ordinal is the same in figures and in words",
    arguments: [
      ("the Twentieth National Congress of the CPC", LocaleTag.english, "T003"),
      ("the twenty-first century Maritime Silk Road", .english, "T079"),
      ("中国共产党第19次全国代表大会", .simplifiedChinese, "T002"),
      ("在20国集团", .simplifiedChinese, "T196"),
      ("της πεντηκοστής επετείου της σύναψης διπλωματικών σχέσεων", .greek, "T188"),
    ])
  func ordinals(text: String, locale: LocaleTag, concept: String) throws {
    #expect(try found(text, locale).map { String($0.prefix(4)) } == [concept])
  }

  @Test("a name before a term may as well stand behind it, in the case that it has there")
  func turned() throws {
    #expect(
      try found("the General Assembly of the UN", .english) == ["T191 General Assembly of the UN"])
    #expect(
      try found("ο Κινέζος Πρωθυπουργός την Ελλάδα", .greek)
        == ["T043 Κινέζος Πρωθυπουργός", "T060 Ελλάδα"])
  }

  @Test(
    "an owner may stand before a name in an English term, and in front of what is the owner's",
    arguments: [
      ("the Standing Committee of China's National People's Congress", "T015"),
      ("Greece's Prime Minister", "T062"), ("China's banks", "T153"),
      ("the CPC's 20th National Congress", "T003"),
      ("the CPC Central Committee's International Department", "T011"),
      ("China's Embassy in Greece", "T052"), ("the finance ministry", "T027"),
    ])
  func owner(text: String, concept: String) throws {
    #expect(try found(text, .english).map { String($0.prefix(4)) } == [concept])
  }

  @Test(
    "learned Greek forms are found",
    arguments: [
      ("η Ελλάς", "T060"), ("ο Πρέσβυς της Κίνας στην Ελλάδα", "T048"),
      ("της Νοτίου Σινικής Θαλάσσης", "T165"),
      ("της μη ανάμειξης στις εσωτερικές υποθέσεις", "T108"),
    ])
  func learned(text: String, concept: String) throws {
    #expect(try found(text, .greek).map { String($0.prefix(4)) } == [concept])
  }

  @Test("offsets are in scalars, in whatever order they are asked for")
  func offsets() {
    let text = "aΕλ中𠀀é"
    let places = text.unicodeScalars.indices.map {
      text.utf8.distance(from: text.startIndex, to: $0)
    }
    var offsets = ScalarOffsets(text)
    for number in [5, 0, 3, 3, 1, 4, 2] {
      #expect(offsets.scalars(before: places[number]) == number)
    }
  }

  @Test(
    "aspect marks and a count may stand between verb and object",
    arguments: ["交换了意见", "交换过意见", "交换了初步的意见"])
  func aspect(text: String) throws {
    #expect(try found(text, .simplifiedChinese) == ["T099 \(text)"])
  }

  @Test(
    "a Chinese text is cut where that makes words of it",
    arguments: [
      ("国宴会场", ["T151 国宴"]), ("中国家电企业", ["T153 中国"]), ("全国宴席大赛", []),
      ("国务委员会主席", []), ("比港股高", []),
    ])
  func cutting(text: String, hits: [String]) throws {
    #expect(try found(text, .simplifiedChinese) == hits)
  }
}
