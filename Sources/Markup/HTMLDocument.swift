internal import CXML

/// A parsed HTML page: libxml2's tree, owned here and walked in place.
package final class HTMLDocument {
  private let pointer: OpaquePointer

  /// Parses UTF-8.
  ///
  /// - Returns: nil when there is not one element in it.
  package init?(utf8: [UInt8]) {
    guard let document = dragoman_html_parse(utf8, utf8.count) else { return nil }
    pointer = document
  }

  deinit { dragoman_html_free(pointer) }

  /// The root element.
  package var root: HTMLNode? { dragoman_html_root(pointer).map(HTMLNode.init) }
}

/// A node of an ``HTMLDocument``: valid as long as its document.
package struct HTMLNode: Equatable, Hashable {
  private let pointer: OpaquePointer

  fileprivate init(pointer: OpaquePointer) { self.pointer = pointer }

  /// Whether the node is an element.
  package var isElement: Bool { dragoman_html_kind(pointer) == Int32(DRAGOMAN_HTML_ELEMENT) }
  /// Whether the node is text.
  package var isText: Bool { dragoman_html_kind(pointer) == Int32(DRAGOMAN_HTML_TEXT) }
  /// The element's name.
  package var tag: HTMLTag { HTMLTag(rawValue: dragoman_html_tag(pointer)) ?? .other }
  /// The first child.
  package var firstChild: HTMLNode? { dragoman_html_first_child(pointer).map(HTMLNode.init) }
  /// The node after this one.
  package var nextSibling: HTMLNode? { dragoman_html_next_sibling(pointer).map(HTMLNode.init) }
  /// The element around this node.
  package var parent: HTMLNode? { dragoman_html_parent(pointer).map(HTMLNode.init) }
  /// Whether the element has any attribute.
  package var hasAttributes: Bool { dragoman_html_has_attributes(pointer) != 0 }

  /// The name of an element as it stands in the page.
  package var name: String { dragoman_html_name(pointer).map { String(cString: $0) } ?? "" }

  /// The value of an attribute, whose name is in lower case.
  package func attribute(_ name: String) -> String? {
    dragoman_html_attribute(pointer, name).map { String(cString: $0) }
  }

  /// Whether an attribute is there.
  package func has(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { letters in
        letters.baseAddress.map { dragoman_html_attribute(pointer, $0) != nil } ?? false
      }
    }
  }

  /// Calls a function with the bytes of an attribute, in place.
  package func withAttribute<Result>(
    _ name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    name.withUTF8Buffer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { letters in
        letters.baseAddress.flatMap { dragoman_html_attribute(pointer, $0) }.map {
          Self.bytes($0, body)
        }
      }
    }
  }

  /// Calls a function with the bytes of a text node, in place.
  package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    dragoman_html_text(pointer).map { Self.bytes($0, body) }
  }

  private static func bytes<Result>(
    _ text: UnsafePointer<CChar>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var length = 0
    while text[length] != 0 { length += 1 }
    return text.withMemoryRebound(to: UInt8.self, capacity: length) {
      body(UnsafeBufferPointer(start: $0, count: length))
    }
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

  /// All text inside, white space collapsed, scripts and styles left out.
  package var text: String {
    var bytes: [UInt8] = []
    var cursor: HTMLNode? = self
    while let node = cursor {
      var skip = false
      if node.isText {
        node.withText { bytes.append(contentsOf: $0) }
      } else if node.isElement {
        skip = [.script, .style, .noscript, .template].contains(node.tag)
        if node.tag == .br || node.tag == .p || node.tag == .div || node.tag == .li {
          bytes.append(0x20)
        }
      }
      cursor = node.next(within: self, skippingChildren: skip)
    }
    return WhiteSpace.collapsed(bytes)
  }
}

extension HTMLTag {
  /// The name at this number in the shim's table, for the test that the two agree.
  static func shimName(_ number: Int) -> String? {
    dragoman_html_tag_name(number).map { String(cString: $0) }
  }
}
