/// Bold, links and the like, whose tags may cross those of blocks.
extension HTMLTreeBuilder {
  /// More than this many unclosed ones are a broken page, on which each block would open them all.
  private static let mostFormatting = 32

  /// Remembers a formatting element; of the same one three at most (HTML, section 13.2.4.3).
  mutating func addFormatting(_ node: Int32, _ tag: HTMLTag) {
    var same = 0
    for (index, entry) in formatting.enumerated().reversed() {
      if entry < 0 { break }
      guard tree.isSame(entry, node) else { continue }
      same += 1
      if same == 3 {
        formatting.remove(at: index)
        break
      }
    }
    if formatting.count >= Self.mostFormatting,
      let first = formatting.firstIndex(where: { $0 >= 0 })
    {
      formatting.remove(at: first)
    }
    formatting.append(node)
  }

  /// The last formatting element of a tag since the marker.
  func lastFormatting(_ tag: HTMLTag) -> Int32? {
    for entry in formatting.reversed() {
      if entry < 0 { return nil }
      if tree.records[Int(entry)].tag == tag { return entry }
    }
    return nil
  }

  /// Opens again the formatting elements that the end of a block closed.
  mutating func openFormatting() {
    guard let last = formatting.last, last >= 0, !isOpen(last) else { return }
    var first = formatting.count - 1
    while first > 0, case let entry = formatting[first - 1], entry >= 0, !isOpen(entry) {
      first -= 1
    }
    for index in first..<formatting.count {
      let clone = copy(formatting[index])
      tree.append(clone, to: current)
      open(clone, tree.records[Int(clone)].tag)
      formatting[index] = clone
    }
  }

  private func isOpen(_ node: Int32) -> Bool { tree.records[Int(node)].isOpen }

  /// An element with the same name and attributes.
  private mutating func copy(_ node: Int32) -> Int32 {
    let record = tree.records[Int(node)]
    return tree.add(
      .init(
        start: record.start, count: record.count, attributes: record.attributes,
        attributeCount: record.attributeCount, tag: record.tag, isText: false))
  }

  /// The end tag of a formatting element: the adoption agency (HTML, section 13.2.6.4.7).
  mutating func endFormatting(_ tag: HTMLTag) {
    if let last = stack.last, last.tag == tag, !formatting.contains(last.node) {
      return pop(to: stack.count - 1)
    }
    for _ in 0..<8 {
      guard let element = lastFormatting(tag) else {
        return endAny(tag, name: .init(start: nil, count: 0))
      }
      guard isOpen(element), let position = stack.lastIndex(where: { $0.node == element }) else {
        formatting.removeAll { $0 == element }
        return
      }
      guard self.position(of: tag) != nil else { return }
      let block = stack[(position + 1)...].firstIndex { traits($0.tag).contains(.special) }
      guard let block else {
        pop(to: position)
        formatting.removeAll { $0 == element }
        return
      }
      adopt(element, at: position, block: block)
    }
  }

  /// Moves what is inside the block into a copy of the formatting element there.
  private mutating func adopt(_ element: Int32, at position: Int, block: Int) {
    let ancestor = stack[position - 1].node
    let furthest = stack[block].node
    var bookmark = formatting.firstIndex(of: element) ?? formatting.count
    var last = furthest
    var index = block
    var count = 0
    while index - 1 > position {
      index -= 1
      count += 1
      let node = stack[index].node
      guard let entry = formatting.firstIndex(of: node), count <= 3 else {
        if let entry = formatting.firstIndex(of: node) {
          formatting.remove(at: entry)
          if entry < bookmark { bookmark -= 1 }
        }
        remove(at: index)
        continue
      }
      let clone = copy(node)
      formatting[entry] = clone
      replace(at: index, with: clone)
      if last == furthest { bookmark = entry + 1 }
      tree.detach(last)
      tree.append(last, to: clone)
      last = clone
    }
    tree.detach(last)
    tree.append(last, to: ancestor)
    let clone = copy(element)
    tree.moveChildren(of: furthest, to: clone)
    tree.append(clone, to: furthest)
    if let entry = formatting.firstIndex(of: element) {
      formatting.remove(at: entry)
      if entry < bookmark { bookmark -= 1 }
    }
    formatting.insert(clone, at: min(bookmark, formatting.count))
    remove(at: position)
    guard let found = stack.lastIndex(where: { $0.node == furthest }) else { return }
    insertOpen(clone, after: found)
  }
}
