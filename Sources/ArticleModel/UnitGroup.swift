/// A group of units in a file (XLIFF 2.1, section 4.2.2.4).
public struct UnitGroup: Sendable, Equatable {
  /// The identifier.
  public var id: String
  /// The name.
  public var name: String?
  /// What is said of the group as a whole.
  public var notes: [Note]

  /// Creates a group.
  public init(id: String, name: String? = nil, notes: [Note] = []) {
    self.id = id
    self.name = name
    self.notes = notes
  }
}
