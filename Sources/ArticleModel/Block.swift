/// A block of an article: one title, paragraph, list item, table cell or image.
///
/// A block becomes one translation unit; what is translated of an image is its alternative text.
public struct Block: Sendable, Equatable, Codable {
  /// Where a block stands in the list or the table that it belongs to.
  public struct Place: Sendable, Equatable, Codable {
    /// The number of the list or table in the article, from 1; its blocks are neighbours.
    public var group: Int
    /// True for an item of a numbered list and for a header cell.
    public var marked: Bool
    /// The depth of a list item, or the row of a cell, from 1.
    public var row: Int
    /// The column of a cell, from 1; 0 in a list.
    public var column: Int

    /// Creates a place.
    public init(group: Int, marked: Bool = false, row: Int = 1, column: Int = 0) {
      self.group = group
      self.marked = marked
      self.row = row
      self.column = column
    }
  }

  /// The identifier of the unit made from this block, unique in its article.
  public var id: String
  /// What the block is.
  public var role: BlockRole
  /// The level of a heading, 1 to 6; 0 for anything else.
  public var level: Int
  /// The text with its inline codes; the alternative text for an image.
  public var content: [Inline]
  /// The list or table that the block is in.
  public var place: Place?
  /// The address of the picture, for an image.
  public var imageAddress: String?

  /// Creates a block.
  public init(
    id: String, role: BlockRole, level: Int = 0, content: [Inline], place: Place? = nil,
    imageAddress: String? = nil
  ) {
    self.id = id
    self.role = role
    self.level = level
    self.content = content
    self.place = place
    self.imageAddress = imageAddress
  }
}
