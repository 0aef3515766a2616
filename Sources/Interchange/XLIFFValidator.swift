public import ArticleModel
import Markup

/// Tells whether a file is XLIFF 2.0, 2.1 or 2.2 as the specification says: structure, values,
/// identifiers and references of the core.
public struct XLIFFValidator: Sendable {
  /// Creates a validator.
  public init() {}

  /// All that is wrong with a file, in the order of its lines; valid when nothing is an error.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The name for messages.
  /// - Returns: The findings, each with its line and the section of the specification.
  public func findings(in bytes: [UInt8], file: String) -> [Finding] {
    guard !bytes.isEmpty else {
      return [
        Finding(
          rule: "not-well-formed", severity: .error, message: "the file is empty", file: file,
          line: 1)
      ]
    }
    let handler = XLIFF2Checker()
    let end = XMLReader().read(bytes, to: handler)
    var findings = handler.findings
    switch end {
    case .complete: break
    case .malformed(let line, let message):
      findings.append(
        Finding(rule: "not-well-formed", severity: .error, message: message, line: line))
    case .refused(let line, let message):
      findings.append(Finding(rule: "entity", severity: .error, message: message, line: line))
    case .tooDeep(let line):
      findings.append(
        Finding(
          rule: "depth", severity: .error, message: "elements are nested too deep", line: line))
    }
    return findings.map { finding in
      var placed = finding
      placed.file = file
      return placed
    }.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }
}
