/// What a bundle tells the translator about one concept (XLIFF 2.1, glossary module, section 5.2).
public struct GlossaryEntry: Sendable, Equatable {
  /// The concept's identifier in the glossary.
  public var concept: String
  /// The term as it stands in the source.
  public var term: String
  /// The terms for the target language, the preferred one first.
  public var translations: [String]
  /// What the glossary says of the concept.
  public var definition: String?

  /// Creates an entry.
  public init(concept: String, term: String, translations: [String], definition: String? = nil) {
    self.concept = concept
    self.term = term
    self.translations = translations
    self.definition = definition
  }
}
