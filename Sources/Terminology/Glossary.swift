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

  /// Reads `.tsv` files.
  ///
  /// - Throws: ``GlossaryError`` with the line of an unknown column, a row without an identifier, or
  ///   an identifier that another row has.
  public init(files: [URL]) throws(GlossaryError) {
    var concepts: [Concept] = []
    var places: [String: String] = [:]
    for url in files {
      let file = url.lastPathComponent
      guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: url.path) }
      for concept in try GlossaryTable(text: String(decoding: data, as: UTF8.self), file: file)
        .concepts
      {
        if let other = places[concept.id] {
          throw .malformed(
            file: file, line: concept.line,
            problem: "\(concept.id) is the identifier of \(other); give this row another")
        }
        places[concept.id] = "\(file):\(concept.line)"
        concepts.append(concept)
      }
    }
    self.init(concepts: concepts)
  }

  /// The concept with an identifier.
  public func concept(_ id: String) -> Concept? {
    byIdentifier[id].map { concepts[$0] }
  }
}
