/// A block of an article as the translator gets it: segments, and what lies between them.
///
/// Joined, the sources of the parts are the block's content, to the last character.
public struct TranslationUnit: Sendable, Equatable {
  /// The identifier that the block was first given.
  public var id: String
  /// What the block is.
  public var role: BlockRole?
  /// The name of a unit that is no block of an article.
  public var name: String?
  /// The groups around the unit, the outermost first.
  public var groups: [UnitGroup]
  /// The greatest number of code points that a translation may have.
  public var sizeLimit: Int?
  /// Whether the text is to be translated at all.
  public var isTranslatable: Bool
  /// What the translator is told: page address, headings above, role.
  public var notes: [Note]
  /// Segments and ignorables in order.
  public var parts: [UnitPart]
  /// The concepts that occur in the unit, each once.
  public var glossary: [GlossaryEntry]
  /// Translations of similar text, best first (XLIFF 2.1, translation candidates module).
  public var matches: [TranslationMatch]

  /// Creates a unit.
  public init(
    id: String, role: BlockRole? = nil, name: String? = nil, groups: [UnitGroup] = [],
    sizeLimit: Int? = nil, isTranslatable: Bool = true, notes: [Note] = [],
    parts: [UnitPart], glossary: [GlossaryEntry] = [], matches: [TranslationMatch] = []
  ) {
    self.id = id
    self.role = role
    self.name = name
    self.groups = groups
    self.sizeLimit = sizeLimit
    self.isTranslatable = isTranslatable
    self.notes = notes
    self.parts = parts
    self.glossary = glossary
    self.matches = matches
  }

  /// The segments, in order.
  public var segments: [Segment] {
    parts.compactMap { if case .segment(let segment) = $0 { segment } else { nil } }
  }

  /// The whole source.
  public var source: [Inline] { parts.flatMap(\.source).normalized }

  /// Whether every segment with text has a translation with text.
  public var isTranslated: Bool {
    segments.allSatisfy { segment in
      segment.source.textOnly.isEmpty || segment.target.map { !$0.textOnly.isEmpty } ?? false
    }
  }
}
