import ArticleModel

/// Reads the rows of a `.tsv` or `.csv` file: what can be read, and what is wrong with the rest.
struct GlossaryTable {
  private(set) var concepts: [Concept] = []
  /// What is wrong, by line; a row with a problem is left out.
  private(set) var problems: [(line: Int, text: String)] = []
  /// The languages that have a column.
  private(set) var locales: [LocaleTag] = []

  private enum Column {
    case id, domain, status, caseSensitive, note, source
    case preferred(LocaleTag)
    case admitted(LocaleTag)
    case forbidden(LocaleTag)

    init?(_ written: String) {
      let name = written.replacing("_", with: "-").lowercased()
      switch name {
      case "id": self = .id
      case "domain": self = .domain
      case "status": self = .status
      case "case", "case-sensitive": self = .caseSensitive
      case "note": self = .note
      case "source", "source-note": self = .source
      default:
        if name.hasSuffix("-variants"), let tag = Self.locale(name.dropLast(9)) {
          self = .admitted(tag)
        } else if name.hasSuffix("-forbidden"), let tag = Self.locale(name.dropLast(10)) {
          self = .forbidden(tag)
        } else if let tag = Self.locale(name[...]) {
          self = .preferred(tag)
        } else {
          return nil
        }
      }
    }

    /// Language, script and region only: a mistyped `el-varients` is well formed as a tag.
    private static func locale(_ name: Substring) -> LocaleTag? {
      let subtags = name.split(separator: "-", omittingEmptySubsequences: false)
      guard subtags.count <= 3, subtags.first.map({ (2...3).contains($0.count) }) == true,
        subtags.dropFirst().allSatisfy({ [2, 3, 4].contains($0.count) })
      else { return nil }
      return LocaleTag(String(name))
    }
  }

  init(bytes: [UInt8], file: String) {
    guard let text = decoded(bytes) else { return }
    let isCSV = file.lowercased().hasSuffix(".csv")
    let rows = isCSV ? DelimitedText.csv(text) : DelimitedText.tsv(text)
    guard let header = rows.first, header.cells.contains(where: { !$0.isEmpty }) else {
      problems.append((1, "no header line; the first column is id"))
      return
    }
    let columns = columns(header)
    guard problems.isEmpty else { return }
    for row in rows.dropFirst() where !row.cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      do throws(Problem) {
        concepts.append(try Self.concept(row, columns: columns, file: file))
      } catch {
        problems.append((row.line, error.text))
      }
    }
  }

  private struct Problem: Error { var text: String }

  /// The text; a line that is not UTF-8 is a problem, and leaves nothing to read.
  private mutating func decoded(_ bytes: [UInt8]) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where String(validating: line, as: UTF8.self) == nil {
      problems.append((index + 1, "not UTF-8; save the file as UTF-8"))
    }
    return nil
  }

  private mutating func columns(_ header: DelimitedText.Row) -> [Column] {
    header.cells.compactMap { cell in
      let name = String(cell.drop { $0 == "\u{FEFF}" }.trimmed)
      guard let column = Column(name) else {
        problems.append(
          (
            header.line,
            "unknown column \(name); known are id, domain, status, case, note, source and, "
              + "for each language, el, el-variants, el-forbidden"
          ))
        return nil
      }
      if case .preferred(let tag) = column { locales.append(tag) }
      return column
    }
  }

  private static func concept(
    _ row: DelimitedText.Row, columns: [Column], file: String
  ) throws(Problem) -> Concept {
    let number = row.line
    let cells = row.cells
    guard cells.count <= columns.count else {
      throw Problem(
        text: "\(cells.count) cells under \(columns.count) columns; take out the tab in the text")
    }
    var concept = Concept(
      id: "", isUnconfirmed: false, isCaseSensitive: false, terms: [:], file: file, line: number)
    for (column, written) in zip(columns, cells) {
      let cell = String(written[...].trimmed)
      guard !cell.isEmpty else { continue }
      switch column {
      case .id: concept.id = cell
      case .domain: concept.domain = cell
      case .status: concept.isUnconfirmed = cell == "unconfirmed"
      case .caseSensitive: concept.isCaseSensitive = cell == "yes"
      case .note: concept.note = cell
      case .source: concept.source = cell
      case .preferred(let tag): concept.terms[tag, default: .none].preferred = cell
      case .admitted(let tag): concept.terms[tag, default: .none].admitted = list(cell)
      case .forbidden(let tag): concept.terms[tag, default: .none].forbidden = list(cell)
      }
    }
    guard !concept.id.isEmpty else {
      throw Problem(text: "the row has no id; give it one")
    }
    guard !concept.terms.isEmpty else {
      throw Problem(text: "\(concept.id) has no term in any language; add one")
    }
    return concept
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: "|").map { String($0.trimmed) }.filter { !$0.isEmpty }
  }
}

extension Substring {
  /// Without white space at both ends.
  fileprivate var trimmed: Substring {
    var scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return Substring(scalars)
  }
}

extension ConceptTerms {
  static let none = ConceptTerms(preferred: nil, admitted: [], forbidden: [])
}
