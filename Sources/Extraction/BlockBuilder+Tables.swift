import ArticleModel
import Markup

extension BlockBuilder {
  /// The place in a table of content; nil in a table that is only layout.
  mutating func cellPlace(_ cell: Int) -> Block.Place? {
    let row = outline.containers[cell].parent
    guard outline.containers[row].tag == .tr else { return nil }
    var table = outline.containers[row].parent
    while table > 0, outline.containers[table].tag != .table {
      table = outline.containers[table].parent
    }
    guard outline.containers[table].tag == .table else { return nil }
    if let known = tables[table] { return known[cell] }
    let places = isContent(table) ? places(table) : [:]
    tables[table] = places
    return places[cell]
  }

  private mutating func places(_ table: Int) -> [Int: Block.Place] {
    let group = group(table)
    var places: [Int: Block.Place] = [:]
    var row = 0
    var column = 0
    for (index, container) in inside(table) {
      if container.tag == .tr {
        row += 1
        column = 0
      } else if container.tag == .td || container.tag == .th {
        column += 1
        places[index] = Block.Place(
          group: group, marked: container.tag == .th, row: row, column: column)
      }
    }
    return places
  }

  private func inside(_ table: Int) -> some Sequence<(Int, PageOutline.Container)> {
    let depth = outline.containers[table].depth
    return (table + 1..<outline.containers.count).lazy.map { ($0, outline.containers[$0]) }
      .prefix { $0.1.depth > depth }
  }

  /// Two rows and two columns or more of short lines: layout has few cells and long ones.
  private func isContent(_ table: Int) -> Bool {
    let container = outline.containers[table]
    var rows = 0
    var cells = 0
    for (_, inner) in inside(table) {
      if inner.tag == .table { return false }
      if inner.tag == .tr { rows += 1 }
      if inner.tag == .td || inner.tag == .th { cells += 1 }
    }
    guard rows >= 2, cells >= 2 * rows else { return false }
    let bytes = outline.lines[container.firstLine..<container.endLine].reduce(0) {
      $0 + $1.end - $1.start
    }
    return bytes / cells < 200
  }
}
