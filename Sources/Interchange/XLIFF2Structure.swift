import ArticleModel
import Markup

/// Holds elements against ``XLIFF2Table``.
struct XLIFF2Structure {
  /// The element and everything of the core inside of it.
  func check(_ element: XMLElement) -> [Finding] {
    var found = attributes(of: element) + children(of: element)
    for child in element.children where child.namespace == element.namespace {
      found += check(child)
    }
    return found
  }

  func attributes(of element: XMLElement) -> [Finding] {
    guard let rule = XLIFF2Table.rules[element.name] else {
      return [
        finding(
          element, "element", "<\(element.name)> is no element of the core; take it out", "4.2")
      ]
    }
    var found: [Finding] = []
    for name in rule.required.sorted() where element[name] == nil {
      found.append(
        finding(element, "attribute", "<\(element.name)> has no \(name); add it", "4.3.1"))
    }
    for attribute in element.attributes where attribute.namespace.isEmpty {
      guard rule.required.contains(attribute.name) || rule.optional.contains(attribute.name) else {
        found.append(
          finding(
            element, "attribute",
            "<\(element.name)> may not have \(attribute.name); take it out", "4.3.1"))
        continue
      }
      if let problem = Self.problem(attribute.name, attribute.value) {
        found.append(
          finding(element, "value", "\(attribute.name)=\"\(attribute.value)\" \(problem)", "4.3.1"))
      }
    }
    if let space = element[XLIFFNamespace.xml, "space"], space != "preserve", space != "default" {
      found.append(
        finding(element, "value", "xml:space=\"\(space)\" is neither default nor preserve", "4.3.2")
      )
    }
    return found
  }

  private static func problem(_ name: String, _ value: String) -> String? {
    if let values = XLIFF2Table.values[name] {
      return values.contains(value)
        ? nil : "is none of \(values.sorted().joined(separator: ", "))"
    }
    switch name {
    case "id", "startRef", "dataRef", "dataRefStart", "dataRefEnd", "copyOf":
      return NameToken.isValid(value) ? nil : "is not a name (NMTOKEN)"
    case "order":
      return UInt(value).map { $0 > 0 } == true ? nil : "is not a number from 1"
    case "priority":
      return UInt(value).map { (1...10).contains($0) } == true
        ? nil : "is not a number from 1 to 10"
    case "hex":
      return UInt32(value, radix: 16) != nil ? nil : "is not a hexadecimal number"
    default: return nil
    }
  }

  func children(of element: XMLElement) -> [Finding] {
    guard let rule = XLIFF2Table.rules[element.name] else { return [] }
    var found: [Finding] = []
    var counts: [String: Int] = [:]
    var last = 0
    for child in element.children {
      guard child.namespace == element.namespace else {
        if !rule.isOpen {
          found.append(
            finding(
              child, "content",
              "<\(child.name)> of another namespace may not be in <\(element.name)>",
              "4.2"))
        }
        continue
      }
      guard let place = rule.children.firstIndex(of: child.name) else {
        found.append(
          finding(child, "content", "<\(child.name)> may not be in <\(element.name)>", "4.2"))
        continue
      }
      counts[child.name, default: 0] += 1
      if !rule.isFree {
        // Segments and ignorables stand in any order among themselves.
        let rank = child.name == "ignorable" && element.name == "unit" ? place - 1 : place
        if rank < last {
          found.append(
            finding(child, "order", "<\(child.name)> comes too late in <\(element.name)>", "4.2"))
        }
        last = max(last, rank)
      }
    }
    for name in rule.single.sorted() where counts[name, default: 0] > 1 {
      found.append(
        finding(element, "content", "<\(element.name)> has more than one <\(name)>", "4.2"))
    }
    if !rule.oneOf.isEmpty, !rule.oneOf.contains(where: { counts[$0] != nil }) {
      let names = rule.oneOf.sorted().map { "<\($0)>" }.joined(separator: " or ")
      found.append(
        finding(element, "content", "<\(element.name)> has no \(names); add one", "4.2"))
    }
    if !rule.hasText,
      element.content.contains(where: {
        if case .text(let text) = $0 { text.contains { !$0.isWhitespace } } else { false }
      })
    {
      found.append(
        finding(element, "content", "text directly in <\(element.name)>; take it out", "4.2"))
    }
    return found
  }

  private func finding(
    _ element: XMLElement, _ rule: String, _ message: String, _ section: String
  ) -> Finding {
    Finding(
      rule: rule, severity: .error, message: "\(message) (XLIFF 2.1, \(section))",
      line: element.line)
  }
}
