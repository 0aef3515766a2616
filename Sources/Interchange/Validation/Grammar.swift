import Markup

/// The structure of a standard: its elements, their content and attributes, and types of values.
///
/// Read from a table of `Grammars`; `xliff-2.grammar` explains how they are written.
struct Grammar {
  /// What happens to what a wildcard lets in (XML Schema 1.0 Structures, section 3.10.1).
  enum Wildcard {
    /// Checked where it is declared.
    case lax
    /// Declared, or an error.
    case strict
    /// Not looked at.
    case skip
  }

  /// Which attributes an element takes beside its own.
  enum Openness {
    case closed
    /// Those of other namespaces.
    case other
    case any
  }

  struct Attribute {
    var name: Int
    var type: ValueType
    var isRequired: Bool
  }

  final class Element {
    let name: Int
    let namespace: String
    let content: ContentModel
    fileprivate(set) var attributes: [Attribute] = []
    fileprivate(set) var openness = Openness.closed

    init(name: Int, namespace: String, content: ContentModel) {
      self.name = name
      self.namespace = namespace
      self.content = content
    }

    func add(_ attribute: Attribute) { attributes.append(attribute) }
    func open(_ openness: Openness) { self.openness = openness }
  }

  /// The names that elements and attributes are numbered by.
  let names: XMLNameTable
  /// The prefixes of the table and what they stand for.
  var namespaces: [String: String] = [:]
  var root = 0
  var wildcard = Wildcard.lax
  /// Elements by the number of their name.
  private var elements: [Element?] = []
  /// Attributes of a namespace that stand on other elements, by the number of their name.
  private var attributes: [Int: ValueType] = [:]

  init(names: XMLNameTable) { self.names = names }

  /// What an element may have; nil when the grammar does not know it.
  func element(_ name: Int) -> Element? {
    elements.indices.contains(name) ? elements[name] : nil
  }

  /// The type of an attribute that is declared on its own.
  func attribute(_ name: Int) -> ValueType? { attributes[name] }

  /// Whether anything is declared in a namespace.
  func knows(namespace: String) -> Bool {
    !namespace.isEmpty && namespaces.values.contains(namespace)
  }

  mutating func declare(_ element: Element) {
    while elements.count <= element.name { elements.append(nil) }
    elements[element.name] = element
  }

  mutating func declare(attribute name: Int, _ type: ValueType) {
    attributes[name] = type
  }

  /// A name as the table writes it.
  func shown(_ name: Int) -> String {
    let name = names.names[name]
    if name.namespace.isEmpty { return name.local }
    if name.namespace == XLIFFNamespace.xml { return "xml:\(name.local)" }
    for (prefix, namespace) in namespaces where namespace == name.namespace {
      return prefix.isEmpty || prefix == "xlf" || prefix == "tbx"
        ? name.local : "\(prefix):\(name.local)"
    }
    return name.local
  }
}
