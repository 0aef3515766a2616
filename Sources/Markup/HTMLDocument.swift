/// A parsed page: a flat tree, owned here and walked in place.
package final class HTMLDocument {
  private let tree: UnsafeMutablePointer<HTMLStorage>
  /// The contents of `<script type="application/ld+json">`.
  package let structuredData: [[UInt8]]

  /// Parses UTF-8; no markup is so bad that there is no tree.
  package init(utf8 page: [UInt8]) {
    let prepared = HTMLPreparation(page)
    structuredData = prepared.structuredData
    var parser = HTMLParser(expecting: prepared.utf8.count)
    parser.parse(prepared.utf8)
    tree = .allocate(capacity: 1)
    tree.initialize(to: HTMLStorage(parser.finish()))
  }

  deinit {
    tree.pointee.deallocate()
    tree.deallocate()
  }

  /// The root element.
  package var root: HTMLNode { HTMLNode(tree: tree, index: 0) }
}

/// The arrays of a tree at addresses that stay: nodes read them without counting references.
@usableFromInline
package struct HTMLStorage {
  @usableFromInline let records: UnsafeMutableBufferPointer<HTMLTree.Record>
  @usableFromInline let attributes: UnsafeMutableBufferPointer<HTMLTree.Attribute>
  @usableFromInline let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ tree: HTMLTree) {
    func moved<Element>(_ array: [Element]) -> UnsafeMutableBufferPointer<Element> {
      let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
      _ = buffer.initialize(from: array)
      return buffer
    }
    records = moved(tree.records)
    attributes = moved(tree.attributes)
    bytes = moved(tree.bytes)
  }

  func deallocate() {
    records.deallocate()
    attributes.deallocate()
    bytes.deallocate()
  }
}

/// A node of an ``HTMLDocument``: valid as long as its document, which it does not keep.
package struct HTMLNode: Equatable, Hashable {
  @usableFromInline let tree: UnsafeMutablePointer<HTMLStorage>
  @usableFromInline let index: Int32

  @inlinable
  init(tree: UnsafeMutablePointer<HTMLStorage>, index: Int32) {
    self.tree = tree
    self.index = index
  }

  @inlinable
  package static func == (one: HTMLNode, other: HTMLNode) -> Bool { one.index == other.index }
  package func hash(into hasher: inout Hasher) { hasher.combine(index) }

  @inlinable var record: UnsafeMutablePointer<HTMLTree.Record> {
    tree.pointee.records.baseAddress.unsafelyUnwrapped + Int(index)
  }

  @inlinable
  func node(_ index: Int32) -> HTMLNode? { index < 0 ? nil : HTMLNode(tree: tree, index: index) }

  /// Whether the node is an element.
  @inlinable package var isElement: Bool { !record.pointee.isText }
  /// Whether the node is text.
  @inlinable package var isText: Bool { record.pointee.isText }
  /// The element's name; a text has none.
  @inlinable package var tag: HTMLTag { record.pointee.tag }
  /// The first child.
  @inlinable package var firstChild: HTMLNode? { node(record.pointee.firstChild) }
  /// The node after this one.
  @inlinable package var nextSibling: HTMLNode? { node(record.pointee.next) }
  /// The element around this node.
  @inlinable package var parent: HTMLNode? { node(record.pointee.parent) }
  /// Whether the element has any attribute.
  @inlinable package var hasAttributes: Bool { record.pointee.attributeCount > 0 }

  /// The name of an element as it stands in the page, in lower case.
  package var name: String {
    let record = record.pointee
    if record.isText { return "" }
    return record.tag == .other
      ? String(decoding: bytes(record.start, record.count), as: UTF8.self) : record.tag.name
  }

  /// The value of an attribute, whose name is in lower case.
  package func attribute(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { value(of: $0).map { String(decoding: $0, as: UTF8.self) } }
  }

  /// Whether an attribute is there.
  package func has(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { value(of: $0) != nil }
  }

  /// Calls a function with the bytes of an attribute, in place.
  package func withAttribute<Result>(
    _ name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    name.withUTF8Buffer { value(of: $0) }.map(body)
  }

  /// Calls a function with the bytes of a text node, in place.
  package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let record = record.pointee
    return record.isText ? body(bytes(record.start, record.count)) : nil
  }

  private func bytes(_ start: Int32, _ count: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: tree.pointee.bytes[Int(start)..<Int(start + count)])
  }

  /// The value of an attribute; the first of a name counts (HTML, section 13.2.5.33).
  private func value(of name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let record = record.pointee
    for index in record.attributes..<(record.attributes + record.attributeCount) {
      let attribute = tree.pointee.attributes[Int(index)]
      guard Int(attribute.nameCount) == name.count,
        bytes(attribute.start, attribute.nameCount).elementsEqual(name)
      else { continue }
      return bytes(attribute.valueStart, attribute.valueCount)
    }
    return nil
  }

  /// The node after this one in document order, inside `limit`.
  package func next(within limit: HTMLNode, skippingChildren: Bool = false) -> HTMLNode? {
    if !skippingChildren, let child = firstChild { return child }
    var node = self
    while node != limit {
      if let sibling = node.nextSibling { return sibling }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }

  /// All text inside, white space collapsed, templates left out.
  package var text: String {
    var bytes: [UInt8] = []
    var cursor: HTMLNode? = self
    while let node = cursor {
      var skip = false
      if node.isText {
        node.withText { bytes.append(contentsOf: $0) }
      } else {
        skip = node.tag == .template
        if node.tag == .br || node.tag == .p || node.tag == .div || node.tag == .li {
          bytes.append(0x20)
        }
      }
      cursor = node.next(within: self, skippingChildren: skip)
    }
    return WhiteSpace.collapsed(bytes)
  }
}
