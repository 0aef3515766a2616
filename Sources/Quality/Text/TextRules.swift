import ArticleModel
import LocaleData

/// How a language writes text: `Locales/<tag>/quality.yaml`.
struct TextRules: Sendable {
  /// Quotation marks, an opening and a closing one each; the first is what to write.
  let quotes: [String]
  /// Those that may stand inside of others only.
  let innerQuotes: [String]
  /// Names that are written with other marks.
  let keptQuotes: [[Unicode.Scalar]]
  /// Words that may be said twice in a row.
  let mayRepeat: Set<String>
  /// Words that may be where no noun follows: ένα ένα.
  let distributives: Set<String>
  /// Characters that may not, in a language that doubles many.
  let mayNotRepeat: Set<String>
  /// Words of other languages that are at home in this one.
  let loanwords: Set<String>
  /// Pronouns that stand behind a noun and before a verb: η γιαγιά μου μου έλεγε.
  let pronouns: Set<String>
  /// How a verb ends that such a pronoun stands before.
  let finiteEndings: [String]
  /// Words with a comma inside, in small letters: ό,τι.
  let commaWords: Set<String>
  /// Small words inside names: of, de.
  let particles: Set<String>
  /// Small words that names begin with: von, de.
  let nameParticles: Set<String>
  /// Names and adjectives of the countries, which a term may leave out: Greek, της Κίνας.
  let nationality: Set<String>
  /// Endings of nouns that are made of verbs: σύναψη, establishment.
  let verbalEndings: [String]
  /// Nouns of a term that a verb may stand for, or nothing: message, talks, συνομιλία.
  let lightNouns: Set<String>
  /// Words that say the same in a term: bilateral, two countries.
  let paraphrases: [[String]]
  /// Characters that stand for a name: 京 for 北京.
  let shortNames: [String: String]
  /// What is said where a capital stands for its country: China for Beijing.
  let metonyms: [String: [String]]
  /// Words for bodies and buildings whose names have a place in them: university, 博物馆.
  let institutions: [String]
  /// Small words between such a word and the place: of.
  let nameLinks: Set<String>
  /// How many letters stand for one of English.
  let length: Double?
  /// What makes a number one of a hundred.
  let percent: [String]
  /// What stands between two numbers of a share: out of.
  let shareLinks: Set<String>
  /// Words with a full stop that does not end a sentence.
  let abbreviations: Set<String>
  /// Characters of the other Chinese script, with this script's.
  let foreignCharacters: [Unicode.Scalar: Unicode.Scalar]

  init(locale: LocaleTag, data: LocaleData) throws {
    let file = try data.value(File.self, "\(locale)/quality.yaml") ?? File()
    quotes = file.quotes ?? []
    innerQuotes = file.innerQuotes ?? []
    keptQuotes = (file.keptQuotes ?? []).map { Array($0.unicodeScalars) }
    mayRepeat = Set(file.mayRepeat ?? [])
    distributives = Set(file.distributives ?? [])
    pronouns = Set(file.pronouns ?? [])
    finiteEndings = file.finiteEndings ?? []
    mayNotRepeat = Set(file.mayNotRepeat ?? [])
    loanwords = Set(file.loanwords ?? [])
    commaWords = Set(file.commaWords ?? [])
    particles = Set(file.particles ?? [])
    nameParticles = Set(file.nameParticles ?? [])
    nationality = Set(file.nationality ?? [])
    verbalEndings = file.verbalEndings ?? []
    lightNouns = Set(file.lightNouns ?? [])
    paraphrases = file.paraphrases ?? []
    shortNames = file.shortNames ?? [:]
    metonyms = file.metonyms ?? [:]
    institutions = file.institutions ?? []
    nameLinks = Set(file.nameLinks ?? [])
    length = file.length
    percent = file.percent ?? []
    shareLinks = Set(file.shareLinks ?? [])
    abbreviations = Set(file.abbreviations ?? [])
    var characters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for line in (data.text("\(locale)/foreign-characters.txt") ?? "").split(separator: "\n")
    where !line.hasPrefix("#") {
      for pair in line.split(separator: " ") {
        let scalars = Array(pair.unicodeScalars)
        if scalars.count == 2 { characters[scalars[0]] = scalars[1] }
      }
    }
    foreignCharacters = characters
  }

  private struct File: Decodable {
    var quotes: [String]?
    var innerQuotes: [String]?
    var keptQuotes: [String]?
    var mayRepeat: [String]?
    var distributives: [String]?
    var pronouns: [String]?
    var finiteEndings: [String]?
    var mayNotRepeat: [String]?
    var loanwords: [String]?
    var commaWords: [String]?
    var particles: [String]?
    var nameParticles: [String]?
    var nationality: [String]?
    var verbalEndings: [String]?
    var lightNouns: [String]?
    var paraphrases: [[String]]?
    var shortNames: [String: String]?
    var metonyms: [String: [String]]?
    var institutions: [String]?
    var nameLinks: [String]?
    var length: Double?
    var percent: [String]?
    var shareLinks: [String]?
    var abbreviations: [String]?

    enum CodingKeys: String, CodingKey {
      case quotes, loanwords, particles, abbreviations, nationality, distributives, pronouns
      case paraphrases, metonyms, institutions, length, percent
      case commaWords = "comma-words"
      case lightNouns = "light-nouns"
      case finiteEndings = "finite-endings"
      case nameLinks = "name-links"
      case shareLinks = "share-links"
      case innerQuotes = "inner-quotes"
      case verbalEndings = "verbal-endings"
      case shortNames = "short-names"
      case nameParticles = "name-particles"
      case keptQuotes = "kept-quotes"
      case mayRepeat = "may-repeat"
      case mayNotRepeat = "may-not-repeat"
    }
  }
}
