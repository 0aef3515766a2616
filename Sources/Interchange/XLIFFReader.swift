import ArticleModel
import Markup

/// Reads XLIFF 2.0, 2.1 and 2.2 as real tools write it, and says what is not as it should be.
public struct XLIFFReader: Sendable {
  /// The largest file that is read, in bytes.
  public var maximumSize: Int

  /// Creates a reader.
  public init(maximumSize: Int = 1 << 30) { self.maximumSize = maximumSize }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes, in any encoding that XML has.
  ///   - file: The name for messages.
  /// - Returns: The bundles, with a finding for everything that had to be mended.
  /// - Throws: ``InterchangeError`` when nothing can be read, or the file could reach beyond itself.
  public func read(
    _ bytes: [UInt8], file: String
  ) throws(InterchangeError) -> XLIFFDocument {
    guard !bytes.isEmpty else { throw .empty(file: file) }
    guard bytes.count <= maximumSize else { throw .tooLarge(file: file, limit: maximumSize) }
    let handler = XLIFF2Handler()
    let end = XMLReader().read(bytes, to: handler)
    if let found = handler.unknownRoot {
      throw .unknownFormat(file: file, line: found.line, found: found.name)
    }
    var document = handler.document
    switch end {
    case .complete: break
    case .refused(let line, let message):
      throw .refused(file: file, line: line, message: message)
    case .tooDeep(let line):
      throw .refused(file: file, line: line, message: "elements are nested too deep")
    case .malformed(let line, let message):
      guard !handler.document.bundles.isEmpty else {
        throw .malformed(file: file, line: line, message: message)
      }
      document.isCut = true
      document.findings.append(
        Finding(
          rule: "not-well-formed", severity: .error,
          message: "the file breaks off here or is damaged; what follows is not read", line: line))
    }
    for index in document.findings.indices { document.findings[index].file = file }
    return document
  }
}
