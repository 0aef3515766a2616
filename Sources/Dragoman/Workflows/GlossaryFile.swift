package import ArticleModel
package import Foundation
import Interchange
package import Terminology

/// A glossary file of any format that is read or written, told by the end of its name.
package enum GlossaryFile {
  /// The concepts of a file, and what could not be read of it.
  ///
  /// - Throws: `GlossaryError` or `InterchangeError` with the file and the line.
  package static func read(_ url: URL) throws -> (concepts: [Concept], findings: [Finding]) {
    let file = url.lastPathComponent
    guard ["tbx", "xml", "tbxm"].contains(url.pathExtension.lowercased()) else {
      return (try Glossary(files: [url]).concepts, [])
    }
    let (entries, findings) = try TBXReader().read(try FileAccess.read(url), file: file)
    return (entries.map { concept($0, file: file) }, findings)
  }

  /// The bytes of a file with the concepts.
  ///
  /// - Throws: `ProjectError` when the name says no format.
  static func bytes(
    _ concepts: [Concept], name: String, format: GlossaryFormat?, source: LocaleTag = .english
  ) throws(ProjectError) -> [UInt8] {
    guard let format = format ?? GlossaryFormat(fileName: name) else {
      throw .usage("\(name): give --format, or a name that ends in .tsv, .csv or .tbx")
    }
    switch format {
    case .tsv: return Array(GlossaryWriter.tsv(concepts).utf8)
    case .csv: return Array(GlossaryWriter.csv(concepts).utf8)
    case .semicolon: return Array(GlossaryWriter.csv(concepts, separator: ";").utf8)
    case .tbx2, .tbx3:
      let writer = TBXWriter(version: format == .tbx2 ? .martif : .dct, title: name)
      return writer.write(concepts.map { entry($0, source: source) })
    }
  }

  private static let unconfirmed = "unconfirmed"
  private static let caseSensitive = "case-sensitive"

  private static func entry(_ concept: Concept, source: LocaleTag) -> TBXEntry {
    var subsets: [String] = []
    if concept.isUnconfirmed { subsets.append(unconfirmed) }
    if concept.isCaseSensitive { subsets.append(caseSensitive) }
    return TBXEntry(
      id: concept.id, subject: concept.domain, notes: concept.note.map { [$0] } ?? [],
      source: concept.source, subsets: subsets,
      // Tools that read two languages take the first for the source.
      terms: concept.terms.sorted {
        ($0.key == source ? 0 : 1, $0.key) < ($1.key == source ? 0 : 1, $1.key)
      }.flatMap { locale, terms in
        terms.all.map { term, status in
          TBXEntry.Term(language: locale, text: term, status: Self.status(status))
        }
      })
  }

  private static func status(_ status: TermStatus) -> TBXEntry.Term.Status {
    switch status {
    case .preferred: .preferred
    case .admitted: .admitted
    case .forbidden: .deprecated
    }
  }

  private static func concept(_ entry: TBXEntry, file: String) -> Concept {
    var concept = Concept(
      id: entry.id, domain: entry.subject, isUnconfirmed: entry.subsets.contains(unconfirmed),
      isCaseSensitive: entry.subsets.contains(caseSensitive),
      note: entry.notes.isEmpty ? nil : entry.notes.joined(separator: "; "), source: entry.source,
      file: file, line: entry.line)
    for term in entry.terms {
      var terms = concept.terms[term.language] ?? ConceptTerms()
      switch term.status {
      case .deprecated, .superseded: terms.forbidden.append(term.text)
      // Of several preferred terms, or where nothing is said, the first is the preferred one.
      case .preferred, nil:
        if terms.preferred == nil {
          terms.preferred = term.text
        } else {
          terms.admitted.append(term.text)
        }
      case .admitted: terms.admitted.append(term.text)
      }
      concept.terms[term.language] = terms
    }
    return concept
  }
}
