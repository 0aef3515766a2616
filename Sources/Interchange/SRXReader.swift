import ArticleModel
import Markup

/// Reads SRX 2.0: cascades, maps of languages, rules with and without their parts.
public struct SRXReader: Sendable {
  /// The namespace of SRX 2.0.
  static let namespace = "http://www.lisa.org/srx20"

  /// Creates a reader.
  public init() {}

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes, in any encoding that XML has.
  ///   - file: The name for messages.
  /// - Returns: The rules.
  /// - Throws: ``InterchangeError`` when the file is not SRX 2.0, or refers to rules it has not.
  public func read(_ bytes: [UInt8], file: String) throws(InterchangeError) -> SRXDocument {
    guard !bytes.isEmpty else { throw .empty(file: file) }
    let handler = WholeDocument()
    switch XMLReader().read(bytes, to: handler) {
    case .complete: break
    case .malformed(let line, let message):
      throw .malformed(file: file, line: line, message: message)
    case .refused(let line, let message): throw .refused(file: file, line: line, message: message)
    case .tooDeep(let line):
      throw .refused(file: file, line: line, message: "elements are nested too deep")
    }
    guard let root = handler.root else { throw .empty(file: file) }
    guard root.name == "srx", root.namespace == Self.namespace || root.namespace.isEmpty,
      root["version"] == "2.0"
    else {
      throw .invalidRules(
        file: file, line: root.line, message: "the root is not <srx version=\"2.0\"> of SRX 2.0")
    }
    return try document(of: root, file: file)
  }

  private func document(
    of root: XMLElement, file: String
  ) throws(InterchangeError) -> SRXDocument {
    guard let header = root.child("header"), let body = root.child("body") else {
      throw .invalidRules(
        file: file, line: root.line, message: "<srx> has no <header> or no <body>")
    }
    var document = SRXDocument(
      cascades: header["cascade"] == "yes", segmentsSubflows: header["segmentsubflows"] != "no")
    for handle in header.children where handle.name == "formathandle" {
      if let type = handle["type"] { document.formatHandles[type] = handle["include"] == "yes" }
    }
    for rule in body.child("languagerules").map({ Array($0.children) }) ?? []
    where rule.name == "languagerule" {
      guard let name = rule["languagerulename"] else {
        throw .invalidRules(
          file: file, line: rule.line, message: "<languagerule> has no languagerulename")
      }
      let patterns = rule.children.filter { $0.name == "rule" }.map { rule in
        SegmentationPattern(
          breaks: rule["break"] != "no", before: rule.child("beforebreak")?.text ?? "",
          after: rule.child("afterbreak")?.text ?? "")
      }
      document.languageRules.append(.init(name: name, patterns: patterns))
    }
    for map in body.child("maprules").map({ Array($0.children) }) ?? []
    where map.name == "languagemap" {
      guard let pattern = map["languagepattern"], let name = map["languagerulename"],
        document.languageRules.contains(where: { $0.name == name })
      else {
        throw .invalidRules(
          file: file, line: map.line,
          message: "<languagemap> needs a languagepattern and the name of a <languagerule>")
      }
      document.languageMaps.append(.init(pattern: pattern, ruleName: name))
    }
    return document
  }

  private final class WholeDocument: XMLHandler {
    var root: XMLElement?

    func start(_ element: XMLElement) -> Bool { true }
    func element(_ element: XMLElement) { root = element }
    func text(_ text: String, line: Int) {}
    func end(line: Int) {}
  }
}
