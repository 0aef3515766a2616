/// A parsed page: a flat tree, owned here and walked in place.
package final class HTMLDocument {
  fileprivate let records: [HTMLTree.Record]
  fileprivate let attributes: [HTMLTree.Attribute]
  fileprivate let bytes: [UInt8]
  /// The contents of `<script type="application/ld+json">`.
  package let structuredData: [[UInt8]]

  /// Parses UTF-8; no markup is so bad that there is no tree.
  package init(utf8 page: [UInt8]) {
    var parser = HTMLParser(expecting: page.count)
    page.withUnsafeBufferPointer { parser.parse($0) }
    let tree = parser.finish()
    records = tree.records
    attributes = tree.attributes
    bytes = tree.bytes
    structuredData = parser.structuredData
  }

  /// The root element.
  package var root: HTMLNode { HTMLNode(document: self, index: 0) }
}

/// A node of an ``HTMLDocument``: valid as long as its document, which it does not keep.
package struct HTMLNode: Equatable, Hashable {
  private unowned(unsafe) let document: HTMLDocument
  private let index: Int32

  fileprivate init(document: HTMLDocument, index: Int32) {
    self.document = document
    self.index = index
  }

  package static func == (one: HTMLNode, other: HTMLNode) -> Bool { one.index == other.index }
  package func hash(into hasher: inout Hasher) { hasher.combine(index) }

  private var record: HTMLTree.Record { document.records[Int(index)] }

  private func node(_ index: Int32) -> HTMLNode? {
    index < 0 ? nil : HTMLNode(document: document, index: index)
  }

  /// Whether the node is an element.
  package var isElement: Bool { !record.isText }
  /// Whether the node is text.
  package var isText: Bool { record.isText }
  /// The element's name; a text has none.
  package var tag: HTMLTag { record.tag }
  /// The first child.
  package var firstChild: HTMLNode? { node(record.firstChild) }
  /// The node after this one.
  package var nextSibling: HTMLNode? { node(record.next) }
  /// The element around this node.
  package var parent: HTMLNode? { node(record.parent) }
  /// Whether the element has any attribute.
  package var hasAttributes: Bool { record.attributeCount > 0 }

  /// The name of an element as it stands in the page, in lower case.
  package var name: String {
    let record = record
    if record.isText { return "" }
    guard record.tag == .other else { return record.tag.name }
    return String(
      decoding: document.bytes[Int(record.start)..<Int(record.start + record.count)],
      as: UTF8.self)
  }

  /// The value of an attribute, whose name is in lower case.
  package func attribute(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { value(of: $0).map { String(decoding: document.bytes[$0], as: UTF8.self) } }
  }

  /// Whether an attribute is there.
  package func has(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { value(of: $0) != nil }
  }

  /// Calls a function with the bytes of an attribute, in place.
  package func withAttribute<Result>(
    _ name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    name.withUTF8Buffer { value(of: $0) }.map { range in
      document.bytes.withUnsafeBufferPointer { body(.init(rebasing: $0[range])) }
    }
  }

  /// Calls a function with the bytes of a text node, in place.
  package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let record = record
    guard record.isText else { return nil }
    return document.bytes.withUnsafeBufferPointer {
      body(.init(rebasing: $0[Int(record.start)..<Int(record.start + record.count)]))
    }
  }

  /// Where the value of an attribute stands; the first counts (HTML, section 13.2.5.33).
  private func value(of name: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let record = record
    guard record.attributeCount > 0 else { return nil }
    let first = Int(record.attributes)
    for attribute in document.attributes[first..<(first + Int(record.attributeCount))]
    where Int(attribute.nameCount) == name.count {
      let start = Int(attribute.start)
      if document.bytes[start..<(start + name.count)].elementsEqual(name) {
        return Int(attribute.valueStart)..<Int(attribute.valueStart + attribute.valueCount)
      }
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
