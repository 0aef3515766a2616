import Foundation
import Markup

/// Reads the tables of `Grammars`.
struct GrammarReader {
  /// The variant that is read: what is marked with another is left out.
  private let variant: String
  private let names: XMLNameTable
  private var grammar: Grammar
  private var target = ""
  private var types: [String: ValueType] = [:]
  /// What the table says of types that nothing has used yet.
  private var definitions: [String: [Substring]] = [:]
  private var groups: [String: Substring] = [:]
  private var lists: [String: String] = [:]

  private init(variant: String, names: XMLNameTable) {
    self.variant = variant
    self.names = names
    grammar = Grammar(names: names)
  }

  /// The grammar of a file of `Grammars`, in one of the variants that the file holds.
  static func grammar(_ name: String, variant: String, names: XMLNameTable) -> Grammar {
    let file = Bundle.module.bundleURL.appendingPathComponent("Grammars/\(name).grammar")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      preconditionFailure("\(file.path) is missing; keep the .resources folders beside the command")
    }
    var reader = GrammarReader(variant: variant, names: names)
    reader.read(text)
    return reader.grammar
  }

  private mutating func read(_ text: String) {
    declareXML()
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    for line in lines {
      let words = line.split(separator: " ")
      if words[0] == "type" { definitions[String(words[1])] = Array(words.dropFirst(3)) }
      if words[0] == "attributes" {
        let list = words.dropFirst(3).joined(separator: " ")
        lists[String(words[1])] = lists[String(words[1])].map { "\($0), \(list)" } ?? list
      }
    }
    var element: Grammar.Element?
    for line in lines {
      if line.hasPrefix(" ") {
        if let element { add(line, to: element) }
        continue
      }
      if let element { grammar.declare(element) }
      element = nil
      guard let words = chosen(line.split(separator: " ")), let key = words.first else { continue }
      let rest = words.dropFirst()
      switch key {
      case "namespace":
        grammar.namespaces[String(rest[1])] = String(rest[2])
        if target.isEmpty { target = String(rest[2]) }
      case "root": grammar.root = number(rest[1])
      case "wildcard":
        grammar.wildcard = rest[1] == "strict" ? .strict : rest[1] == "skip" ? .skip : .lax
      case "type", "attributes": continue
      case "group": groups[String(rest[1])] = rest.dropFirst(2).joined(separator: " ")[...]
      case "attribute":
        grammar.declare(
          attribute: number(rest[1]), rest.count > 1 ? named(String(rest[2])) : .any)
      case "element": element = self.element(rest)
      default: preconditionFailure("a grammar has the line \(line)")
      }
    }
    if let element { grammar.declare(element) }
  }

  /// Drops what belongs to another variant; nil when the whole line does.
  private func chosen(_ words: [Substring]) -> [Substring]? {
    var result: [Substring] = []
    for word in words {
      guard let bracket = word.firstIndex(of: "[") else {
        result.append(word)
        continue
      }
      let isMeant = word[bracket...].contains("[\(variant)]")
      if isMeant {
        if bracket > word.startIndex { result.append(word[..<bracket]) }
      } else if bracket == word.startIndex || result == ["element"] {
        return nil
      }
    }
    return result
  }

  /// The attributes of the XML namespace, which stand wherever foreign ones may.
  private mutating func declareXML() {
    types["xml:space"] = .words(["default", "preserve"], isToken: true)
    types["xml:lang"] = .union([.language, .words([""], isToken: false)])
    types["xml:base"] = .uri
    types["xml:id"] = .identifier
    for (name, type) in types { grammar.declare(attribute: number(name[...]), type) }
  }

  private func number(_ name: Substring) -> Int {
    let parts = name.split(separator: ":")
    if parts.count == 2 {
      let prefix = String(parts[0])
      let namespace = prefix == "xml" ? XLIFFNamespace.xml : grammar.namespaces[prefix] ?? ""
      return names.number(of: XMLName(namespace: namespace, String(parts[1])))
    }
    return names.number(of: XMLName(namespace: target, String(name)))
  }
}

// MARK: - Elements

extension GrammarReader {
  private func element(_ words: ArraySlice<Substring>) -> Grammar.Element {
    let name = number(words[1])
    var content = ContentReader(
      words: words.dropFirst(2).joined(separator: " "), groups: groups, number: number)
    return Grammar.Element(
      name: name, namespace: names.names[name].namespace, content: content.model())
  }

