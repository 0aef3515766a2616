import CXML

/// Reads XML in one pass: UTF-8, UTF-16 and whatever the declaration names, with line numbers.
///
/// Nothing outside the document is opened and no entity is expanded. Memory holds one wanted
/// element at a time.
package struct XMLReader {
  /// How reading ended.
  package enum End: Equatable {
    case complete
    /// Not well-formed or cut; all before the line was delivered.
    case malformed(line: Int, message: String)
    /// A document type or an entity that a data file has no need of.
    case refused(line: Int, message: String)
    /// Deeper than ``maximumDepth``.
    case tooDeep(line: Int)
  }

  /// How deep elements may be nested.
  package var maximumDepth: Int
  /// Whether a document type declaration that declares nothing itself is passed over.
  package var allowsDoctype: Bool

  package init(maximumDepth: Int = 200, allowsDoctype: Bool = false) {
    self.maximumDepth = maximumDepth
    self.allowsDoctype = allowsDoctype
  }

  /// Reads a document and hands it over.
  package func read(_ bytes: [UInt8], to handler: any XMLHandler) -> End {
    guard let length = Int32(exactly: bytes.count) else {
      return .malformed(line: 1, message: "the file is larger than 2 GB")
    }
    let sink = Sink(handler)
    var result = dragoman_xml_result()
    withExtendedLifetime(sink) {
      var table = dragoman_xml_handler()
      table.context = Unmanaged.passUnretained(sink).toOpaque()
      table.start = { context, name, prefix, space, count, values, _, _, line in
        guard let context, let name else { return }
        let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
        sink.start(name, space: space, count: Int(count), values: values, line: Int(line))
      }
      table.end = { context, line in
        guard let context else { return }
        Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue().end(line: Int(line))
      }
      table.text = { context, bytes, length, line in
        guard let context, let bytes else { return }
        let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
        sink.text(bytes, length: Int(length), line: Int(line))
      }
      bytes.withUnsafeBytes { buffer in
        dragoman_xml_parse(
          buffer.baseAddress, length, Int32(maximumDepth), allowsDoctype ? 1 : 0, &table, &result)
      }
    }
    return Self.end(of: result)
  }

  static func end(of result: dragoman_xml_result) -> End {
    let message = withUnsafeBytes(of: result.message) { buffer in
      String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
    let line = max(1, Int(result.line))
    switch result.status {
    case DRAGOMAN_XML_DONE: return .complete
    case DRAGOMAN_XML_REFUSED: return .refused(line: line, message: message)
    case DRAGOMAN_XML_TOO_DEEP: return .tooDeep(line: line)
    default: return .malformed(line: line, message: message)
    }
  }
}

/// Turns the parser's calls into elements.
private final class Sink {
  private let handler: any XMLHandler
  /// The elements that are open and wanted; the outermost was asked for.
  private var wanted: [XMLElement] = []
  /// Strings of names by address: the parser keeps each name once.
  private var names: [UnsafeRawPointer: String] = [:]

  init(_ handler: any XMLHandler) { self.handler = handler }

  private func name(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer else { return "" }
    if let known = names[pointer] { return known }
    let text = String(cString: pointer)
    names[pointer] = text
    return text
  }

  func start(
    _ name: UnsafePointer<CChar>, space: UnsafePointer<CChar>?, count: Int,
    values: UnsafePointer<UnsafePointer<CChar>?>?, line: Int
  ) {
    var attributes: [XMLElement.Attribute] = []
    if let values {
      attributes.reserveCapacity(count)
      for index in 0..<count {
        let field = values + index * 5
        guard let begin = field[3], let end = field[4] else { continue }
        let value = UnsafeRawBufferPointer(start: begin, count: end - begin)
        attributes.append(
          .init(
            namespace: self.name(field[2]), name: self.name(field[0]),
            value: String(decoding: value, as: UTF8.self)))
      }
    }
    let element = XMLElement(
      namespace: self.name(space), name: self.name(name), attributes: attributes, line: line)
    if !wanted.isEmpty || handler.start(element) { wanted.append(element) }
  }

  func end(line: Int) {
    guard let element = wanted.popLast() else { return handler.end(line: line) }
    if wanted.isEmpty {
      handler.element(element)
    } else {
      wanted[wanted.count - 1].content.append(.element(element))
    }
  }

  func text(_ bytes: UnsafePointer<CChar>, length: Int, line: Int) {
    let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    guard let last = wanted.indices.last else { return handler.text(text, line: line) }
    if case .text(let before)? = wanted[last].content.last {
      wanted[last].content[wanted[last].content.count - 1] = .text(before + text)
    } else {
      wanted[last].content.append(.text(text))
    }
  }
}
