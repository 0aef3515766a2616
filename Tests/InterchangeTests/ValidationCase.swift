import Foundation
import Testing

/// A document of `Fixtures/Validation` and what the validator is to say of it.
struct ValidationCase: CustomTestStringConvertible, Sendable {
  /// The section of the specification and what the document does.
  var name: String
  /// The rule that is broken; nil when the document is valid.
  var rule: String?
  var document: String

  var testDescription: String { name }

  /// All cases; those of XLIFF 2 come once for 2.1 and once for 2.2.
  static let all: [ValidationCase] = {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures/Validation")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().flatMap { file in
      let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      return (text ?? "").components(separatedBy: "\n== ").dropFirst().flatMap(cases)
    }
  }()

  private static func cases(in block: String) -> [ValidationCase] {
    let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let head = lines[0].components(separatedBy: " | ")
    let body = lines[1].trimmingCharacters(in: .newlines)
    let words = head[0].components(separatedBy: " ")
    let versions = words.filter { $0 == "2.1" || $0 == "2.2" }
    let rule = words[0] == "valid" ? nil : words.last
    if head[1] == "document" {
      return [ValidationCase(name: head[2], rule: rule, document: body)]
    }
    return (versions.isEmpty ? ["2.1", "2.2"] : versions).map { version in
      ValidationCase(
        name: "\(head[2]) (\(version))", rule: rule,
        document: wrapped(body, in: head[1], version: version))
    }
  }

  /// Puts a part of a document where its wrapper says.
  private static func wrapped(_ body: String, in wrapper: String, version: String) -> String {
    var text = body
    if wrapper == "source" { text = "<segment><source>\(text)</source></segment>" }
    if wrapper == "target" {
      let sides = text.components(separatedBy: "\n----\n")
      text = "<segment><source>\(sides[0])</source><target>\(sides[1])</target></segment>"
    }
    if ["source", "target", "unit"].contains(wrapper) { text = "<unit id='u1'>\(text)</unit>" }
    if wrapper != "xliff" { text = "<file id='f1'>\(text)</file>" }
    let modules = [
      "fs": "fs", "gls": "glossary", "mtc": "matches", "mda": "metadata", "res": "resourcedata",
      "slr": "sizerestriction", "val": "validation", "ctr": "changetracking",
    ]
    let spaces = modules.map { "xmlns:\($0)='urn:oasis:names:tc:xliff:\($1):2.0'" }
    return """
      <xliff xmlns='urn:oasis:names:tc:xliff:document:\(version == "2.2" ? "2.2" : "2.0")'
      \(spaces.sorted().joined(separator: " ")) xmlns:its='http://www.w3.org/2005/11/its'
      xmlns:itsm='urn:oasis:names:tc:xliff:itsm:2.1' xmlns:pgs='urn:oasis:names:tc:xliff:pgs:1.0'
      its:version='2.0' version='\(version)' srcLang='en' trgLang='fr'>
      \(text)
      </xliff>
      """
  }
}
