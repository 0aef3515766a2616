/// What a standard asks for beyond its structure.
///
/// A document is given in parts: elements that hold the parts, such as `<file>`, are begun and ended;
/// everything else comes whole, so that memory holds one part at a time.
protocol DocumentConstraints: AnyObject {
  /// Whether an element holds parts, given its name and the one that is open around it.
  func holdsParts(_ name: Int) -> Bool
  /// The start of an element that holds parts; nothing is in it yet.
  func begin(_ element: Node)
  /// A part with all that is in it.
  func part(_ element: Node)
  /// The end of an element that holds parts.
  func end()
}
