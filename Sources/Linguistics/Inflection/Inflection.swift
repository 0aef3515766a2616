/// How a language changes the words of a term.
package protocol Inflection: Sendable {
  /// The folded words that may stand between the words of a term, or be left out there.
  var optionalWords: Set<[UInt32]> { get }

  /// The folded words that may stand between the words of a term besides: αναπτυσσόμενες αυτές χώρες.
  var wordsBetween: Set<[UInt32]> { get }

  /// The folded words that may stand before a name inside of a term: του κινεζικού Υπουργείου.
  var nationalities: Set<[UInt32]> { get }

  /// Short forms that a full stop follows: υπ.
  var abbreviations: Set<[UInt32]> { get }

  /// The ordinal of a number in figures, folded: 14th, 14ο.
  func ordinal(_ number: Int) -> [UInt32]

  /// The folded words that a hyphen may add before a term, and behind it, without making another
  /// thing of it: state visit-related, but not head of state-owned.
  var compoundParts: (starts: Set<[UInt32]>, ends: Set<[UInt32]>)? { get }

  /// Whether an optional word may stand before a small letter where the term has none: head of the
  /// state school is no head of state.
  var addsOptionalWords: Bool { get }

  /// How what a term names may stand behind its owner; `nil` where it does not.
  var possession: Possession? { get }

  /// The forms in which each word of a term may stand in a text; none for a word that is optional.
  ///
  /// - Returns: An empty array when the term has no other number, and that is asked for.
  func forms(ofTerm words: [FoldedWord], as meaning: TermMeaning) -> [[InflectedForm]]
}

/// How the owner of what a term names may stand in front of it: Greece's Prime Minister.
///
/// The words are folded.
package struct Possession: Sendable {
  /// What joins the owner where it stands behind: General Assembly of the UN.
  package internal(set) var join = ""
  /// Countries, which may stand with an 's inside of a term as well: China's National Congress.
  package internal(set) var owners: Set<[UInt32]> = []
  /// Words of offices, which may be in small letters behind their owner.
  package internal(set) var titles: Set<[UInt32]> = []
  /// Bodies whose field may stand in front: the finance ministry.
  package internal(set) var fieldBodies: Set<[UInt32]> = []
  /// The country of each adjective: the Chinese Embassy is China's Embassy.
  package internal(set) var countries: [[UInt32]: String] = [:]
}

/// What a term's meaning says of its forms.
package struct TermMeaning: Sendable {
  /// Which numbers count.
  package enum Number: Sendable {
    case both
    /// The one that the term is written in.
    case own
    /// The other one.
    case other
  }

  package var number: Number
  /// Whether it is what persons are called, who are not neuter: ομόλογος, but not ομόλογα.
  package var isPerson: Bool

  /// What is known of a term.
  package init(number: Number = .both, isPerson: Bool = false) {
    self.number = number
    self.isPerson = isPerson
  }
}

/// A form of a word, as a change of its end.
package struct InflectedForm: Sendable, Equatable {
  /// How many of the word's first letters it keeps.
  package var kept: Int
  /// The letters that follow those.
  package var ending: [UInt32]
  /// The cases, numbers and genders that it may be: words that agree share one.
  package var agreement: Agreement
  /// The letters that may have the accent, a bit each; none when any may.
  package var accents: UInt64

  /// A form.
  package init(
    kept: Int, ending: [UInt32] = [], agreement: Agreement = .any, accents: UInt64 = 0
  ) {
    self.kept = kept
    self.ending = ending
    self.agreement = agreement
    self.accents = accents
  }
}

/// A set of gender, number and case in one: 3 × 2 × 4 bits.
package struct Agreement: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A word that agrees with all.
  package static let any = Agreement(rawValue: 0xFF_FFFF)
  /// Any plural form.
  package static let plural = Agreement(rawValue: 0xF0_F0F0)
  /// Any form in a case that another word asks for.
  package static let oblique = Agreement(rawValue: 0x66_6666)
  /// Any singular form.
  package static let singular = Agreement(rawValue: 0x0F_0F0F)

  /// The same cases in all genders and numbers.
  package var cases: Agreement {
    let cells = rawValue | rawValue >> 8 | rawValue >> 16
    let cases = (cells | cells >> 4) & 0xF
    return Agreement(rawValue: cases * 0x11_1111)
  }

  /// One of the eight cells of a paradigm, in some genders (a bit each: masculine, feminine, neuter).
  init(cell: Int, genders: UInt32) {
    var bits: UInt32 = 0
    for gender in 0..<3 where genders & 1 << gender != 0 { bits |= 1 << (gender * 8 + cell) }
    rawValue = UInt32(bits)
  }
}
