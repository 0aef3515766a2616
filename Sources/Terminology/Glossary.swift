public import Foundation
import GlossaryData

/// The official terms: concepts with their terms in each language.
public struct Glossary: Sendable {
  /// The concepts in the order of files and rows.
  public let concepts: [Concept]

  private let byIdentifier: [String: Int]

  /// Creates a glossary.
  public init(concepts: [Concept]) {
    self.concepts = concepts
    byIdentifier = Dictionary(
      concepts.indices.map { (concepts[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The glossary that comes with dragoman.
  ///
  /// - Throws: ``GlossaryError`` when a file cannot be read.
  public static func builtIn() throws(GlossaryError) -> Glossary {
    try Glossary(files: GlossaryData.files)
  }

  /// Reads `.tsv` and `.csv` files.
  ///
  /// - Throws: ``GlossaryError`` with the line of an unknown column, a row without an identifier, or
  ///   an identifier that another row has.
  public init(files: [URL]) throws(GlossaryError) {
    var tables: [GlossaryTable] = []
    for url in files {
      guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: url.path) }
      let table = GlossaryTable(bytes: [UInt8](data), file: url.lastPathComponent)
      if let problem = table.problems.first {
        throw .malformed(file: url.lastPathComponent, line: problem.line, problem: problem.text)
      }
      tables.append(table)
    }
    try self.init(checking: tables.flatMap(\.concepts))
  }

  /// Creates a glossary of concepts whose identifiers have to differ.
  ///
  /// - Throws: ``GlossaryError`` with the line of an identifier that another row has.
  public init(checking concepts: [Concept]) throws(GlossaryError) {
    var places: [String: String] = [:]
    for concept in concepts {
      if let other = places[concept.id] {
        throw .malformed(
          file: concept.file, line: concept.line,
          problem: "\(concept.id) is the identifier of \(other); give this row another")
      }
      places[concept.id] = "\(concept.file):\(concept.line)"
    }
    self.init(concepts: concepts)
  }

  /// The concept with an identifier.
  public func concept(_ id: String) -> Concept? {
    byIdentifier[id].map { concepts[$0] }
  }
}
