/// The nodes of a page in flat arrays: an element or a run of text each, linked by their numbers.
@usableFromInline
package struct HTMLTree {
  @usableFromInline
  package struct Record {
    @usableFromInline var parent: Int32 = -1
    @usableFromInline var firstChild: Int32 = -1
    @usableFromInline var lastChild: Int32 = -1
    @usableFromInline var next: Int32 = -1
    @usableFromInline var previous: Int32 = -1
    /// A text's bytes; the name of an element that is none of ``HTMLTag``.
    var start: Int32 = 0
    var count: Int32 = 0
    var attributes: Int32 = 0
    @usableFromInline var attributeCount: Int32 = 0
    @usableFromInline var tag: HTMLTag
    @usableFromInline var isText: Bool
    /// Whether the element is among the open ones while the tree is built.
    var isOpen = false
  }

  /// A name and a value, one behind the other in ``bytes``.
  @usableFromInline
  package struct Attribute {
    var start: Int32
    var nameCount: Int32
    var valueStart: Int32
    var valueCount: Int32
  }

  var records: [Record] = []
  var attributes: [Attribute] = []
  /// Texts, names and values, references resolved, without NUL bytes.
  var bytes: [UInt8] = []

  /// Adds a node that is nowhere in the tree yet.
  mutating func add(_ record: Record) -> Int32 {
    records.append(record)
    return Int32(records.count - 1)
  }

  /// Makes a node the last child of another.
  mutating func append(_ child: Int32, to parent: Int32) {
    let last = records[Int(parent)].lastChild
    records[Int(child)].parent = parent
    records[Int(child)].previous = last
    records[Int(child)].next = -1
    if last >= 0 {
      records[Int(last)].next = child
    } else {
      records[Int(parent)].firstChild = child
    }
    records[Int(parent)].lastChild = child
  }

  /// Takes a node out of its parent.
  mutating func detach(_ child: Int32) {
    let record = records[Int(child)]
    guard record.parent >= 0 else { return }
    if record.previous >= 0 {
      records[Int(record.previous)].next = record.next
    } else {
      records[Int(record.parent)].firstChild = record.next
    }
    if record.next >= 0 {
      records[Int(record.next)].previous = record.previous
    } else {
      records[Int(record.parent)].lastChild = record.previous
    }
    records[Int(child)].parent = -1
  }

  /// Makes all children of a node the last ones of another.
  mutating func moveChildren(of node: Int32, to parent: Int32) {
    while case let child = records[Int(node)].firstChild, child >= 0 {
      detach(child)
      append(child, to: parent)
    }
  }

  /// Whether two elements have the same name and attributes.
  func isSame(_ one: Int32, _ other: Int32) -> Bool {
    let first = records[Int(one)]
    let second = records[Int(other)]
    guard first.tag == second.tag, first.attributeCount == second.attributeCount else {
      return false
    }
    for index in 0..<Int(first.attributeCount) {
      let left = attributes[Int(first.attributes) + index]
      let right = attributes[Int(second.attributes) + index]
      guard slice(left.start, left.nameCount).elementsEqual(slice(right.start, right.nameCount)),
        slice(left.valueStart, left.valueCount).elementsEqual(
          slice(right.valueStart, right.valueCount))
      else { return false }
    }
    return true
  }

  private func slice(_ start: Int32, _ count: Int32) -> ArraySlice<UInt8> {
    bytes[Int(start)..<Int(start + count)]
  }
}
