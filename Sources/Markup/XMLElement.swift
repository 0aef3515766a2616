/// An element of an XML document with all that is in it.
package struct XMLElement: Sendable, Equatable {
  /// An attribute with the namespace that its prefix stands for; empty without a prefix.
  package struct Attribute: Sendable, Equatable {
    package var namespace: String
    package var name: String
    package var value: String
  }

  /// What stands between a start tag and its end tag.
  package enum Content: Sendable, Equatable {
    case text(String)
    case element(XMLElement)
  }

  package var namespace: String
  package var name: String
  package var attributes: [Attribute]
  /// The line where the start tag ends, from 1.
  package var line: Int
  package var content: [Content] = []

  /// The value of an attribute without a prefix.
  package subscript(name: String) -> String? {
    self["", name]
  }

  /// The value of an attribute of a namespace.
  package subscript(namespace: String, name: String) -> String? {
    for attribute in attributes where attribute.name == name && attribute.namespace == namespace {
      return attribute.value
    }
    return nil
  }

  /// The elements directly inside.
  package var children: [XMLElement] {
    content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The first child with a name, in the namespace of this element.
  package func child(_ name: String) -> XMLElement? {
    for case .element(let child) in content
    where child.name == name && child.namespace == namespace { return child }
    return nil
  }

  /// All text inside, in order.
  package var text: String {
    var result = ""
    for item in content {
      switch item {
      case .text(let text): result += text
      case .element(let child): result += child.text
      }
    }
    return result
  }
}
