/// A remark for the translator (XLIFF 2.1, section 4.2.2.10).
public struct Note: Sendable, Equatable {
  /// What kind of remark it is: `role`, `address`, `heading`, `previous`.
  public var category: String?
  /// The remark.
  public var text: String

  /// Creates a note.
  public init(category: String? = nil, text: String) {
    self.category = category
    self.text = text
  }
}
