import Markup

/// A part of a document as a tree, in a few arrays.
final class Fragment {
  fileprivate struct Record {
    /// The number of the element's name; -1 for text.
    var name: Int32
    var line: Int32
    var parent: Int32
    var next: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    /// The attributes of an element, the bytes of a text.
    var begin: Int32
    var end: Int32
  }

  fileprivate struct Attribute {
    var name: Int32
    var begin: Int32
    var end: Int32
  }

  fileprivate let names: Vocabulary.Names
  fileprivate let records: [Record]
  fileprivate let attributes: [Attribute]
  fileprivate let bytes: [UInt8]

  fileprivate init(
    names: Vocabulary.Names, records: [Record], attributes: [Attribute], bytes: [UInt8]
  ) {
    self.names = names
    self.records = records
    self.attributes = attributes
    self.bytes = bytes
  }

  fileprivate func text(_ begin: Int32, _ end: Int32) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(begin)..<Int(end)]), as: UTF8.self)
    }
  }
}

/// Makes a ``Fragment`` of what the parser tells, and the next one in the same memory.
struct FragmentBuilder {
  private typealias Record = Fragment.Record

  /// How many bytes of text and values are kept; the rest is passed over.
  private let limit = 1 << 25
  /// Whether something was passed over.
  private(set) var isCut = false
  private let vocabulary: Vocabulary
  private var records: [Fragment.Record] = []
  private var attributes: [Fragment.Attribute] = []
  private var bytes: [UInt8] = []
  private var open: Int32 = -1
  /// How deep the parser is in what was passed over.
  private var skipped = 0

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The outermost element with what was told so far.
  var root: Node {
    let fragment = Fragment(
      names: vocabulary.known, records: records, attributes: attributes, bytes: bytes)
    return Node(fragment: fragment, index: 0)
  }

  /// Empties the tree.
  mutating func clear() {
    records.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    open = -1
    skipped = 0
    isCut = false
  }

  mutating func start(_ tag: XMLTag) {
    guard skipped == 0, bytes.count < limit, records.count < limit / 32 || records.isEmpty else {
      skipped += 1
      isCut = true
      return
    }
    let begin = Int32(attributes.count)
    for index in 0..<tag.attributeCount {
      let name = tag.attributeName(index)
      let value =
        vocabulary.isToken(name) ? tag.attributeValue(index).trimmed : tag.attributeValue(index)
      attributes.append(
        Fragment.Attribute(
          name: Int32(name), begin: Int32(bytes.count),
          end: Int32(bytes.count + value.count)))
      bytes.append(contentsOf: value)
    }
    open = add(
      Record(
        name: Int32(tag.name), line: Int32(clamping: tag.line), parent: open, begin: begin,
        end: Int32(attributes.count)))
  }

  mutating func text(_ text: UnsafeRawBufferPointer, line: Int) {
    guard skipped == 0, open >= 0 else { return }
    guard bytes.count + text.count < limit || bytes.isEmpty else {
      isCut = true
      return
    }
    let last = records[Int(open)].lastChild
    if last >= 0, records[Int(last)].name < 0, Int(records[Int(last)].end) == bytes.count {
      bytes.append(contentsOf: text)
      records[Int(last)].end = Int32(bytes.count)
      return
    }
    let begin = Int32(bytes.count)
    bytes.append(contentsOf: text)
    _ = add(
      Record(
        name: -1, line: Int32(clamping: line), parent: open, begin: begin,
        end: Int32(bytes.count)))
  }

  /// Ends an element.
  ///
  /// - Returns: Whether it was the outermost.
  mutating func end() -> Bool {
    if skipped > 0 {
      skipped -= 1
      return false
    }
    open = records[Int(open)].parent
    return open < 0
  }

  private mutating func add(_ record: Record) -> Int32 {
    let index = Int32(records.count)
    if record.parent >= 0 {
      let parent = Int(record.parent)
      let last = records[parent].lastChild
      if last < 0 {
        records[parent].firstChild = index
      } else {
        records[Int(last)].next = index
      }
      records[parent].lastChild = index
    }
    records.append(record)
    return index
  }
}

/// An element, or a text, of a ``Fragment``.
struct Node: Equatable {
  let fragment: Fragment
  let index: Int

  static func == (left: Node, right: Node) -> Bool {
    left.index == right.index && left.fragment === right.fragment
  }

