/// Builds the tree from start tags, end tags and texts by the rules of HTML, section 13.2.6.
///
/// Where the rules throw text out of its place (foster parenting) or away (in `<select>` or after
/// `</html>`), it stays where it is: an article may be in it.
struct HTMLTreeBuilder {
  typealias Traits = HTMLTag.Traits

  var tree = HTMLTree()
  /// The open elements, the innermost last.
  var stack: [(node: Int32, tag: HTMLTag)] = []
  /// How many of each tag are open: a search for one that is not can be left out.
  private var openCount = [Int32](repeating: 0, count: 256)
  /// Formatting elements that are not closed yet; -1 is a marker.
  var formatting: [Int32] = []
  private let traitsOf = HTMLTag.traits
  private(set) var head: Int32 = -1
  private(set) var body: Int32 = -1

  /// Elements deeper than this become neighbours, as in browsers.
  private static let deepest = 512
  /// How far up an end tag is looked for: broken pages could make each tag cost a walk.
  private static let farthest = 1024

  init() {
    push(.html, attributes: 0..<0)
  }

  func traits(_ tag: HTMLTag) -> Traits { traitsOf[Int(tag.rawValue)] }
  func isOpen(_ tag: HTMLTag) -> Bool { openCount[Int(tag.rawValue)] > 0 }

  // MARK: The stack

  /// Where new nodes go.
  var current: Int32 { stack[min(stack.count, Self.deepest) - 1].node }

  /// Adds an element and opens it.
  @discardableResult
  mutating func push(_ tag: HTMLTag, attributes: Range<Int>, name: Range<Int> = 0..<0) -> Int32 {
    let node = insert(tag, attributes: attributes, name: name)
    open(node, tag)
    if traits(tag).contains(.marker) { formatting.append(-1) }
    return node
  }

  /// Adds an element that has no content.
  @discardableResult
  mutating func insert(_ tag: HTMLTag, attributes: Range<Int>, name: Range<Int> = 0..<0) -> Int32 {
    let node = tree.add(
      .init(
        start: Int32(name.lowerBound), count: Int32(name.count),
        attributes: Int32(attributes.lowerBound), attributeCount: Int32(attributes.count),
        tag: tag, isText: false))
    if !stack.isEmpty { tree.append(node, to: current) }
    return node
  }

  mutating func open(_ node: Int32, _ tag: HTMLTag) {
    stack.append((node, tag))
    count(node, tag, isOpen: true)
  }

  private mutating func count(_ node: Int32, _ tag: HTMLTag, isOpen: Bool) {
    openCount[Int(tag.rawValue)] += isOpen ? 1 : -1
    tree.records[Int(node)].isOpen = isOpen
  }

  /// Puts a copy in the place of an open element.
  mutating func replace(at position: Int, with node: Int32) {
    tree.records[Int(stack[position].node)].isOpen = false
    tree.records[Int(node)].isOpen = true
    stack[position].node = node
  }

  /// Closes all elements from the position on; the root and the body stay open.
  mutating func pop(to position: Int) {
    while stack.count > max(position, body >= 0 ? 2 : 1), let last = stack.popLast() {
      count(last.node, last.tag, isOpen: false)
      if traits(last.tag).contains(.marker) {
        while let entry = formatting.popLast(), entry >= 0 {}
      }
    }
  }

  /// Opens an element between others that are open.
  mutating func insertOpen(_ node: Int32, after position: Int) {
    let tag = tree.records[Int(node)].tag
    stack.insert((node, tag), at: position + 1)
    count(node, tag, isOpen: true)
  }

  /// Takes one element out of the stack; what is in it stays open.
  mutating func remove(at position: Int) {
    let removed = stack.remove(at: position)
    count(removed.node, removed.tag, isOpen: false)
  }

  /// Where the innermost open element of a tag is, unless one with the traits is in between.
  func position(of tag: HTMLTag, within boundary: Traits = .scope) -> Int? {
    isOpen(tag) ? position(within: boundary) { $0 == tag } : nil
  }

  func position(within boundary: Traits, where matches: (HTMLTag) -> Bool) -> Int? {
    var index = stack.count - 1
    let end = max(0, index - Self.farthest)
    while index >= end {
      let tag = stack[index].tag
      if matches(tag) { return index }
      if !traits(tag).isDisjoint(with: boundary) { return nil }
      index -= 1
    }
    return nil
  }

  /// Closes elements whose end tags may be left out.
  mutating func closeImplied(except tag: HTMLTag = .other) {
    while let last = stack.last, last.tag != tag, traits(last.tag).contains(.impliedEnd) {
      pop(to: stack.count - 1)
    }
  }

  mutating func closeParagraph() {
    guard isOpen(.p) else { return }
    let found = position(within: .scope) { $0 == .p || $0 == .button }
    if let found, stack[found].tag == .p { pop(to: found) }
  }

  // MARK: Head and body

  /// Opens the body when there is none.
  mutating func openBody(attributes: Range<Int> = 0..<0) {
    guard body < 0 else {
      adopt(attributes, body)
      return
    }
    pop(to: 1)
    body = push(.body, attributes: attributes)
  }

  mutating func openHead(attributes: Range<Int> = 0..<0) {
    guard body < 0, head < 0 else { return }
    head = push(.head, attributes: attributes)
  }

  /// Gives attributes to an element that has none: that of an implied tag whose own comes late.
  mutating func adopt(_ attributes: Range<Int>, _ node: Int32) {
    guard tree.records[Int(node)].attributeCount == 0 else { return }
    tree.records[Int(node)].attributes = Int32(attributes.lowerBound)
    tree.records[Int(node)].attributeCount = Int32(attributes.count)
  }

  // MARK: Text

  /// Makes the bytes of the tree from `start` on a text, or part of the one before them.
  mutating func text(from start: Int, isBlank: Bool) {
    let count = tree.bytes.count - start
    guard count > 0 else { return }
    if stack.last?.tag != .title {
      if body < 0 {
        if isBlank { return }
        openBody()
      }
      if !isBlank { openFormatting() }
    }
    let parent = current
    let last = tree.records[Int(parent)].lastChild
    if last >= 0, tree.records[Int(last)].isText,
      Int(tree.records[Int(last)].start + tree.records[Int(last)].count) == start
    {
      tree.records[Int(last)].count += Int32(count)
      return
    }
    let node = tree.add(
      .init(start: Int32(start), count: Int32(count), tag: .other, isText: true))
    tree.append(node, to: parent)
  }
}
