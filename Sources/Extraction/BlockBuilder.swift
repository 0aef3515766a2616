import ArticleModel
import Markup

/// Makes the blocks of an article from lines of its page.
struct BlockBuilder {
  let outline: PageOutline
  let base: String?
  private var taken: Set<String> = []
  private(set) var blocks: [Block] = []
  private var groups: [Int: Int] = [:]

  init(outline: PageOutline, base: String?) {
    self.outline = outline
    self.base = base
  }

  /// Adds the title; its markup does not matter.
  mutating func add(title: String) {
    add(Block(id: "", role: .title, content: [.text(title)]))
  }

  /// Adds a line in the role that its elements give it.
  mutating func add(line index: Int, isCaption: Bool) {
    let line = outline.lines[index]
    if let image = line.image {
      add(image: image)
      return
    }
    var content = inlines(of: line)
    guard content.contains(where: { if case .text = $0 { true } else { false } }) else { return }
    var block = Block(id: "", role: .paragraph, content: [])
    shape(&block, line, isCaption: isCaption)
    let length = line.end - line.start
    if block.role == .paragraph, line.boldBytes * 10 > length * 9, length <= 120,
      !endsAsSentence(line)
    {
      block.role = .heading
      block.level = 3
    }
    if block.role == .heading { content = content.filter { !$0.isBold } }
    block.content = BlockBuilder.unwrapped(content)
    add(block)
  }

  private mutating func add(_ block: Block) {
    var block = block
    block.content = block.content.normalized
    block.id = UnitIdentifier.make(role: block.role, content: block.content, taken: &taken)
    blocks.append(block)
  }

  private mutating func add(image node: HTMLNode) {
    guard let source = node.attribute("src").flatMap({ SafeAddress.sanitized($0, base: base) }),
      !isDecoration(node)
    else { return }
    let text = WhiteSpace.collapsed(Array((node.attribute("alt") ?? "").utf8))
    add(
      Block(
        id: "", role: .image, content: text.isEmpty ? [] : [.text(text)], imageAddress: source))
  }

  private func isDecoration(_ node: HTMLNode) -> Bool {
    for name in ["width", "height"] {
      let digits = (node.attribute(name) ?? "").prefix { $0.isNumber }
      if let size = Int(digits), size < 50 { return true }
    }
    return false
  }

  private func endsAsSentence(_ line: PageOutline.Line) -> Bool {
    let tail = outline.text[max(line.start, line.end - 3)..<line.end]
    return tail.last == 0x2E || tail.elementsEqual([0xE3, 0x80, 0x82])
  }

  private mutating func shape(_ block: inout Block, _ line: PageOutline.Line, isCaption: Bool) {
    if isCaption {
      block.role = .caption
      return
    }
    var index = line.container
    var depth = 0
    while index > 0 {
      let container = outline.containers[index]
      switch container.tag {
      case .h1, .h2, .h3, .h4, .h5, .h6:
        block.role = .heading
        block.level = Int(container.tag.rawValue - HTMLTag.h1.rawValue) + 1
        return
      case .li, .dd, .dt:
        block.role = .listItem
        depth = listDepth(from: index)
        let list = list(around: index)
        block.place = Block.Place(
          group: group(outermost(list)), marked: outline.containers[list].tag == .ol, row: depth)
        return
      case .blockquote:
        block.role = .quote
        return
      case .pre:
        block.role = .preformatted
        return
      case .td, .th:
        if let place = cellPlace(index) {
          block.role = .tableCell
          block.place = place
        }
        return
      case .figcaption, .caption:
        block.role = .caption
        return
      default: index = container.parent
      }
    }
  }

  private func list(around index: Int) -> Int {
    var cursor = outline.containers[index].parent
    while cursor > 0, ![.ul, .ol, .dl, .menu].contains(outline.containers[cursor].tag) {
      cursor = outline.containers[cursor].parent
    }
    return max(cursor, 0)
  }

  private func outermost(_ list: Int) -> Int {
    var result = list
    var cursor = list
    while cursor > 0 {
      if [.ul, .ol, .dl, .menu].contains(outline.containers[cursor].tag) { result = cursor }
      cursor = outline.containers[cursor].parent
    }
    return result
  }

  private func listDepth(from index: Int) -> Int {
    var depth = 0
    var cursor = index
    while cursor > 0 {
      if [.ul, .ol, .dl, .menu].contains(outline.containers[cursor].tag) { depth += 1 }
      cursor = outline.containers[cursor].parent
    }
    return max(depth, 1)
  }

  private mutating func group(_ container: Int) -> Int {
    if let known = groups[container] { return known }
    groups[container] = groups.count + 1
    return groups.count
  }

  /// The place in a table of content; nil in a table that is only layout.
  private mutating func cellPlace(_ cell: Int) -> Block.Place? {
    let row = outline.containers[cell].parent
    guard outline.containers[row].tag == .tr else { return nil }
    var table = outline.containers[row].parent
    while table > 0, outline.containers[table].tag != .table {
      table = outline.containers[table].parent
    }
    guard outline.containers[table].tag == .table, isContent(table) else { return nil }
    var rowNumber = 1
    var column = 1
    for index in (table + 1)..<cell {
      if outline.containers[index].tag == .tr, index < row { rowNumber += 1 }
      if outline.containers[index].parent == row { column += 1 }
    }
    return Block.Place(
      group: group(table), marked: outline.containers[cell].tag == .th, row: rowNumber,
      column: column)
  }

  /// Two rows and two columns or more of short lines: layout has few cells and long ones.
  private func isContent(_ table: Int) -> Bool {
    let container = outline.containers[table]
    var rows = 0
    var cells = 0
    var index = table + 1
    while index < outline.containers.count, outline.containers[index].depth > container.depth {
      let inner = outline.containers[index]
      if inner.tag == .table { return false }
      if inner.tag == .tr { rows += 1 }
      if inner.tag == .td || inner.tag == .th { cells += 1 }
      index += 1
    }
    guard rows >= 2, cells >= 2 * rows else { return false }
    let bytes = outline.lines[container.firstLine..<container.endLine].reduce(0) {
      $0 + $1.end - $1.start
    }
    return bytes / cells < 200
  }
}

extension Inline {
  fileprivate var isBold: Bool {
    if case .code(let code) = self { code.kind == .bold } else { false }
  }
}
