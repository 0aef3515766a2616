/// A piece of markup inside running text: a link, emphasis, a line break.
///
/// A paired code is two values, one `opening` and one `closing`, that share their `id`. The page
/// is generated from `kind` and `attributes`; `data` is only what a translator is shown.
public struct InlineCode: Sendable, Equatable, Hashable, Codable {
  /// Whether the code stands alone or is one half of a pair.
  public enum Position: String, Sendable, Codable {
    case opening, closing, standalone
  }

  /// What the markup means.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case link, bold, italic, underline, strikethrough, superscript, `subscript`, code, quote
    case lineBreak, image, abbreviation, ruby, other
  }

  /// The identifier, unique in its unit; both halves of a pair carry the same one.
  public var id: String
  /// Whether the code stands alone or is one half of a pair.
  public var position: Position
  /// What the markup means.
  public var kind: Kind
  /// The markup of this half as normalised HTML (`<a href="…">`, `</a>`, `<br>`).
  public var data: String
  /// The type in the file that the code was read from, where `kind` does not say it all: prefix,
  /// colon, value (XLIFF 2.1, section 4.3.1.38).
  public var subType: String?
  /// The attributes that a generated page keeps (`href`, `src`, `alt`, `title`), by name.
  public var attributes: [String: String]

  /// Creates a code.
  public init(
    id: String, position: Position, kind: Kind, data: String, subType: String? = nil,
    attributes: [String: String] = [:]
  ) {
    self.id = id
    self.position = position
    self.kind = kind
    self.data = data
    self.subType = subType
    self.attributes = attributes
  }
}
