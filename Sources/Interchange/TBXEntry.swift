public import ArticleModel

/// A concept of a term base (ISO 30042, concept entry).
public struct TBXEntry: Sendable, Equatable {
  /// A term in one language (term section).
  public struct Term: Sendable, Equatable {
    /// ISO 30042, administrative status.
    public enum Status: String, Sendable, CaseIterable {
      case preferred = "preferredTerm-admn-sts"
      case admitted = "admittedTerm-admn-sts"
      case deprecated = "deprecatedTerm-admn-sts"
      case superseded = "supersededTerm-admn-sts"
    }

    /// The language of the term.
    public var language: LocaleTag
    /// The term.
    public var text: String
    /// What may be done with it; `nil` when the file does not say.
    public var status: Status?

    /// Creates a term.
    public init(language: LocaleTag, text: String, status: Status?) {
      self.language = language
      self.text = text
      self.status = status
    }
  }

  /// The identifier.
  public var id: String
  /// The subject field.
  public var subject: String?
  /// Notes on the concept.
  public var notes: [String]
  /// Where the concept was found.
  public var source: String?
  /// Words that set entries apart (project subset).
  public var subsets: [String]
  /// The terms, language by language.
  public var terms: [Term]
  /// The line of the entry, from 1.
  public var line: Int

  /// Creates an entry.
  public init(
    id: String, subject: String? = nil, notes: [String] = [], source: String? = nil,
    subsets: [String] = [], terms: [Term] = [], line: Int = 1
  ) {
    self.id = id
    self.subject = subject
    self.notes = notes
    self.source = source
    self.subsets = subsets
    self.terms = terms
    self.line = line
  }
}

/// The forms of TBX that are written; both are read by their own names.
public enum TBXVersion: String, Sendable, CaseIterable {
  /// TBX-Basic of 2009: `martif`, what most tools read.
  case martif = "2"
  /// ISO 30042:2019 in the style DCT: data categories as elements.
  case dct = "3"
}
