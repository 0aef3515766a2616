import ArticleModel
package import Markup

/// Reads XLIFF 1.2, 2.0, 2.1 and 2.2 as real tools write it, and says what is not as it should be.
public struct XLIFFReader: Sendable {
  /// The largest document that is read into memory, in bytes.
  public var maximumSize: Int

  /// Creates a reader.
  public init(maximumSize: Int = 1 << 30) { self.maximumSize = maximumSize }

  /// Reads a file that is in memory.
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
    let collector = DocumentCollector()
    let handler = XLIFFRootHandler(file: file, receiver: collector)
    let end = XMLReader().read(bytes, to: handler)
    let isCut = try Self.finish(end, handler, file: file, receiver: collector)
    var document = collector.document
    document.isCut = isCut
    return document
  }

  /// Reads a file of any size piece by piece.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - file: The name for messages.
  ///   - receiver: Is given every unit as soon as it is whole.
  /// - Returns: Whether the file breaks off; what came before was delivered.
  /// - Throws: ``InterchangeError`` when nothing can be read, or the file could reach beyond itself.
  @discardableResult
  package func read(
    from source: @escaping XMLReader.Source, file: String, to receiver: any BundleReceiver
  ) throws(InterchangeError) -> Bool {
    try read(from: source, file: file, to: receiver, scanner: nil)
  }

  /// Reads, and tells a scanner of what the model does not hold.
  @discardableResult
  func read(
    from source: @escaping XMLReader.Source, file: String, to receiver: any BundleReceiver,
    scanner: LossScanner?
  ) throws(InterchangeError) -> Bool {
    let handler = XLIFFRootHandler(file: file, receiver: receiver, scanner: scanner)
    let end = XMLReader().read(from: source, to: handler)
    return try Self.finish(end, handler, file: file, receiver: receiver)
  }

  private static func finish(
    _ end: XMLReader.End, _ handler: XLIFFRootHandler, file: String, receiver: any BundleReceiver
  ) throws(InterchangeError) -> Bool {
    if let found = handler.unknownRoot {
      throw .unknownFormat(file: file, line: found.line, found: found.name)
    }
    switch end {
    case .complete: return false
    case .refused(let line, let message):
      throw .refused(file: file, line: line, message: message)
    case .tooDeep(let line):
      throw .refused(file: file, line: line, message: "elements are nested too deep")
    case .malformed(let line, let message):
      guard handler.hasUnits else {
        throw .malformed(file: file, line: line, message: message)
      }
      receiver.report(
        Finding(
          rule: "not-well-formed", severity: .error,
          message: "the file breaks off here or is damaged; what follows is not read",
          file: file, line: line))
      return true
    }
  }
}
