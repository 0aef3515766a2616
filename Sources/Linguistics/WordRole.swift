/// What a word does in sentences: a role for each list of `Locales/<tag>/`.
struct WordRole: OptionSet, Sendable {
  let rawValue: UInt16

  /// Begins a sentence: `The`.
  static let starter = WordRole(rawValue: 1)
  /// Begins one when a small letter follows, and is part of a name else: `Local workers`.
  static let opener = WordRole(rawValue: 1 << 1)
  /// Makes the name before it the subject of a sentence: `China will`.
  static let verb = WordRole(rawValue: 1 << 2)
  /// An office or a body, which a country or a company has: `U.S. Congress`.
  static let office = WordRole(rawValue: 1 << 3)
  /// Goes on with a sentence after an abbreviation that may end one: `5 p.m. Friday`.
  static let continuer = WordRole(rawValue: 1 << 4)
  /// Says who speaks.
  static let speech = WordRole(rawValue: 1 << 5)
  /// Ends no sentence: what follows its ellipsis goes on.
  static let hanging = WordRole(rawValue: 1 << 6)
  /// Has a letter for a number: `Group C`.
  static let lettered = WordRole(rawValue: 1 << 7)
  /// Counts the parts of a text with the number after it: `Article 5`.
  static let partName = WordRole(rawValue: 1 << 8)
  /// A foreign word that ends as none of the language does: ρεκόρ.
  static let loan = WordRole(rawValue: 1 << 9)
  /// Looks like a verb of speech and is none, or makes a noun of one: 访问, 的.
  static let speechNoun = WordRole(rawValue: 1 << 10)
  /// Makes whom it stands before a speaker: 这样形容.
  static let manner = WordRole(rawValue: 1 << 11)
  /// Counts time, behind a number: 时.
  static let unitOfTime = WordRole(rawValue: 1 << 12)
  /// Asks somebody: 问.
  static let asking = WordRole(rawValue: 1 << 13)
  /// Says that something is not so: 不.
  static let negation = WordRole(rawValue: 1 << 14)
  /// Makes what stands before it say more of what follows: 地.
  static let modifier = WordRole(rawValue: 1 << 15)

  /// The lists, by the names of their files.
  ///
  /// In some a word in small letters is there with a capital one too.
  static let lists: [(name: String, role: WordRole, isForBothCases: Bool)] = [
    ("starters", .starter, false), ("openers", .opener, false), ("verbs", .verb, false),
    ("offices", .office, false), ("continuers", .continuer, false), ("speech", .speech, false),
    ("hanging", .hanging, true), ("lettered", .lettered, true), ("part-names", .partName, false),
    ("loanwords", .loan, false), ("speech-nouns", .speechNoun, false),
    ("manners", .manner, false), ("time-units", .unitOfTime, false), ("asking", .asking, false),
    ("negations", .negation, false), ("modifiers", .modifier, false),
  ]
}
