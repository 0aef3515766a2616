public import ArticleModel

/// A row of the glossary: what is meant, and how each language says it.
public struct Concept: Sendable, Equatable {
  /// The identifier, stable.
  public var id: String
  /// The field it belongs to: party, state, office.
  public var domain: String?
  /// Whether an editor has still to confirm the terms; such a row asks for no certain wording.
  public var isUnconfirmed: Bool
  /// Whether abbreviations are told from words by their case.
  public var isCaseSensitive: Bool
  /// Traps and competing forms.
  public var note: String?
  /// What was read.
  public var source: String?
  /// The terms by language.
  public var terms: [LocaleTag: ConceptTerms]
  /// The file of the row.
  public var file: String
  /// The line of the row, from 1.
  public var line: Int

  /// Creates a concept.
  public init(
    id: String, domain: String? = nil, isUnconfirmed: Bool = false, isCaseSensitive: Bool = false,
    note: String? = nil, source: String? = nil, terms: [LocaleTag: ConceptTerms] = [:],
    file: String, line: Int
  ) {
    self.id = id
    self.domain = domain
    self.isUnconfirmed = isUnconfirmed
    self.isCaseSensitive = isCaseSensitive
    self.note = note
    self.source = source
    self.terms = terms
    self.file = file
    self.line = line
  }

  /// Whether its forbidden forms hold everywhere, not only where the source has the concept: rows
  /// that record how one publisher words things.
  public var isHouseRule: Bool { note?.hasPrefix("publisher's rule") == true }

  /// The offices that the note of a person names: `office: T043, T046`, up to a semicolon.
  package var offices: Set<String> {
    guard let list = clauses.first(where: Self.linksOffices)?.dropFirst(Self.officeMark.count)
    else {
      return []
    }
    return Set(list.split { $0 == "," || $0 == " " }.map(String.init))
  }

  /// What the note says to a reader: all of it but the offices, which are for the program.
  package var advice: String? {
    let said = clauses.filter { !Self.linksOffices($0) }.joined(separator: "; ")
    return said.isEmpty ? nil : said
  }

  private static let officeMark = "office:"

  private static func linksOffices(_ clause: Substring) -> Bool { clause.hasPrefix(officeMark) }

  private var clauses: [Substring] {
    (note ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
  }

  /// Whether its terms are names of places or persons.
  package var isName: Bool { domain == "geography" || domain == "person" }

  /// Whether its terms are what persons are called by their office.
  var isOffice: Bool { domain == "office" }

  /// Whether its terms are names of one thing each, by the domain: a name of one word has a capital.
  var isOfNames: Bool { isName || domain == "event" || domain == "international" }
}
