/// The terms of one concept in one language.
public struct ConceptTerms: Sendable, Equatable {
  /// The term to use; `nil` when the language has no fixed one.
  public var preferred: String?
  /// Other terms and fixed forms that may be used.
  public var admitted: [String]
  /// Forms that are not to be used for this concept.
  public var forbidden: [String]

  /// Creates the terms of a language.
  public init(preferred: String? = nil, admitted: [String] = [], forbidden: [String] = []) {
    self.preferred = preferred
    self.admitted = admitted
    self.forbidden = forbidden
  }

  /// The preferred term first, then the admitted ones.
  public var accepted: [String] { (preferred.map { [$0] } ?? []) + admitted }

  /// All terms with what the glossary says of them, the better first.
  public var all: [(term: String, status: TermStatus)] {
    (preferred.map { [($0, .preferred)] } ?? []) + admitted.map { ($0, .admitted) }
      + forbidden.map { ($0, .forbidden) }
  }
}
