import ArticleModel
public import Foundation
import Terminology

/// Finds the glossary's terms in texts: the contract of `glossary find`.
public final class TermFinder {
  private let glossary: Glossary
  private var matchers: [LocaleTag: TermMatcher] = [:]
  private var number = 0

  /// Reads the glossary.
  ///
  /// - Parameters:
  ///   - folder: The project's folder, or any other.
  ///   - files: Glossary files; when there are any, only they count.
  /// - Throws: `GlossaryError` with the file and the line of a mistake.
  public init(folder: URL, files: [String]) throws {
    if !files.isEmpty {
      glossary = try Glossary(
        checking: files.flatMap { try GlossaryFile.read(URL(fileURLWithPath: $0)).concepts })
    } else if let project = try? Project(folder: folder, readOnly: true) {
      glossary = try project.glossary()
    } else {
      glossary = try Glossary.builtIn()
    }
  }

  private struct Request: Decodable {
    var id: String
    var lang: String
    var text: String
  }

  /// The answer to one line, and whether the line could not be read.
  ///
  /// - Parameters:
  ///   - line: The request.
  ///   - isQuiet: Whether a good answer is left empty.
  /// - Returns: A line of JSON, or an empty one.
  public func answer(_ line: String, isQuiet: Bool = false) -> (line: String, isError: Bool) {
    number += 1
    var answer = JSONLine()
    guard let request = try? JSONDecoder().decode(Request.self, from: Data(line.utf8)),
      let locale = LocaleTag(request.lang)
    else {
      answer.add("line", number)
      answer.add("error", "not an object with the strings \"id\", \"lang\" and \"text\"")
      return (answer.text, true)
    }
    let matcher = matchers[locale] ?? TermMatcher(glossary: glossary, locale: locale)
    matchers[locale] = matcher
    let hits = matcher.hits(in: request.text)
    guard !isQuiet else { return ("", false) }
    var offsets = ScalarOffsets(request.text)
    answer.add("id", request.id)
    answer.add(
      "hits",
      hits.map { hit in
        var entry = JSONLine()
        entry.add("concept", hit.concept)
        entry.add("term", hit.term)
        entry.add("status", hit.status.rawValue)
        entry.add("start", offsets.scalars(before: hit.range.lowerBound))
        entry.add("end", offsets.scalars(before: hit.range.upperBound))
        return entry
      })
    return (answer.text, false)
  }
}
