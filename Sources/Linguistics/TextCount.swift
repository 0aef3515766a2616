/// How long a text is, in the units that translators are paid by.
public struct TextCount: Sendable, Equatable {
  /// The words of ICU, Chinese ones by its dictionary; spaces and punctuation are none.
  public var words = 0
  /// The characters as readers see them (grapheme clusters), with spaces.
  public var characters = 0
  /// The characters without white space.
  public var charactersWithoutSpaces = 0
}
