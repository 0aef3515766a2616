/// A remark for the translator (XLIFF 2.1, section 4.2.2.10).
public struct Note: Sendable, Equatable {
  /// What kind of remark it is: `role`, `address`, `heading`, `previous`.
  public var category: String?
  /// The remark.
  public var text: String

  /// How much it matters, 1 the most to 10; `nil` when the file does not say.
  public var priority: Int?

  /// Creates a note.
  public init(category: String? = nil, text: String, priority: Int? = nil) {
    self.category = category
    self.text = text
    self.priority = priority
  }
}
