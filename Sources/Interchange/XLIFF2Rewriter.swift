import ArticleModel
import Markup

/// Copies an XLIFF 2 document as another version of XLIFF 2: what the version cannot hold is left
/// out and reported, all else is kept as it stands.
final class XLIFF2Rewriter: XMLHandler {
  private let version: XLIFFVersion
  private let write: ([UInt8]) -> Void
  private let lost: (LossReport.Loss) -> Void
  private var xml = XMLWriter()
  /// The prefixes in force, the innermost last.
  private var prefixes: [String: String] = [XLIFFNamespace.xml: "xml"]
  private var scopes: [(name: String, declared: [String])] = []
  /// How many elements deep in something that is left out.
  private var skipped = 0

  init(
    version: XLIFFVersion, lost: @escaping (LossReport.Loss) -> Void,
    write: @escaping ([UInt8]) -> Void
  ) {
    self.version = version
    self.lost = lost
    self.write = write
  }

  func start(_ element: XMLElement) -> Bool {
    if skipped > 0 {
      skipped += 1
      return false
    }
    let isCore = XLIFFNamespace.isCore2(element.namespace)
    if !isCore, !version.holds(element.namespace) {
      lost(.module(element.namespace, line: element.line))
      skipped = 1
      return false
    }
    var declared: [String] = []
    var attributes: [(String, String?)] = []
    for attribute in element.attributes {
      if attribute.namespace.isEmpty {
        let isVersion = isCore && element.name == "xliff" && attribute.name == "version"
        attributes.append((attribute.name, isVersion ? version.rawValue : attribute.value))
      } else if attribute.namespace == XLIFFNamespace.xml || version.holds(attribute.namespace) {
        let prefix = prefix(of: attribute.namespace, &declared)
        attributes.append(("\(prefix):\(attribute.name)", attribute.value))
      } else {
        lost(.module(attribute.namespace, line: element.line))
      }
    }
    var name = element.name
    if !isCore { name = "\(prefix(of: element.namespace, &declared)):\(name)" }
    let spaces: [(String, String?)] =
      (scopes.isEmpty ? [("xmlns", version.namespace)] : [])
      + declared.map { ("xmlns:\(prefixes[$0] ?? "")", $0) }
    xml.start(name, spaces + attributes)
    // White space is the document's own.
    xml.beginMixed()
    scopes.append((name, declared))
    return false
  }

  private func prefix(of namespace: String, _ declared: inout [String]) -> String {
    if let known = prefixes[namespace] { return known }
    var prefix = XLIFFNamespace.prefixes[namespace] ?? "n\(prefixes.count)"
    while prefixes.values.contains(prefix) { prefix += "x" }
    prefixes[namespace] = prefix
    declared.append(namespace)
    return prefix
  }

  func element(_ element: XMLElement) {}

  func text(_ text: String, line: Int) {
    guard skipped == 0, !scopes.isEmpty else { return }
    xml.text(text)
  }

  func remark(_ markup: String) {
    guard skipped == 0 else { return }
    xml.remark(markup)
    if scopes.isEmpty { write(xml.take()) }
  }

  func end(line: Int) {
    guard skipped == 0 else { return skipped -= 1 }
    xml.end()
    for namespace in scopes.popLast()?.declared ?? [] { prefixes[namespace] = nil }
    if xml.bytes.count > 1 << 16 || scopes.isEmpty { write(xml.take()) }
  }
}

extension XLIFFVersion {
  /// Whether a document of the version may have parts of a namespace: those of other versions'
  /// modules would mean nothing in it.
  func holds(_ namespace: String) -> Bool {
    switch namespace {
    case XLIFFNamespace.its, XLIFFNamespace.itsm: hasITS
    case XLIFFNamespace.pluralGenderSelect: self == .v2_2
    default: true
    }
  }
}

extension XLIFFNamespace {
  static let its = "http://www.w3.org/2005/11/its"
  static let pluralGenderSelect = "urn:oasis:names:tc:xliff:pgs:1.0"

  /// The prefixes of the specifications.
  static let prefixes = [
    metadata: "mda", glossary: "gls", matches: "mtc", sizes: "slr", itsm: "itsm", its: "its",
    pluralGenderSelect: "pgs", "urn:oasis:names:tc:xliff:fs:2.0": "fs",
    "urn:oasis:names:tc:xliff:resourcedata:2.0": "res",
    "urn:oasis:names:tc:xliff:validation:2.0": "val",
    "urn:oasis:names:tc:xliff:changetracking:2.0": "ctr",
  ]
}
