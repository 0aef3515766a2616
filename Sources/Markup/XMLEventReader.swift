import CXML

/// Receives a document from an ``XMLEventReader`` as it is parsed, without a copy of anything.
package protocol XMLEventHandler: AnyObject {
  /// A start tag; it is gone when the call returns.
  func start(_ tag: XMLTag)
  /// Text, which may come in pieces.
  func text(_ bytes: UnsafeRawBufferPointer, line: Int)
  /// The end of an element.
  func end(line: Int)
  /// A comment or a processing instruction, as it is written.
  func remark(_ markup: String)
}

extension XMLEventHandler {
  /// Most have no use for remarks.
  package func remark(_ markup: String) {}
}

/// A start tag while it is parsed: names are numbers of the reader's table, values bytes of the parser.
package struct XMLTag {
  package let name: Int
  /// The line where the tag ends, from 1.
  package let line: Int
  package let attributeCount: Int
  fileprivate let values: UnsafePointer<UnsafePointer<CChar>?>?
  fileprivate let names: ParsedNames

  /// The name of an attribute.
  package func attributeName(_ index: Int) -> Int {
    guard let values else { return 0 }
    let field = values + index * 5
    return names.number(field[0], space: field[2])
  }

  /// The value of an attribute in UTF-8, normalized (XML 1.0, section 3.3.3).
  package func attributeValue(_ index: Int) -> UnsafeRawBufferPointer {
    guard let values, let begin = values[index * 5 + 3], let end = values[index * 5 + 4] else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: begin, count: end - begin)
  }
}

/// Reads XML in one pass: UTF-8, UTF-16 and whatever the declaration names, with line numbers.
///
/// Nothing outside the document is opened and no entity is expanded; memory does not grow with the
/// document's size.
package struct XMLEventReader {
  /// Fills a buffer, and tells with how many bytes: 0 at the end, below it when reading failed.
  package typealias Source = (UnsafeMutableRawBufferPointer) -> Int

  /// How deep elements may be nested.
  package var maximumDepth: Int
  /// Whether a document type declaration that declares nothing itself is passed over.
  package var allowsDoctype: Bool

  package init(maximumDepth: Int = 200, allowsDoctype: Bool = true) {
    self.maximumDepth = maximumDepth
    self.allowsDoctype = allowsDoctype
  }

  /// Reads a document that is in memory.
  package func read(
    _ bytes: [UInt8], names: XMLNameTable, to handler: any XMLEventHandler
  ) -> XMLReader.End {
    guard let length = Int32(exactly: bytes.count) else {
      return .malformed(line: 1, message: "the document is larger than 2 GB; read it from a file")
    }
    return run(EventSink(names: names, handler: handler)) { _, table, result in
      bytes.withUnsafeBytes { buffer in
        dragoman_xml_parse(
          buffer.baseAddress, length, Int32(maximumDepth), allowsDoctype ? 1 : 0, &table, &result)
      }
    }
  }

  /// Reads a document of any size from a source that gives it in pieces.
  package func read(
    from source: @escaping Source, names: XMLNameTable, to handler: any XMLEventHandler
  ) -> XMLReader.End {
    run(EventSink(source, names: names, handler: handler)) { context, table, result in
      var input = dragoman_xml_source()
      input.context = context
      input.read = { context, buffer, length in
        guard let context else { return -1 }
        let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))
        return Int32(EventSink.use(context) { $0.fill(room) })
      }
      dragoman_xml_parse_stream(
        &input, Int32(maximumDepth), allowsDoctype ? 1 : 0, &table, &result)
    }
  }

  private func run(
    _ sink: EventSink,
    parse: (UnsafeMutableRawPointer, inout dragoman_xml_handler, inout dragoman_xml_result) -> Void
  ) -> XMLReader.End {
    var result = dragoman_xml_result()
    withExtendedLifetime(sink) {
      let context = Unmanaged.passUnretained(sink).toOpaque()
      var table = dragoman_xml_handler()
      table.context = context
      table.start = { context, name, _, space, count, values, _, _, line in
        guard let context else { return }
        EventSink.use(context) { sink in
          sink.handler.start(
            XMLTag(
              name: sink.names.number(name, space: space), line: Int(line),
              attributeCount: Int(count), values: values, names: sink.names))
        }
      }
      table.end = { context, line in
        guard let context else { return }
        EventSink.use(context) { $0.handler.end(line: Int(line)) }
      }
      table.text = { context, bytes, length, line in
        guard let context else { return }
        let text = UnsafeRawBufferPointer(start: bytes, count: Int(length))
        EventSink.use(context) { $0.handler.text(text, line: Int(line)) }
      }
      table.remark = { context, target, content in
        guard let context, let content else { return }
        let text = String(cString: content)
        let name = target.map { String(cString: $0) }
        let markup = name.map { "<?\($0)\(text.isEmpty ? "" : " ")\(text)?>" }
        EventSink.use(context) { $0.handler.remark(markup ?? "<!--\(text)-->") }
      }
      parse(context, &table, &result)
    }
    return Self.end(of: result)
  }

  private static func end(of result: dragoman_xml_result) -> XMLReader.End {
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

/// What the parser's calls lead to, for the time of a parse.
private final class EventSink {
  let names: ParsedNames
  let handler: any XMLEventHandler
  private let source: XMLEventReader.Source

  init(
    _ source: @escaping XMLEventReader.Source = { _ in 0 }, names: XMLNameTable,
    handler: any XMLEventHandler
  ) {
    self.source = source
    self.names = ParsedNames(names)
    self.handler = handler
  }

  /// Leads from the parser's context to the sink, which the reader holds: counting its references
  /// at every event would cost more than the event.
  @inline(__always)
  static func use<Result>(
    _ context: UnsafeMutableRawPointer, _ body: (EventSink) -> Result
  ) -> Result {
    Unmanaged<EventSink>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }

  /// Fills the buffer: the parser takes little for the end, and a pipe may give it.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    while count < buffer.count {
      let more = source(UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      guard more > 0 else { return more < 0 ? more : count }
      count += more
    }
    return count
  }
}

/// Numbers of names by the addresses that the parser keeps for them during one parse.
private final class ParsedNames {
  private struct Entry {
    var local: UnsafePointer<CChar>?
    var space: UnsafePointer<CChar>?
    var number = 0
  }

  /// How many addresses are kept: documents have few names, and hostile ones get slower.
  private static let capacity = 4096

  private let table: XMLNameTable
  private let entries: UnsafeMutableBufferPointer<Entry>
  private var count = 0

  init(_ table: XMLNameTable) {
    self.table = table
    entries = .allocate(capacity: Self.capacity)
    entries.initialize(repeating: Entry())
  }

  deinit { entries.deallocate() }

  func number(_ local: UnsafePointer<CChar>?, space: UnsafePointer<CChar>?) -> Int {
    let mixed = UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15 ^ UInt(bitPattern: space)
    var slot = Int(truncatingIfNeeded: mixed >> 20 ^ mixed) & (Self.capacity - 1)
    while entries[slot].local != nil {
      if entries[slot].local == local, entries[slot].space == space {
        return entries[slot].number
      }
      slot = (slot + 1) & (Self.capacity - 1)
    }
    let name = XMLName(
      namespace: space.map { String(cString: $0) } ?? "",
      local.map { String(cString: $0) } ?? "")
    let number = table.number(of: name)
    if count < Self.capacity * 3 / 4 {
      entries[slot] = Entry(local: local, space: space, number: number)
      count += 1
    }
    return number
  }
}
