import ArticleModel
import Markup

/// Checks a document as the parser meets it: the outer elements one by one, each unit whole.
final class XLIFF2Checker: XMLHandler {
  private(set) var findings: [Finding] = []
  private var structure = XLIFF2Structure()
  private var open: [XMLElement] = []
  private var namespace = ""
  private var version = ""
  private var source = ""
  private var target: String?
  private var files: Set<String> = []
  private var units: Set<String> = []
  private var groups: Set<String> = []

  func start(_ element: XMLElement) -> Bool {
    if open.isEmpty {
      readRoot(element)
    } else if element.namespace != namespace {
      // Modules and extensions are read whole, and passed over.
      return true
    }
    if element.name == "unit" || element.name == "notes" || element.name == "skeleton" {
      return true
    }
    if var parent = open.popLast() {
      var child = element
      child.content = []
      parent.content.append(.element(child))
      open.append(parent)
    }
    open.append(element)
    findings += structure.attributes(of: element)
    if element.name == "file" {
      units = []
      groups = []
      unique(element, in: &files, "two files have the id", "4.3.1.21")
    }
    if element.name == "group" {
      unique(element, in: &groups, "two groups of the file have the id", "4.3.1.21")
    }
    return false
  }

  private func readRoot(_ element: XMLElement) {
    namespace = element.namespace
    version = element["version"] ?? ""
    source = element["srcLang"] ?? ""
    target = element["trgLang"]
    guard element.name == "xliff", XLIFFNamespace.isCore2(namespace) else {
      return report(
        element, "root", "the root is <\(element.name)>; it is <xliff> of XLIFF 2", "4.2.2.1")
    }
    let versions =
      namespace == XLIFFNamespace.core22 ? ["2.2"] : ["2.0", "2.1"]
    if !versions.contains(version) {
      report(
        element, "version",
        "the version is \(version); in this namespace it is \(versions.joined(separator: " or "))",
        "4.3.1.40")
    }
    for (name, value) in [("srcLang", source), ("trgLang", target ?? source)]
    where !LanguageSyntax.isTag(value) {
      report(element, "language", "\(name)=\"\(value)\" is not a BCP 47 tag", "4.3.1.29")
    }
  }

  func element(_ element: XMLElement) {
    if var parent = open.popLast() {
      var child = element
      child.content = []
      parent.content.append(.element(child))
      open.append(parent)
    }
    guard element.namespace == namespace else { return }
    findings += structure.check(element)
    guard element.name == "unit" else { return }
    unique(element, in: &units, "two units of the file have the id", "4.3.1.21")
    var unit = XLIFF2UnitChecker(element, source: source, target: target)
    findings += unit.check()
  }

  func text(_ text: String, line: Int) {
    guard text.contains(where: { !$0.isWhitespace }), let parent = open.last else { return }
    findings.append(
      Finding(
        rule: "content", severity: .error,
        message: "text directly in <\(parent.name)>; take it out (XLIFF 2.1, 4.2)", line: line))
  }

  func end(line: Int) {
    guard let element = open.popLast() else { return }
    findings += structure.children(of: element)
  }

  private func unique(
    _ element: XMLElement, in ids: inout Set<String>, _ problem: String, _ section: String
  ) {
    guard let id = element["id"], !ids.insert(id).inserted else { return }
    report(element, "duplicate-id", "\(problem) \(id)", section)
  }

  private func report(
    _ element: XMLElement, _ rule: String, _ message: String, _ section: String
  ) {
    findings.append(
      Finding(
        rule: rule, severity: .error, message: "\(message) (XLIFF 2.1, \(section))",
        line: element.line))
  }
}
