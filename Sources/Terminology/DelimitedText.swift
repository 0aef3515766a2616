/// Rows of cells: `.tsv`, and `.csv` as RFC 4180 and Excel write it.
enum DelimitedText {
  /// A row with the line that it begins on, from 1.
  struct Row: Equatable {
    var line: Int
    var cells: [String]
  }

  /// The rows of text with a tab between cells; quotes have no meaning.
  static func tsv(_ text: String) -> [Row] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map { line in
      let row = line.element.last == 0x0D ? line.element.dropLast() : line.element
      return Row(
        line: line.offset + 1,
        cells: row.split(separator: 0x09, omittingEmptySubsequences: false).map { String($0) ?? "" }
      )
    }
  }

  /// The rows of text with `,`, `;` or a tab between cells, whichever its first line has most of.
  ///
  /// A cell in quotes may hold separators and line feeds, and a quote twice.
  static func csv(_ text: String) -> [Row] {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let separator = separator(of: bytes)
    var rows: [Row] = []
    var row = Row(line: 1, cells: [])
    var cell: [UInt8] = []
    var line = 1
    var isQuoted = false
    var place = bytes.startIndex
    func endRow() {
      row.cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
      rows.append(row)
    }
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      switch byte {
      case 0x22 where isQuoted && place < bytes.endIndex && bytes[place] == 0x22:
        cell.append(byte)
        place += 1
      case 0x22 where isQuoted: isQuoted = false
      case 0x22 where cell.isEmpty: isQuoted = true
      case separator where !isQuoted:
        row.cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case 0x0D where place < bytes.endIndex && bytes[place] == 0x0A: continue
      case 0x0A, 0x0D:
        line += 1
        if isQuoted {
          cell.append(0x0A)
        } else {
          endRow()
          row = Row(line: line, cells: [])
        }
      default: cell.append(byte)
      }
    }
    if !cell.isEmpty || !row.cells.isEmpty { endRow() }
    return rows
  }

  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    func count(_ byte: UInt8) -> Int { first.count { $0 == byte } }
    return [0x2C, 0x3B, 0x09].max { count($0) < count($1) } ?? 0x2C
  }
}
