extension HTMLTreeBuilder {
  /// A start tag; `<title>` and what is not read are the parser's.
  mutating func start(_ tag: HTMLTag, attributes: Range<Int>, name: Range<Int>) {
    let traits = traits(tag)
    switch tag {
    case .html: return adopt(attributes, 0)
    case .head: return openHead(attributes: attributes)
    case .body, .frameset: return openBody(attributes: attributes)
    case .plaintext: return
    default: break
    }
    if body < 0 {
      if traits.contains(.head) {
        openHead()
        insert(tag, attributes: attributes)
        return
      }
      openBody()
    }
    if isOpen(.svg) || isOpen(.math) {
      if traits.contains(.block) || tag == .img || tag == .body {
        leaveForeign()
      } else {
        push(tag, attributes: attributes, name: name)
        return
      }
    }
    if traits.contains(.table) {
      startTablePart(tag, attributes: attributes)
    } else if traits.contains(.block) {
      startBlock(tag, attributes: attributes)
    } else {
      startInline(tag, attributes: attributes, name: name)
    }
  }

  private mutating func leaveForeign() {
    while let found = position(of: .svg, within: []) ?? position(of: .math, within: []) {
      pop(to: found)
    }
  }

  private mutating func startBlock(_ tag: HTMLTag, attributes: Range<Int>) {
    switch tag {
    case .li: closeItem { $0 == .li }
    case .dd, .dt: closeItem { $0 == .dd || $0 == .dt }
    case .form where isInTable:
      // Wrapped around rows, a form is in nobody's way when it is closed at once.
      insert(tag, attributes: attributes)
      return
    default: break
    }
    closeParagraph()
    if traits(tag).contains(.heading), let last = stack.last, traits(last.tag).contains(.heading) {
      pop(to: stack.count - 1)
    }
    if traits(tag).contains(.void) {
      insert(tag, attributes: attributes)
    } else {
      push(tag, attributes: attributes)
    }
  }

  private var isInTable: Bool {
    guard let tag = stack.last?.tag else { return false }
    return [.table, .tbody, .thead, .tfoot, .tr].contains(tag)
  }

  /// Closes the item of a list before the next one.
  private mutating func closeItem(where isItem: (HTMLTag) -> Bool) {
    guard isOpen(.li) || isOpen(.dd) || isOpen(.dt) else { return }
    var index = stack.count - 1
    let end = max(0, index - 1024)
    while index >= end {
      let tag = stack[index].tag
      if isItem(tag) { return pop(to: index) }
      if traits(tag).contains(.special), ![.address, .div, .p].contains(tag) { return }
      index -= 1
    }
  }

  private mutating func startInline(_ tag: HTMLTag, attributes: Range<Int>, name: Range<Int>) {
    switch tag {
    case .a where has("name", attributes) && !has("href", attributes):
      // A place to link to, often never closed, is no link around the rest of the page.
      insert(.a, attributes: attributes)
      return
    case .a:
      if let open = lastFormatting(.a) {
        endFormatting(.a)
        formatting.removeAll { $0 == open }
        if tree.records[Int(open)].isOpen,
          let found = stack.lastIndex(where: { $0.node == open })
        {
          remove(at: found)
        }
      }
    case .button:
      if let found = position(of: .button) { pop(to: found) }
    case .option, .optgroup:
      if stack.last?.tag == .option { pop(to: stack.count - 1) }
    case .rp, .rt, .rb, .rtc: closeImplied()
    default: break
    }
    openFormatting()
    let traits = traits(tag)
    if traits.contains(.void) {
      insert(tag == .image ? .img : tag, attributes: attributes)
      return
    }
    let node = push(tag, attributes: attributes, name: name)
    if traits.contains(.formatting) { addFormatting(node, tag) }
  }

  private func has(_ name: String, _ attributes: Range<Int>) -> Bool {
    tree.attributes[attributes].contains { attribute in
      tree.bytes[Int(attribute.start)..<Int(attribute.start + attribute.nameCount)]
        .elementsEqual(name.utf8)
    }
  }

  /// Cells make their own row; a cell outside any table is a block of its own.
  private mutating func startTablePart(_ tag: HTMLTag, attributes: Range<Int>) {
    guard let table = position(of: .table, within: []) else {
      closeParagraph()
      if tag == .td || tag == .th,
        let cell = position(within: [], where: { $0 == .td || $0 == .th })
      {
        pop(to: cell)
      } else if let same = position(of: tag, within: []) {
        pop(to: same)
      }
      if tag == .col {
        insert(tag, attributes: attributes)
      } else {
        push(tag, attributes: attributes)
      }
      return
    }
    let section = stack[table...].lastIndex { [.tbody, .thead, .tfoot].contains($0.tag) } ?? table
    switch tag {
    case .td, .th:
      if let row = stack[table...].lastIndex(where: { $0.tag == .tr }) {
        pop(to: row + 1)
      } else {
        pop(to: section + 1)
        push(.tr, attributes: 0..<0)
      }
      push(tag, attributes: attributes)
    case .tr:
      pop(to: section + 1)
      push(tag, attributes: attributes)
    case .col:
      insert(tag, attributes: attributes)
    default:
      pop(to: table + 1)
      push(tag, attributes: attributes)
    }
  }

  /// An end tag.
  mutating func end(_ tag: HTMLTag, name: UnsafeBufferPointer<UInt8>) {
    guard body >= 0 else {
      if tag == .head { pop(to: 1) }
      return
    }
    let traits = traits(tag)
    switch tag {
    case .html, .body, .frameset: return
    case .p: closeParagraph()
    case .form: endForm()
    case .svg, .math, .select, .table:
      if let found = position(of: tag, within: tag == .table ? [] : .table) { pop(to: found) }
    case .button, .applet, .marquee, .object, .template:
      if let found = position(of: tag) { pop(to: found) }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      let found = position(within: .scope) { self.traits($0).contains(.heading) }
      if let found { pop(to: found) }
    default:
      if traits.contains(.formatting) {
        endFormatting(tag)
      } else if traits.contains(.table) {
        let found = position(within: []) { $0 == tag || $0 == .table }
        if let found, stack[found].tag == tag { pop(to: found) }
      } else if traits.contains(.block) {
        if let found = position(of: tag) { pop(to: found) }
      } else if !traits.contains(.void) {
        endAny(tag, name: name)
      }
    }
  }

  private mutating func endForm() {
    guard let found = position(of: .form) else { return }
    closeImplied()
    if found == stack.count - 1 { pop(to: found) } else { remove(at: found) }
  }

  /// The end of an element without rules of its own.
  mutating func endAny(_ tag: HTMLTag, name: UnsafeBufferPointer<UInt8>) {
    guard isOpen(tag) else { return }
    var index = stack.count - 1
    let end = max(0, index - 1024)
    while index >= end {
      let open = stack[index]
      if open.tag == tag, tag != .other || isNamed(open.node, name) { return pop(to: index) }
      if traits(open.tag).contains(.special) { return }
      index -= 1
    }
  }

  private func isNamed(_ node: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let record = tree.records[Int(node)]
    return tree.bytes[Int(record.start)..<Int(record.start + record.count)].elementsEqual(name)
  }
}
