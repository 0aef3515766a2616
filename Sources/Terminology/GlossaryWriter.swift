import ArticleModel

/// Writes a glossary as rows, the same bytes for the same concepts.
public enum GlossaryWriter {
  /// `.tsv` as in `Glossary/`: a tab between cells, line feeds.
  public static func tsv(_ concepts: [Concept]) -> String {
    rows(concepts).map { row in
      row.map { cell in
        String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 })
      }.joined(separator: "\t") + "\n"
    }.joined()
  }

  /// `.csv` as Excel opens it: a byte order mark, RFC 4180, CRLF.
  ///
  /// - Parameters:
  ///   - concepts: The rows.
  ///   - separator: What stands between cells: Excel in Greek wants `;`.
  /// - Returns: The text of the file.
  public static func csv(_ concepts: [Concept], separator: Character = ",") -> String {
    "\u{FEFF}"
      + rows(concepts).map { row in
        row.map { quoted($0, separator) }.joined(separator: String(separator)) + "\r\n"
      }.joined()
  }

  private static func quoted(_ cell: String, _ separator: Character) -> String {
    guard cell.contains(where: { $0 == separator || $0 == "\"" || $0.isNewline }) else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static func rows(_ concepts: [Concept]) -> [[String]] {
    let locales = Set(concepts.flatMap(\.terms.keys)).sorted()
    let header =
      ["id", "domain", "status", "case", "note", "source"]
      + locales.flatMap { ["\($0)", "\($0)-variants", "\($0)-forbidden"] }
    return [header]
      + concepts.map { concept in
        [
          concept.id, concept.domain ?? "", concept.isUnconfirmed ? "unconfirmed" : "confirmed",
          concept.isCaseSensitive ? "yes" : "", concept.note ?? "", concept.source ?? "",
        ]
          + locales.flatMap { locale in
            let terms = concept.terms[locale] ?? ConceptTerms()
            return [
              terms.preferred ?? "", terms.admitted.joined(separator: " | "),
              terms.forbidden.joined(separator: " | "),
            ]
          }
      }
  }
}
