/// Receives a document from an ``XMLReader``, piece by piece.
package protocol XMLHandler: AnyObject {
  /// A start tag; the element has no content yet.
  ///
  /// - Returns: Whether the whole element is wanted at once.
  func start(_ element: XMLElement) -> Bool
  /// An element that was wanted whole; never one that the document is cut in.
  func element(_ element: XMLElement)
  /// Text in an element that is not wanted whole.
  func text(_ text: String, line: Int)
  /// The end of an element that was not wanted whole.
  func end(line: Int)
  /// A comment or a processing instruction, as it is written, that is in no wanted element.
  func remark(_ markup: String)
}

extension XMLHandler {
  /// Most have no use for remarks.
  package func remark(_ markup: String) {}
}
