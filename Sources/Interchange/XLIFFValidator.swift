public import ArticleModel
import Markup

/// Tells whether a file is as its standard says: XLIFF 1.2, 2.0, 2.1 and 2.2 with all modules,
/// TMX 1.4b, TBX 2 and 3.
///
/// The file is read in pieces, and memory does not grow with its size.
public struct XLIFFValidator: Sendable {
  /// Fills a buffer, and tells with how many bytes: 0 at the end, below it when reading failed.
  public typealias Source = (UnsafeMutableRawBufferPointer) -> Int

  /// Prefixes of fragment identifiers that are registered beyond those of the specification.
  public var prefixes: Set<String>
  /// Whether XLIFF 1.2 is held against its strict schema; a file that names that one always is.
  public var isStrict: Bool

  /// Creates a validator.
  public init(prefixes: Set<String> = [], isStrict: Bool = false) {
    self.prefixes = prefixes
    self.isStrict = isStrict
  }

  /// All that is wrong with a file, in the order of its lines; valid when nothing is an error.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The name for messages.
  /// - Returns: The findings, each with its line and the section of the specification.
  public func findings(in bytes: [UInt8], file: String) -> [Finding] {
    var rest = bytes[...]
    return findings(
      in: { buffer in
        let count = min(buffer.count, rest.count)
        rest.prefix(count).withUnsafeBytes { buffer.copyMemory(from: $0) }
        rest = rest.dropFirst(count)
        return count
      }, file: file)
  }

  /// The same for a file that is read in pieces.
  public func findings(in source: @escaping Source, file: String) -> [Finding] {
    let report = ValidationReport()
    let document = DocumentValidator(self, report: report)
    let end = XMLEventReader().read(from: source, names: document.names, to: document)
    switch end {
    case .complete: break
    case .malformed(let line, let message):
      report.error(
        "not-well-formed", document.hasRoot ? message : "not an XML document: \(message)",
        "XML 1.0",
        line: line)
    case .refused(let line, let message):
      report.error("entity", message, "XML 1.0", line: line)
    case .tooDeep(let line):
      report.error("depth", "elements are nested too deep", "limits", line: line)
    }
    return report.findings.map { finding in
      var placed = finding
      placed.file = file
      return placed
    }.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }
}
