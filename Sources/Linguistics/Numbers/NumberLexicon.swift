import ArticleModel
import LocaleData

/// How a language writes numbers: `Locales/<tag>/numbers.yaml`.
struct NumberLexicon: Sendable {
  let decimal: Unicode.Scalar
  let grouping: Unicode.Scalar
  /// Words with their values: one, τρεις, διακόσια.
  let cardinals: [String: Double]
  let ordinals: [String: Double]
  /// Words that multiply what is before them: million, χιλιάδες.
  let scales: [String: Double]
  /// The same, of words that are units of measure as well: m, εκ.
  let unsureScales: [String: Double]
  /// Denominators after a cardinal: third, τέταρτα.
  let fractions: [String: Double]
  /// Words and phrases that may mean a number: both, 双, half a century.
  let possible: [String: [Double]]
  /// Those of several words, or characters.
  let possiblePhrases: PhraseList
  let months: [String: Double]
  /// Months that are other words as well, unless a number is beside them.
  let unsureMonths: Set<String>
  /// Words that stand inside a number: and.
  let joiners: Set<String>
  /// Words for one before a scale: a.
  let articles: Set<String>
  /// Numbers in front of a stem, τρι-, and the stems that they count: -ήμερ-.
  let prefixes: [(String, Double)]
  let counted: [String]
  /// Words between a fraction and its scale: of, a.
  let links: Set<String>
  /// Words for ten years after a number.
  let decades: Set<String>
  let halfAfter: PhraseList
  let decadeBefore: PhraseList
  let morning: PhraseList
  let afternoon: PhraseList
  let clockBefore: PhraseList
  let notNumbers: PhraseList
  /// Times of day in words; `nil` for a language that has no words for them here.
  let clock: SpokenClock?
  /// The characters of Chinese numbers; `nil` for other languages.
  let han: HanNumerals?

  init(locale: LocaleTag, data: LocaleData) throws {
    let file = try data.value(File.self, "\(locale)/numbers.yaml") ?? File()
    func folded<Value>(_ words: [String: Value]?) -> [String: Value] {
      Dictionary((words ?? [:]).map { (Self.fold($0.key), $0.value) }) { first, _ in first }
    }
    func set(_ words: [String]?) -> Set<String> { Set((words ?? []).map(Self.fold)) }
    decimal = file.decimal?.unicodeScalars.first ?? "."
    grouping = file.grouping?.unicodeScalars.first ?? ","
    cardinals = folded(file.cardinals)
    ordinals = folded(file.ordinals)
    scales = folded(file.scales)
    unsureScales = folded(file.unsureScales)
    fractions = folded(file.fractions)
    let possible = folded(file.possible)
    self.possible = possible
    possiblePhrases = PhraseList(
      possible.keys.filter { $0.count > 1 && !$0.unicodeScalars.allSatisfy(\.isAlphabetic) })
    months = folded(file.months)
    unsureMonths = set(file.unsureMonths)
    joiners = set(file.joiners)
    articles = set(file.articles)
    prefixes = folded(file.prefixes).sorted { $0.key.count > $1.key.count }
    counted = (file.counted ?? []).map(Self.fold)
    links = set(file.links)
    decades = set(file.decades)
    halfAfter = PhraseList(file.halfAfter ?? [])
    decadeBefore = PhraseList(file.decadeBefore ?? [])
    morning = PhraseList(file.morning ?? [])
    afternoon = PhraseList(file.afternoon ?? [])
    clockBefore = PhraseList(file.clockBefore ?? [])
    notNumbers = PhraseList(file.notNumbers ?? [])
    clock = file.clock.map(SpokenClock.init)
    han = file.han.map(HanNumerals.init)
  }

  static func fold(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(scalar.folded) }
    return result
  }

  private struct File: Decodable {
    var decimal: String?
    var grouping: String?
    var cardinals: [String: Double]?
    var ordinals: [String: Double]?
    var scales: [String: Double]?
    var unsureScales: [String: Double]?
    var fractions: [String: Double]?
    var possible: [String: [Double]]?
    var months: [String: Double]?
    var unsureMonths: [String]?
    var joiners: [String]?
    var articles: [String]?
    var prefixes: [String: Double]?
    var counted: [String]?
    var links: [String]?
    var decades: [String]?
    var halfAfter: [String]?
    var decadeBefore: [String]?
    var morning: [String]?
    var afternoon: [String]?
    var clockBefore: [String]?
    var notNumbers: [String]?
    var clock: SpokenClock.File?
    var han: HanNumerals.File?

    enum CodingKeys: String, CodingKey {
      case decimal, grouping, cardinals, ordinals, scales, fractions, possible, months, joiners
      case prefixes, counted, articles, links, decades, morning, afternoon, clock, han
      case unsureScales = "unsure-scales"
      case unsureMonths = "unsure-months"
      case halfAfter = "half-after"
      case decadeBefore = "decade-before"
      case clockBefore = "clock-before"
      case notNumbers = "not-numbers"
    }
  }
}
