import ArticleModel

/// Reads the rows of a `.tsv` file.
struct GlossaryTable {
  private(set) var concepts: [Concept] = []

  private enum Column {
    case id, domain, status, caseSensitive, note, source
    case preferred(LocaleTag)
    case admitted(LocaleTag)
    case forbidden(LocaleTag)

    init?(_ name: String) {
      switch name {
      case "id": self = .id
      case "domain": self = .domain
      case "status": self = .status
      case "case": self = .caseSensitive
      case "note": self = .note
      case "source": self = .source
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

  init(text: String, file: String) throws(GlossaryError) {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { (number: $0.offset + 1, text: $0.element) }
    guard let header = lines.first, !header.text.isEmpty else {
      throw .malformed(file: file, line: 1, problem: "no header line; the first column is id")
    }
    lines.removeFirst()
    var columns: [Column] = []
    for name in header.text.split(separator: "\t", omittingEmptySubsequences: false) {
      let name = name.filter { $0 != "\u{FEFF}" }
      guard let column = Column(name) else {
        throw .malformed(
          file: file, line: 1,
          problem: "unknown column \(name); known are id, domain, status, case, note, source and, "
            + "for each language, el, el-variants, el-forbidden")
      }
      columns.append(column)
    }
    for line in lines where !line.text.allSatisfy(\.isWhitespace) {
      concepts.append(
        try Self.concept(line.text, columns: columns, file: file, line: line.number))
    }
  }

  private static func concept(
    _ line: Substring, columns: [Column], file: String, line number: Int
  ) throws(GlossaryError) -> Concept {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count <= columns.count else {
      throw .malformed(
        file: file, line: number,
        problem: "\(cells.count) cells under \(columns.count) columns; take out the tab in the text"
      )
    }
    var concept = Concept(
      id: "", isUnconfirmed: false, isCaseSensitive: false, terms: [:], file: file, line: number)
    for (column, cell) in zip(columns, cells) where !cell.isEmpty {
      let cell = String(cell)
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
      throw .malformed(file: file, line: number, problem: "the row has no id; give it one")
    }
    guard !concept.terms.isEmpty else {
      throw .malformed(
        file: file, line: number, problem: "\(concept.id) has no term in any language; add one")
    }
    return concept
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: "|").map {
      String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
  }
}

extension ConceptTerms {
  fileprivate static let none = ConceptTerms(preferred: nil, admitted: [], forbidden: [])
}
