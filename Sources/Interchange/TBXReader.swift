public import ArticleModel
import Markup

/// Reads term bases: `martif` with `tig` or `ntig`, and ISO 30042:2019 in both styles.
public struct TBXReader: Sendable {
  static let namespace = "urn:iso:std:iso:30042:ed-2"

  /// Creates a reader.
  public init() {}

  /// The entries, and what could not be read.
  ///
  /// - Throws: ``InterchangeError`` when the file is not a term base, or broken before its end.
  public func read(
    _ bytes: [UInt8], file: String
  ) throws(InterchangeError) -> (entries: [TBXEntry], findings: [Finding]) {
    guard !bytes.isEmpty else { throw .empty(file: file) }
    let handler = TBXHandler(file: file)
    switch XMLReader(allowsDoctype: true).read(bytes, to: handler) {
    case .complete: break
    case .malformed(let line, let message):
      throw .malformed(file: file, line: line, message: message)
    case .refused(let line, let message):
      throw .refused(file: file, line: line, message: message)
    case .tooDeep(let line):
      throw .malformed(file: file, line: line, message: "elements are nested too deep")
    }
    guard let root = handler.root, root == "martif" || root == "tbx" else {
      throw .unknownFormat(
        file: file, line: 1, found: "its root is \(handler.root ?? "missing"), not martif or tbx")
    }
    return (handler.entries, handler.findings)
  }
}

private final class TBXHandler: XMLHandler {
  private let file: String
  private(set) var root: String?
  private(set) var entries: [TBXEntry] = []
  private(set) var findings: [Finding] = []

  init(file: String) { self.file = file }

  func start(_ element: XMLElement) -> Bool {
    if root == nil { root = element.name }
    return element.name == "termEntry" || element.name == "conceptEntry"
  }

  func element(_ element: XMLElement) {
    let id = element["id"] ?? "entry-\(entries.count + 1)"
    var entry = TBXEntry(id: id, line: element.line)
    for child in element.children { read(child, into: &entry) }
    if entry.terms.isEmpty {
      findings.append(
        Finding(
          rule: "tbx-entry", severity: .warning, message: "\(id) has no term; it is left out",
          file: file, line: element.line))
    } else {
      entries.append(entry)
    }
  }

  func text(_ text: String, line: Int) {}

  func end(line: Int) {}

  private func read(_ child: XMLElement, into entry: inout TBXEntry) {
    switch child.name {
    case "langSet", "langSec":
      let written = child["http://www.w3.org/XML/1998/namespace", "lang"] ?? child["lang"]
      guard let written, let language = LocaleTag(written) else {
        findings.append(
          Finding(
            rule: "tbx-language", severity: .warning,
            message: "\(entry.id): a language section without a language; it is left out",
            file: file, line: child.line))
        return
      }
      for section in child.children { readTerm(section, language, into: &entry) }
    case "descripGrp", "adminGrp":
      for inner in child.children { read(inner, into: &entry) }
    default:
      let value = child.text.collapsed
      guard !value.isEmpty else { return }
      switch child["type"] ?? child.name {
      case "subjectField": entry.subject = value
      case "source": entry.source = value
      case "projectSubset": entry.subsets.append(value)
      case "note", "definition": entry.notes.append(value)
      default: break
      }
    }
  }

  private func readTerm(_ section: XMLElement, _ language: LocaleTag, into entry: inout TBXEntry) {
    guard ["tig", "ntig", "termSec"].contains(section.name) else { return }
    let group = section.children.first { $0.name == "termGrp" } ?? section
    guard let term = group.children.first(where: { $0.name == "term" })?.text.collapsed,
      !term.isEmpty
    else { return }
    let notes = Array(group.children) + section.children
    let status = notes.first { ($0["type"] ?? $0.name) == "administrativeStatus" }?.text.collapsed
    entry.terms.append(
      TBXEntry.Term(
        language: language, text: term,
        status: status.flatMap { value in
          TBXEntry.Term.Status(rawValue: value)
            ?? TBXEntry.Term.Status.allCases.first { $0.rawValue.hasPrefix(value) }
        }))
  }
}

extension String {
  /// With each run of white space as one space, and none at the ends.
  fileprivate var collapsed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
