package import ArticleModel
import LocaleData

/// A name of another thing that begins or ends with a term: the Premier League, Special Olympics.
package struct OtherName: Sendable, Equatable {
  /// The whole name.
  package var text: String
  /// The term in it.
  package var term: String
  /// Whether the term stands at the beginning, or at the end.
  package var beginsWithTerm: Bool

  /// The names of a language, from `Locales/<tag>/other-names.txt`.
  package static func list(locale: LocaleTag) -> [OtherName] {
    let folder = locale.language == "zh" ? "zh-Hans" : locale.identifier
    return LocaleData().lines("\(folder)/other-names.txt").flatMap { line -> [OtherName] in
      guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"), open < close
      else { return [] }
      let term = String(line[line.index(after: open)..<close])
      let beginsWithTerm = open == line.startIndex
      let rest = beginsWithTerm ? line[line.index(after: close)...] : line[..<open]
      return rest.split(separator: "|").map { rest in
        OtherName(
          text: beginsWithTerm ? "\(term) \(rest)" : "\(rest) \(term)", term: term,
          beginsWithTerm: beginsWithTerm)
      }
    }
  }
}