  private var record: Fragment.Record { fragment.records[index] }

  var isText: Bool { record.name < 0 }
  var line: Int { Int(record.line) }
  /// The element's name without prefix.
  var name: String { fragment.names.locals[Int(record.name)] }
  /// The module that the element belongs to.
  var space: Space { fragment.names.spaces[Int(record.name)] }

  var parent: Node? {
    record.parent < 0 ? nil : Node(fragment: fragment, index: Int(record.parent))
  }

  /// What inline element of XLIFF 2 it is.
  var inline: InlineKind? { isText ? nil : fragment.names.inlines[Int(record.name)] }

  /// Whether it is an element of the core with this name.
  func isCore(_ name: String) -> Bool { !isText && space == .core && self.name == name }

  func isElement(_ space: Space, _ name: String) -> Bool {
    !isText && self.space == space && self.name == name
  }

  /// The value of an attribute without prefix.
  subscript(name: String) -> String? { self[.none, name] }

  /// The value of an attribute of a module.
  subscript(space: Space, name: String) -> String? {
    let record = record
    for index in Int(record.begin)..<Int(record.end) {
      let attribute = fragment.attributes[index]
      let number = Int(attribute.name)
      guard fragment.names.spaces[number] == space else { continue }
      let local = fragment.names.locals[number]
      // Most names differ in length, which is cheaper to see.
      if local.utf8.count == name.utf8.count, local == name {
        return fragment.text(attribute.begin, attribute.end)
      }
    }
    return nil
  }

  /// All attributes in their order.
  var attributes: [(space: Space, name: String, value: String)] {
    guard !isText else { return [] }
    return (Int(record.begin)..<Int(record.end)).map { index in
      let attribute = fragment.attributes[index]
      return (
        fragment.names.spaces[Int(attribute.name)],
        fragment.names.locals[Int(attribute.name)],
        fragment.text(attribute.begin, attribute.end)
      )
    }
  }

  /// Whether any attribute has a namespace: most elements have none, and need no more looking.
  var hasForeignAttributes: Bool {
    (Int(record.begin)..<Int(record.end)).contains { index in
      fragment.names.spaces[Int(fragment.attributes[index].name)] != .none
    }
  }

  /// The elements and texts directly inside.
  var contents: NodeChildren { NodeChildren(of: self, withText: true) }

  /// The elements directly inside.
  var children: NodeChildren { NodeChildren(of: self, withText: false) }

  /// The elements inside at any depth, in the order of the document.
  var descendants: NodeDescendants { NodeDescendants(of: self) }

  /// The first child of the core with a name.
  func child(_ name: String) -> Node? { children.first { $0.isCore(name) } }

  /// The characters of a text; all text inside of an element.
  var text: String {
    if isText { return fragment.text(record.begin, record.end) }
    var result = ""
    for node in contents { result += node.text }
    return result
  }

  /// Whether a text is white space alone.
  var isBlank: Bool {
    fragment.bytes[Int(record.begin)..<Int(record.end)].allSatisfy(\.isSpace)
  }
}

/// The nodes directly inside of a node.
struct NodeChildren: Sequence, IteratorProtocol {
  private let fragment: Fragment
  private let withText: Bool
  private var following: Int

  fileprivate init(of node: Node, withText: Bool) {
    fragment = node.fragment
    self.withText = withText
    following = Int(node.fragment.records[node.index].firstChild)
  }

  mutating func next() -> Node? {
    while following >= 0 {
      let node = Node(fragment: fragment, index: following)
      following = Int(fragment.records[following].next)
      if withText || !node.isText { return node }
    }
    return nil
  }
}

/// The elements inside of a node.
struct NodeDescendants: Sequence, IteratorProtocol {
  private let fragment: Fragment
  private let root: Int32
  private var following: Int

  fileprivate init(of node: Node) {
    fragment = node.fragment
    root = Int32(node.index)
    following = node.index + 1
  }

  mutating func next() -> Node? {
    // Records stand in the order of the document, so that those inside follow at once.
    while following < fragment.records.count, fragment.records[following].parent >= root {
      let node = Node(fragment: fragment, index: following)
      following += 1
      if !node.isText { return node }
    }
    return nil
  }
}

extension Node {
  /// The namespace of an element.
  var namespace: String { fragment.names.namespaces[Int(record.name)] }
}
