/// Reads XML in one pass and hands over whole elements: those that the handler wants.
///
/// Memory holds one wanted element at a time. What is refused, and in which encodings documents may
/// be, says ``XMLEventReader``.
package struct XMLReader {
  /// How reading ended.
  package enum End: Equatable {
    case complete
    /// Not well-formed or cut; all before the line was delivered.
    case malformed(line: Int, message: String)
    /// A document type or an entity that a data file has no need of.
    case refused(line: Int, message: String)
    /// Deeper than the reader allows.
    case tooDeep(line: Int)
  }

  /// Fills a buffer, and tells with how many bytes: 0 at the end, below it when reading failed.
  package typealias Source = XMLEventReader.Source

  private let events: XMLEventReader
  private let maximumSize: Int

  /// - Parameters:
  ///   - maximumDepth: How deep elements may be nested.
  ///   - allowsDoctype: Whether a document type that declares nothing itself is passed over.
  ///   - maximumSize: How large one wanted element may be, in bytes.
  package init(
    maximumDepth: Int = 200, allowsDoctype: Bool = false, maximumSize: Int = 32 << 20
  ) {
    events = XMLEventReader(maximumDepth: maximumDepth, allowsDoctype: allowsDoctype)
    self.maximumSize = maximumSize
  }

  /// Reads a document and hands it over.
  package func read(_ bytes: [UInt8], to handler: any XMLHandler) -> End {
    read(to: handler) { events.read(bytes, names: $0, to: $1) }
  }

  /// Reads a document of any size piece by piece, and hands it over.
  package func read(from source: @escaping Source, to handler: any XMLHandler) -> End {
    read(to: handler) { events.read(from: source, names: $0, to: $1) }
  }

  private func read(
    to handler: any XMLHandler, parse: (XMLNameTable, any XMLEventHandler) -> End
  ) -> End {
    let names = XMLNameTable()
    let builder = XMLTreeBuilder(handler, names: names, maximumSize: maximumSize)
    let end = parse(names, builder)
    guard let line = builder.overflow else { return end }
    return .refused(line: line, message: "one unit is larger than \(maximumSize >> 20) MB")
  }
}

/// Makes trees of the elements that a handler wants whole.
private final class XMLTreeBuilder: XMLEventHandler {
  private let handler: any XMLHandler
  private let names: XMLNameTable
  private let maximumSize: Int
  @exclusivity(unchecked) private var tree: XMLTree
  /// The places of the elements that are open and wanted; the outermost was asked for.
  @exclusivity(unchecked) private var open: [Int] = []
  /// Whether text belongs to the text before.
  @exclusivity(unchecked) private var isAfterText = false
  /// Where an element became too large to hold; all that follows is passed over.
  @exclusivity(unchecked) private(set) var overflow: Int?

  init(_ handler: any XMLHandler, names: XMLNameTable, maximumSize: Int) {
    self.handler = handler
    self.names = names
    self.maximumSize = maximumSize
    tree = XMLTree(names: names)
  }

  func start(_ tag: XMLTag) {
    guard overflow == nil else { return }
    isAfterText = false
    guard open.isEmpty else {
      open.append(tree.append(tag))
      return limit()
    }
    if isKnownUniquelyReferenced(&tree) {
      tree.clear()
    } else {
      // Someone keeps the last element.
      tree = XMLTree(names: names)
    }
    let root = tree.append(tag)
    if handler.start(XMLElement(tree: tree, node: root)) { open.append(root) }
  }

  func text(_ bytes: UnsafeRawBufferPointer, line: Int) {
    guard overflow == nil else { return }
    guard !open.isEmpty else {
      return handler.text(String(decoding: bytes, as: UTF8.self), line: line)
    }
    tree.append(bytes, joins: isAfterText)
    isAfterText = true
    limit()
  }

  func end(line: Int) {
    guard overflow == nil else { return }
    isAfterText = false
    guard let node = open.popLast() else { return handler.end(line: line) }
    tree.close(node)
    if open.isEmpty { handler.element(XMLElement(tree: tree, node: node)) }
  }

  func remark(_ markup: String) {
    if open.isEmpty, overflow == nil { handler.remark(markup) }
  }

  private func limit() {
    guard tree.size > maximumSize else { return }
    overflow = Int(tree.nodes[0].line)
    open = []
    tree = XMLTree(names: names)
  }
}
