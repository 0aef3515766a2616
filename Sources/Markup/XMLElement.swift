/// An element of an XML document with all that is in it: a place in the tree that a reader made.
package struct XMLElement {
  /// An attribute with the namespace that its prefix stands for; empty without a prefix.
  package struct Attribute: Sendable, Equatable {
    package var namespace: String
    package var name: String
    package var value: String
  }

  /// What stands between a start tag and its end tag, one piece after another.
  package enum Content {
    case text(String)
    case element(XMLElement)
  }

  /// The tree, which no one changes while an element of it is held.
  let tree: XMLTree
  let node: Int

  package var namespace: String { tree.name(of: node).namespace }
  package var name: String { tree.name(of: node).local }
  /// The line where the start tag ends, from 1.
  package var line: Int { Int(tree.nodes[node].line) }

  /// All attributes, in the order of the file.
  package var attributes: [Attribute] {
    tree.attributes(of: node).map { attribute in
      let name = tree.names[Int(attribute.name)]
      return Attribute(
        namespace: name.namespace, name: name.local,
        value: tree.text(attribute.start, attribute.count))
    }
  }

  /// The value of an attribute without a prefix.
  package subscript(name: String) -> String? {
    self["", name]
  }

  /// The value of an attribute of a namespace.
  package subscript(namespace: String, name: String) -> String? {
    tree.value(name, namespace, of: node)
  }

  /// Whether an element of the same tree has the same namespace.
  package func isBeside(_ other: XMLElement) -> Bool { tree.areBeside(node, other.node) }

  /// What is directly inside.
  package var content: Contents { Contents(of: self) }

  /// The elements directly inside.
  package var children: Children { Children(of: self) }

  /// The first child with a name, in the namespace of this element.
  package func child(_ name: String) -> XMLElement? {
    children.first { $0.name == name && $0.isBeside(self) }
  }

  /// All text inside, in order.
  package var text: String {
    let inside = node + 1..<Int(tree.nodes[node].end)
    var result = ""
    for place in inside where tree.nodes[place].name < 0 {
      let text = tree.text(tree.nodes[place].start, tree.nodes[place].count)
      if inside.count == 1 { return text }
      result += text
    }
    return result
  }
}

extension XMLElement {
  /// The pieces directly inside an element, made one by one.
  package struct Contents: Sequence, IteratorProtocol {
    private var places: Places

    fileprivate init(of element: XMLElement) { places = Places(inside: element) }

    package mutating func next() -> Content? {
      guard let place = places.next() else { return nil }
      let node = places.tree.nodes[place]
      return node.name < 0
        ? .text(places.tree.text(node.start, node.count))
        : .element(XMLElement(tree: places.tree, node: place))
    }
  }

  /// The elements directly inside an element, past the text, which is not even looked at.
  package struct Children: Sequence, IteratorProtocol {
    private var places: Places

    fileprivate init(of element: XMLElement) { places = Places(inside: element) }

    package mutating func next() -> XMLElement? {
      while let place = places.next() {
        if places.tree.nodes[place].name >= 0 {
          return XMLElement(tree: places.tree, node: place)
        }
      }
      return nil
    }
  }

  /// Goes from one node directly inside an element to the next.
  private struct Places {
    let tree: XMLTree
    private var place: Int
    private let end: Int

    init(inside element: XMLElement) {
      tree = element.tree
      place = element.node + 1
      end = Int(tree.nodes[element.node].end)
    }

    mutating func next() -> Int? {
      guard place < end else { return nil }
      defer { place = Int(tree.nodes[place].end) }
      return place
    }
  }
}
