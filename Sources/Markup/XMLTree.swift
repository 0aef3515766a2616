/// One wanted element with all that is in it, in flat arrays that serve one element after another.
///
/// The nodes stand in the order of the document, each before what is in it: what is inside a node
/// is between its own place and its end.
final class XMLTree {
  /// An element, or a piece of text.
  struct Node {
    /// The number of the name; below zero for text.
    var name: Int32
    var line: Int32
    /// Where what follows the node begins.
    var end: Int32
    /// The attributes of an element, or the bytes of a text.
    var start: Int32
    var count: Int32
  }

  /// An attribute: its name by number, the bytes of its value.
  struct Attribute {
    var name: Int32
    var start: Int32
    var count: Int32
  }

  // Checking at run time that no one else has hold of these costs a third of the time of reading;
  // no method calls out while it changes them.
  @exclusivity(unchecked) private(set) var nodes: [Node] = []
  @exclusivity(unchecked) private var attributes: [Attribute] = []
  @exclusivity(unchecked) private var bytes: [UInt8] = []
  /// The names by number, as the table had them when it was last asked.
  @exclusivity(unchecked) private(set) var names: [XMLName] = []
  /// The namespaces of the names as numbers, which cost nothing to compare.
  @exclusivity(unchecked) private var spaces: [Int32] = []
  @exclusivity(unchecked) private var spaceNumbers: [String: Int32] = [:]
  private let table: XMLNameTable

  init(names table: XMLNameTable) { self.table = table }

  /// What the tree holds, in bytes, about.
  var size: Int { bytes.count + attributes.count * 48 + nodes.count * 64 }

  func name(of node: Int) -> XMLName { names[Int(nodes[node].name)] }

  /// Whether two elements have the same namespace.
  func areBeside(_ node: Int, _ other: Int) -> Bool {
    spaces[Int(nodes[node].name)] == spaces[Int(nodes[other].name)]
  }

  func attributes(of node: Int) -> ArraySlice<Attribute> {
    let start = Int(nodes[node].start)
    return attributes[start..<start + Int(nodes[node].count)]
  }

  /// The value of an attribute; nil when the element has none of the name.
  func value(_ name: String, _ namespace: String, of node: Int) -> String? {
    let start = Int(nodes[node].start)
    for place in start..<start + Int(nodes[node].count) {
      let own = Int(attributes[place].name)
      if names[own].local == name, names[own].namespace == namespace {
        return text(attributes[place].start, attributes[place].count)
      }
    }
    return nil
  }

  /// The bytes of a text or a value.
  func text(_ start: Int32, _ count: Int32) -> String {
    String(decoding: bytes[Int(start)..<Int(start + count)], as: UTF8.self)
  }

  // MARK: Building

  /// Forgets everything but the names.
  func clear() {
    nodes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds an element, and tells its place.
  func append(_ tag: XMLTag) -> Int {
    let first = attributes.count
    for index in 0..<tag.attributeCount {
      let value = tag.attributeValue(index)
      attributes.append(
        Attribute(
          name: Int32(tag.attributeName(index)), start: Int32(bytes.count),
          count: Int32(value.count)))
      bytes.append(contentsOf: value)
    }
    nodes.append(
      Node(
        name: Int32(tag.name), line: Int32(tag.line), end: Int32(nodes.count + 1),
        start: Int32(first), count: Int32(tag.attributeCount)))
    if names.count < table.names.count { learnNames() }
    return nodes.count - 1
  }

  private func learnNames() {
    for name in table.names[names.count...] {
      let number = spaceNumbers[name.namespace] ?? Int32(spaceNumbers.count)
      spaceNumbers[name.namespace] = number
      spaces.append(number)
    }
    names = table.names
  }

  /// Adds a piece of text, to the one before when nothing is between them.
  func append(_ text: UnsafeRawBufferPointer, joins: Bool) {
    if joins {
      nodes[nodes.count - 1].count += Int32(text.count)
    } else {
      nodes.append(
        Node(
          name: -1, line: 0, end: Int32(nodes.count + 1), start: Int32(bytes.count),
          count: Int32(text.count)))
    }
    bytes.append(contentsOf: text)
  }

  /// Says that all that is in an element was added.
  func close(_ node: Int) { nodes[node].end = Int32(nodes.count) }
}
