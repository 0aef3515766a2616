/// Writes an XML document in UTF-8, the same bytes for the same calls.
package struct XMLWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8]
  private var open: [String] = []
  private var tagIsOpen = false
  /// The depth at which content became mixed: white space counts there, so nothing is indented.
  private var mixedDepth: Int?

  /// What was written since the last call, for a document that is not to be held as a whole.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Begins a document with its declaration.
  package init() {
    bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".utf8)
  }

  /// Opens an element on a line of its own, or in running text where content is mixed.
  package mutating func start(_ name: String, _ attributes: [(String, String?)] = []) {
    closeTag()
    breakLine()
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      bytes += name.utf8
      bytes += "=\"".utf8
      XMLEscape.append(attribute: value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    open.append(name)
    tagIsOpen = true
  }

  /// Says that the open element holds text: from here to its end white space is kept as given.
  package mutating func beginMixed() {
    if mixedDepth == nil { mixedDepth = open.count }
  }

  /// Adds text.
  package mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    beginMixed()
    closeTag()
    XMLEscape.append(text: text, to: &bytes)
  }

  /// Adds a comment or a processing instruction, which must be written as XML has it.
  package mutating func remark(_ markup: String) {
    closeTag()
    breakLine()
    bytes += markup.utf8
  }

  /// Closes the innermost element.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    if tagIsOpen {
      bytes += "/>".utf8
      tagIsOpen = false
    } else {
      if mixedDepth == nil { breakLine() }
      bytes += "</".utf8
      bytes += name.utf8
      bytes.append(UInt8(ascii: ">"))
    }
    if let depth = mixedDepth, open.count < depth { mixedDepth = nil }
    if open.isEmpty { bytes.append(0xA) }
  }

  /// Writes an element without content.
  package mutating func empty(_ name: String, _ attributes: [(String, String?)] = []) {
    start(name, attributes)
    end()
  }

  /// Writes an element with text alone.
  package mutating func element(
    _ name: String, _ attributes: [(String, String?)] = [], text: String
  ) {
    start(name, attributes)
    self.text(text)
    end()
  }

  private mutating func closeTag() {
    guard tagIsOpen else { return }
    bytes.append(UInt8(ascii: ">"))
    tagIsOpen = false
  }

  private mutating func breakLine() {
    guard mixedDepth == nil else { return }
    bytes.append(0xA)
    bytes.append(contentsOf: repeatElement(0x20, count: open.count * 2))
  }
}