  private mutating func add(_ line: Substring, to element: Grammar.Element) {
    for item in line.split(separator: ",") {
      let all = item.split(separator: " ")
      guard let words = chosen(all), words.count == all.count, let first = words.first else {
        continue
      }
      switch first {
      case "@other": element.open(.other)
      case "@any": element.open(.any)
      case _ where first.hasPrefix("&"):
        add(Substring(lists[String(first.dropFirst())] ?? ""), to: element)
      default:
        let isRequired = first.hasSuffix("!")
        let label = isRequired ? first.dropLast() : first
        // Attributes without a prefix are in no namespace, whatever the element's is.
        let name =
          label.contains(":")
          ? number(label) : names.number(of: XMLName(String(label)))
        let type =
          words.count > 1
          ? named(String(words[1])) : label.contains(":") ? named(String(label)) : .any
        element.add(
          Grammar.Attribute(name: name, type: type, isRequired: isRequired))
      }
    }
  }
}

// MARK: - Types

extension GrammarReader {
  private mutating func named(_ name: String) -> ValueType {
    if let type = types[name] { return type }
    if let words = definitions.removeValue(forKey: name) {
      let type = type(words)
      types[name] = type
      return type
    }
    guard let type = ValueType(builtIn: name) else {
      preconditionFailure("a grammar uses the type \(name) and does not say what it is")
    }
    return type
  }

  private mutating func type(_ words: [Substring]) -> ValueType {
    let values = words.filter { $0 != "|" }.map(String.init)
    switch values.first {
    case "union": return .union(values.dropFirst().map { named($0) })
    case "list": return .list(named(values[1]))
    case "token": return .words(Array(values.dropFirst()), isToken: true)
    case "integer": return .integer(Int(values[1]) ?? 0, Int(values[2]) ?? 0)
    case "decimal": return .decimal(Double(values[1]), Double(values[2]))
    case "double": return .double(Double(values[1]), Double(values[2]))
    default:
      if values.count == 1, let type = ValueType(builtIn: values[0]) { return type }
      return .words(values, isToken: false)
    }
  }
}

/// Reads an expression such as `skeleton? other* notes? (unit | group)+`.
private struct ContentReader {
  private let words: [Substring]
  private let groups: [String: Substring]
  private let number: (Substring) -> Int
  private var position = 0

  init(words: String, groups: [String: Substring], number: @escaping (Substring) -> Int) {
    self.groups = groups
    self.number = number
    self.words = Self.tokens(words)
  }

  /// Brackets, bars and suffixes become words of their own.
  private static func tokens(_ text: String) -> [Substring] {
    var result: [Substring] = []
    for word in text.split(separator: " ") {
      var rest = word
      while let first = rest.first, first == "(" {
        result.append("(")
        rest = rest.dropFirst()
      }
      var suffixes: [Substring] = []
      while let last = rest.last, "?*+)".contains(last) {
        suffixes.insert(Substring(String(last)), at: 0)
        rest = rest.dropLast()
      }
      if !rest.isEmpty { result.append(rest) }
      result += suffixes
    }
    return result
  }

  mutating func model() -> ContentModel {
    if words == ["empty"] { return ContentModel(.sequence([]), isMixed: false) }
    guard words.first == "text" else { return ContentModel(choice(), isMixed: false) }
    position = 1
    let inside = position < words.count ? choice() : .sequence([])
    return ContentModel(inside, isMixed: true)
  }

  private mutating func choice() -> ContentModel.Expression {
    var parts: [ContentModel.Expression] = []
    while true {
      // An alternative of another variant left nothing behind.
      let start = position
      let part = sequence()
      if position > start { parts.append(part) }
      guard position < words.count, words[position] == "|" else { break }
      position += 1
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() -> ContentModel.Expression {
    var parts: [ContentModel.Expression] = []
    while position < words.count, words[position] != "|", words[position] != ")" {
      parts.append(item())
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func item() -> ContentModel.Expression {
    let word = words[position]
    position += 1
    var result: ContentModel.Expression
    if word == "(" {
      result = choice()
      position += 1
    } else if word == "other" {
      result = .symbol(.other)
    } else if word == "any" {
      result = .symbol(.any)
    } else if let group = groups[String(word)] {
      var inner = ContentReader(words: String(group), groups: groups, number: number)
      result = inner.choice()
    } else {
      result = .symbol(.element(number(word)))
    }
    while position < words.count {
      switch words[position] {
      case "?": result = .optional(result)
      case "*": result = .optional(.repeated(result))
      case "+": result = .repeated(result)
      default: return result
      }
      position += 1
    }
    return result
  }
}
