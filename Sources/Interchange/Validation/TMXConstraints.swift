import Markup

/// What the text of TMX 1.4b asks for beyond its document type.
final class TMXConstraints: DocumentConstraints {
  private let report: ValidationReport
  private let containers: Set<Int>
  private var sourceLanguage = ""

  init(vocabulary: Vocabulary, report: ValidationReport) {
    self.report = report
    containers = Set(["tmx", "body"].map { vocabulary.names.number(of: XMLName($0)) })
  }

  func holdsParts(_ name: Int) -> Bool { containers.contains(name) }

  func begin(_ element: Node) {}

  func end() {}

  func part(_ element: Node) {
    if element.name == "header" {
      sourceLanguage = element["srclang"] ?? ""
      language(element, "srclang", allowsAll: true)
      language(element, "adminlang", allowsAll: false)
      encodings(element)
    }
    for node in [element] + element.descendants.map({ $0 }) { check(node) }
    if element.name == "tu" { unit(element) }
  }

  private func check(_ node: Node) {
    for name in ["creationdate", "changedate", "lastusagedate"] {
      guard let date = node[name], !isDate(date) else { continue }
      report.error(
        "form", "\(name)=\"\(date)\" is not of the form YYYYMMDDThhmmssZ", name, line: node.line)
    }
    for name in ["usagecount", "i", "x"] where !(name == "i" && node.name == "it") {
      guard let value = node[name], value.isEmpty || !value.utf8.allSatisfy(\.isDigit) else {
        continue
      }
      report.error("form", "\(name)=\"\(value)\" is no number", name, line: node.line)
    }
    if let tag = node[.xml, "lang"], !BCP47.isWellFormed(tag) {
      report.error(
        "language", "xml:lang=\"\(tag)\" is no language tag", "xml:lang", line: node.line)
    }
    if let side = node["assoc"], !["p", "f", "b"].contains(side) {
      report.error("form", "assoc=\"\(side)\" is none of p, f, b", "assoc", line: node.line)
    }
  }

  private func unit(_ unit: Node) {
    language(unit, "srclang", allowsAll: true)
    for variant in unit.children where variant.name == "tuv" {
      for content in variant.children where content.name == "seg" { pairs(in: content) }
    }
  }

  /// `<bpt>` and `<ept>` come in pairs with one `i`; a sub-flow has pairs of its own.
  private func pairs(in content: Node) {
    var open: Set<String> = []
    var used: Set<String> = []
    for node in codes(in: content) {
      guard let i = node["i"] else { continue }
      if node.name == "bpt" {
        if !used.insert(i).inserted {
          report.error("code", "two <bpt> have the i \(i)", "<bpt>", line: node.line)
        }
        open.insert(i)
      } else if node.name == "ept", open.remove(i) == nil {
        report.error("code", "no <bpt> before it has the i \(i)", "<ept>", line: node.line)
      }
    }
    for i in open.sorted() {
      report.error("code", "no <ept> ends the <bpt> with the i \(i)", "<bpt>", line: content.line)
    }
    for sub in content.descendants where sub.name == "sub" { pairs(in: sub) }
  }

  /// The codes of a text, without those of sub-flows in them.
  private func codes(in content: Node) -> [Node] {
    content.children.flatMap { child in
      child.name == "hi" ? codes(in: child) : [child]
    }
  }

  /// `base` is there when a mapping has a code.
  private func encodings(_ header: Node) {
    for encoding in header.children where encoding.name == "ude" {
      guard encoding["base"] == nil, encoding.children.contains(where: { $0["code"] != nil }) else {
        continue
      }
      report.error(
        "companion", "<ude> has no base, and a <map> in it has a code", "<ude>", line: encoding.line
      )
    }
  }

  private func language(_ node: Node, _ name: String, allowsAll: Bool) {
    guard let tag = node[name], !(allowsAll && tag == "*all*"), !BCP47.isWellFormed(tag) else {
      return
    }
    report.error("language", "\(name)=\"\(tag)\" is no language tag", name, line: node.line)
  }

  /// The basic format of ISO 8601 that TMX prescribes.
  private func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else {
      return false
    }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return LexicalForm.isDateTime(
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z"
    )
  }
}
