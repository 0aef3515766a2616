import ArticleModel
import Markup

/// Makes the blocks of an article from lines of its page.
struct BlockBuilder {
  let outline: PageOutline
  let base: String?
  /// The words of class and id attributes that mark footnotes.
  private let footnotes: Set<[UInt8]>
  private var taken: Set<String> = []
  private(set) var blocks: [Block] = []
  private var groups: [Int: Int] = [:]
  /// The places of the cells of each table; of a table that is only layout, none.
  var tables: [Int: [Int: Block.Place]] = [:]

  init(outline: PageOutline, base: String?, footnotes: Set<[UInt8]>) {
    self.outline = outline
    self.base = base
    self.footnotes = footnotes
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
    if block.role == .paragraph, length <= 120, line.boldBytes > 0, !endsAsSentence(line),
      // Spaces are not counted as bold.
      line.boldBytes * 10 > outline.text[line.start..<line.end].count(where: { $0 != 0x20 }) * 9
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
    if isFootnote(line) {
      block.role = .footnote
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

  /// Whether the line is in an element that is called a note, or begins with the way back from one.
  private func isFootnote(_ line: PageOutline.Line) -> Bool {
    if let first = outline.events[line.events].first(where: { $0.kind == .open }),
      first.offset <= line.start + 1, let node = first.node, node.tag == .a,
      let target = node.attribute("href"), target.hasPrefix("#"),
      // #_ftnref1, #fnref:1, #cite_ref-1
      ContainerVocabulary.words(of: target.utf8).contains(where: { $0.ends(with: "ref".utf8) })
    {
      return true
    }
    var index = line.container
    for _ in 0..<3 where index > 0 {
      let node = outline.containers[index].node
      if node.hasAttributes, ["class", "id"].contains(where: { isFootnote(node, $0) }) {
        return true
      }
      index = outline.containers[index].parent
    }
    return false
  }

  private func isFootnote(_ node: HTMLNode, _ attribute: String) -> Bool {
    guard let value = node.attribute(attribute), value.utf8.count < 100 else { return false }
    return ContainerVocabulary.words(of: value.utf8).contains(where: footnotes.contains)
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

  mutating func group(_ container: Int) -> Int {
    if let known = groups[container] { return known }
    groups[container] = groups.count + 1
    return groups.count
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with other: String.UTF8View) -> Bool {
    reversed().starts(with: other.reversed())
  }
}

extension Inline {
  fileprivate var isBold: Bool {
    if case .code(let code) = self { code.kind == .bold } else { false }
  }
}
