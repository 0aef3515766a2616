import ArticleModel

/// Collects what is wrong with one document.
final class ValidationReport {
  /// How many findings are kept: a file that is wrong everywhere must not fill the memory.
  private static let limit = 10_000

  /// The standard that the document says it follows, for messages.
  var standard = "XML"
  private(set) var findings: [Finding] = []

  /// Adds what makes the document invalid; the section of the specification goes by its title.
  func error(_ rule: String, _ message: String, _ section: String, line: Int) {
    add(rule, .error, message, section, line)
  }

  /// Adds what the specification calls a warning, or wants of a tool and not of a document.
  func warning(_ rule: String, _ message: String, _ section: String, line: Int) {
    add(rule, .warning, message, section, line)
  }

  private func add(
    _ rule: String, _ severity: Finding.Severity, _ message: String, _ section: String, _ line: Int
  ) {
    guard findings.count <= Self.limit else { return }
    guard findings.count < Self.limit else {
      findings.append(
        Finding(
          rule: "limit", severity: .error,
          message: "\(Self.limit) findings; mend these first, the others are not listed",
          line: line))
      return
    }
    findings.append(
      Finding(
        rule: rule, severity: severity, message: "\(message) (\(standard), \(section))", line: line)
    )
  }
}
