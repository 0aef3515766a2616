import CXML

/// Feeds the tags and texts that libxml2 reads to the builder of the tree.
///
/// libxml2 knows HTML 4: it ends what HTML 4 lets end by itself, and the builder does the rest.
struct HTMLParser {
  private var builder = HTMLTreeBuilder()
  private let names = HTMLTag.names
  /// How many elements are open from one on whose content is not read.
  private var skippedDepth = 0
  /// Whether a title is open: what is in it is text.
  private var isInTitle = false

  /// More nodes than any page has; what follows is cut, and memory is bounded.
  private static let mostNodes = 1_000_000

  init(expecting count: Int) {
    builder.tree.bytes.reserveCapacity(count)
    builder.tree.records.reserveCapacity(count / 32 + 16)
    builder.tree.attributes.reserveCapacity(count / 64 + 16)
  }

  func finish() -> HTMLTree { builder.tree }

  mutating func parse(_ page: [UInt8]) {
    withUnsafeMutablePointer(to: &self) { parser in
      var handler = dragoman_html_handler(
        context: parser,
        start: { context, name, attributes in
          HTMLParser.of(context)?.pointee.start(name, attributes) == false ? 0 : 1
        },
        end: { context, name in HTMLParser.of(context)?.pointee.end(name) },
        text: { context, bytes, count in
          HTMLParser.of(context)?.pointee.text(UnsafeBufferPointer(start: bytes, count: count))
        })
      page.withUnsafeBufferPointer { page in
        guard let start = page.baseAddress else { return }
        // Without memory there is the tree so far.
        _ = dragoman_html_parse(start, page.count, &handler)
      }
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLParser>? {
    context?.assumingMemoryBound(to: HTMLParser.self)
  }

  // MARK: What libxml2 tells

  /// - Returns: Whether the parse goes on.
  private mutating func start(
    _ name: UnsafePointer<CChar>,
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> Bool {
    let name = Self.bytes(name)
    let tag = names.tag(name)
    let traits = builder.traits(tag)
    if isInTitle, traits.contains(.block) { endTitle() }
    guard !isInTitle else { return true }
    if skippedDepth > 0 || traits.contains(.skipped) {
      skippedDepth += 1
      return true
    }
    guard builder.tree.records.count < Self.mostNodes,
      builder.tree.attributes.count < Self.mostNodes
    else { return false }
    let range = add(attributes)
    if tag == .title {
      isInTitle = true
      if builder.body < 0 { builder.openHead() }
      builder.push(.title, attributes: range)
      return true
    }
    var own = 0..<0
    if tag == .other { own = append(name) }
    builder.start(tag, attributes: range, name: own)
    return true
  }

  private mutating func end(_ name: UnsafePointer<CChar>) {
    let name = Self.bytes(name)
    let tag = names.tag(name)
    if isInTitle {
      if tag == .title { endTitle() }
    } else if skippedDepth > 0 {
      skippedDepth -= 1
    } else {
      builder.end(tag, name: name)
    }
  }

  private mutating func endTitle() {
    isInTitle = false
    builder.pop(to: builder.stack.count - 1)
  }

  private mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard skippedDepth == 0 else { return }
    let first = builder.tree.bytes.count
    builder.tree.bytes.append(contentsOf: text)
    builder.text(from: first, isBlank: text.allSatisfy { $0 <= 0x20 })
  }

  // MARK: Names and values

  private mutating func add(
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> Range<Int> {
    let first = builder.tree.attributes.count
    guard var pair = attributes else { return first..<first }
    while let name = pair[0] {
      let nameRange = append(Self.bytes(name))
      let valueRange = pair[1].map { append(Self.bytes($0)) } ?? nameRange.upperBound..<nameRange.upperBound
      builder.tree.attributes.append(
        .init(
          start: Int32(nameRange.lowerBound), nameCount: Int32(nameRange.count),
          valueStart: Int32(valueRange.lowerBound), valueCount: Int32(valueRange.count)))
      pair += 2
    }
    return first..<builder.tree.attributes.count
  }

  private mutating func append(_ string: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = builder.tree.bytes.count
    builder.tree.bytes.append(contentsOf: string)
    return start..<builder.tree.bytes.count
  }

  /// The bytes of a string of C without its NUL.
  private static func bytes(_ string: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    let bytes = UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self)
    var count = 0
    while bytes[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: bytes, count: count)
  }
}
