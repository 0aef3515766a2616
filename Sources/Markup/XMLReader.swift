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

  /// How large one wanted element may be, in bytes.
  package var maximumSize: Int

  package init(
    maximumDepth: Int = 200, allowsDoctype: Bool = false, maximumSize: Int = 32 << 20
  ) {
    self.maximumDepth = maximumDepth
    self.allowsDoctype = allowsDoctype
    self.maximumSize = maximumSize
  }

  /// Fills a buffer, and tells with how many bytes: 0 at the end, below it when reading failed.
  package typealias Source = (UnsafeMutableRawBufferPointer) -> Int

  /// Reads a document and hands it over.
  package func read(_ bytes: [UInt8], to handler: any XMLHandler) -> End {
    guard let length = Int32(exactly: bytes.count) else {
      return .malformed(line: 1, message: "the document is larger than 2 GB; read it from a file")
    }
    return run(to: handler) { table, result in
      bytes.withUnsafeBytes { buffer in
        dragoman_xml_parse(
          buffer.baseAddress, length, Int32(maximumDepth), allowsDoctype ? 1 : 0, &table, &result)
      }
    }
  }

  /// Reads a document of any size piece by piece, and hands it over.
  package func read(from source: @escaping Source, to handler: any XMLHandler) -> End {
    let input = Input(source)
    return withExtendedLifetime(input) {
      run(to: handler) { table, result in
        var pieces = dragoman_xml_source()
        pieces.context = Unmanaged.passUnretained(input).toOpaque()
        pieces.read = { context, buffer, length in
          guard let context else { return -1 }
          let input = Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
          return Int32(
            input.source(UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))))
        }
        dragoman_xml_parse_stream(
          &pieces, Int32(maximumDepth), allowsDoctype ? 1 : 0, &table, &result)
      }
    }
  }

  private func run(
    to handler: any XMLHandler,
    parse: (inout dragoman_xml_handler, inout dragoman_xml_result) -> Void
  ) -> End {
    let sink = Sink(handler, maximumSize: maximumSize)
    var result = dragoman_xml_result()
    withExtendedLifetime(sink) {
      var table = dragoman_xml_handler()
      table.context = Unmanaged.passUnretained(sink).toOpaque()
      table.start = { context, name, _, space, count, values, _, _, line in
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
        sink.text(UnsafeRawBufferPointer(start: bytes, count: Int(length)), line: Int(line))
      }
      parse(&table, &result)
    }
    if let line = sink.overflow {
      return .refused(line: line, message: "one unit is larger than \(maximumSize >> 20) MB")
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

/// Holds a source for the time of a parse.
private final class Input {
  let source: XMLReader.Source

  init(_ source: @escaping XMLReader.Source) { self.source = source }
}

/// Turns the parser's calls into elements.
private final class Sink {
  private let handler: any XMLHandler
  private let maximumSize: Int
  /// The elements that are open and wanted; the outermost was asked for.
  private var wanted: [XMLElement] = []
  /// Text that is not in an element yet: the parser gives it in pieces.
  private var pending: [UInt8] = []
  /// What the wanted element has taken so far, about.
  private var size = 0
  /// Where an element became too large to hold; all that follows is passed over.
  private(set) var overflow: Int?
  /// Strings of names by address, each where its address leads: the parser keeps each name once.
  private var names: [(pointer: UnsafePointer<CChar>?, text: String)] =
    Array(repeating: (nil, ""), count: 256)

  init(_ handler: any XMLHandler, maximumSize: Int) {
    self.handler = handler
    self.maximumSize = maximumSize
  }

  private func name(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer else { return "" }
    let place = Int(truncatingIfNeeded: (UInt(bitPattern: pointer) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    if names[place].pointer == pointer { return names[place].text }
    let text = String(cString: pointer)
    names[place] = (pointer, text)
    return text
  }

  func start(
    _ name: UnsafePointer<CChar>, space: UnsafePointer<CChar>?, count: Int,
    values: UnsafePointer<UnsafePointer<CChar>?>?, line: Int
  ) {
    guard overflow == nil else { return }
    flush()
    var attributes: [XMLElement.Attribute] = []
    if let values, count > 0 {
      attributes.reserveCapacity(count)
      for index in 0..<count {
        let field = values + index * 5
        guard let begin = field[3], let end = field[4] else { continue }
        let value = UnsafeRawBufferPointer(start: begin, count: end - begin)
        size += value.count + 48
        attributes.append(
          .init(
            namespace: self.name(field[2]), name: self.name(field[0]),
            value: String(decoding: value, as: UTF8.self)))
      }
    }
    let element = XMLElement(
      namespace: self.name(space), name: self.name(name), attributes: attributes, line: line)
    guard wanted.isEmpty else {
      size += 64
      if size > maximumSize {
        overflow = wanted[0].line
        wanted = []
        return
      }
      return wanted.append(element)
    }
    size = 0
    if handler.start(element) { wanted.append(element) }
  }

  func end(line: Int) {
    guard overflow == nil else { return }
    flush()
    guard let element = wanted.popLast() else { return handler.end(line: line) }
    if wanted.isEmpty {
      handler.element(element)
    } else {
      wanted[wanted.count - 1].content.append(.element(element))
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, line: Int) {
    guard overflow == nil else { return }
    guard !wanted.isEmpty else {
      return handler.text(String(decoding: bytes, as: UTF8.self), line: line)
    }
    size += bytes.count
    guard size <= maximumSize else {
      overflow = wanted[0].line
      return wanted = []
    }
    pending.append(contentsOf: bytes)
  }

  private func flush() {
    guard !pending.isEmpty else { return }
    wanted[wanted.count - 1].content.append(.text(String(decoding: pending, as: UTF8.self)))
    pending.removeAll(keepingCapacity: true)
  }
}
