/// The expanded name of an element or an attribute (Namespaces in XML, section 2.1).
package struct XMLName: Sendable, Hashable {
  /// The namespace; empty without one.
  package var namespace: String
  package var local: String

  package init(namespace: String = "", _ local: String) {
    self.namespace = namespace
    self.local = local
  }
}

/// Numbers for names: the same name has the same number, so that comparing costs nothing.
package final class XMLNameTable {
  /// The names by number.
  package private(set) var names: [XMLName] = []
  private var numbers: [XMLName: Int] = [:]

  package init() {}

  /// The number of a name, which is new when the name was never asked for.
  package func number(of name: XMLName) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
