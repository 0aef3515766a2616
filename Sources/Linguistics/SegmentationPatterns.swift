public import ArticleModel
public import LocaleData

/// The rules of a language as patterns, for tools that read SRX.
///
/// What depends on more than the text at both sides of a place is left out; the documentation of
/// this target has a table.
public enum SegmentationPatterns {
  /// The patterns, in the order in which they are tried.
  ///
  /// - Throws: ``LinguisticsError`` or `LocaleDataError` when a data file is wrong.
  public static func patterns(
    for locale: LocaleTag, data: LocaleData = LocaleData()
  ) throws -> [SegmentationPattern] {
    let exceptions = try SegmentationExceptions(locale: locale, data: data)
    let scalars = exceptions.terminators.compactMap(Unicode.Scalar.init)
    let marks = String(String.UnicodeScalarView(scalars))
    let closing = "[\\p{Pe}\\p{Pf}\"']*"
    let opening = "[\\p{Ps}\\p{Pi}\"']*"
    let known = Dictionary(
      exceptions.classes.map { ($0.word, $0.class) }, uniquingKeysWith: { first, _ in first })
    func words(_ kinds: SegmentationExceptions.Class...) -> String? {
      let words = known.filter { kinds.contains($0.value) }.keys.sorted().map(escaped)
      return words.isEmpty ? nil : "(?<![\\p{L}\\p{N}.])(?:\(words.joined(separator: "|")))"
    }
    func none(of words: [String], before rest: String) -> String {
      let words = words.sorted().map(escaped).joined(separator: "|")
      return words.isEmpty ? "" : "(?!(?:\(words))\(rest))"
    }
    let notStarter =
      none(of: exceptions.starters, before: "(?![\\p{L}\\p{N}])")
      + none(of: exceptions.openers, before: "[ ,-]\\p{Ll}")
    var patterns = [
      SegmentationPattern(breaks: true, before: "[\\n\\r\\u2028\\u2029\\u0085]+", after: "")
    ]
    func goesOn(_ before: String?, _ after: String) {
      guard let before else { return }
      patterns.append(SegmentationPattern(breaks: false, before: before, after: after))
    }
    goesOn(words(.never), "\\s*")
    goesOn(
      words(.beforeName, .afterName).map { $0 + closing },
      "\\s*\(opening)\(notStarter)[\\p{L}\\p{N}]")
    goesOn(words(.beforeNumber), "\\s*\(opening)[\\p{N}\\p{Ll}]")
    goesOn(words(.mayEnd).map { $0 + closing }, "\\s*\(opening)[\\p{N}\\p{Ll}]")
    // Initials and acronyms.
    goesOn("(?<![\\p{L}\\p{N}])\\p{Lu}\\.", "\\s*\(notStarter)\\p{Lu}")
    goesOn("(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,8}", "\\s*\(notStarter)\\p{L}")
    // List numbers, numbers, addresses.
    goesOn("^\\s*\\p{Nd}{1,3}\\.", "\\s*")
    goesOn("[.?!]", "[\\p{Ll}\\p{N}]")
    goesOn("[\\p{Lu}\\p{Ll}]\\.", "\\p{Lu}")
    // A small letter after an ellipsis or a closing mark; a comma after anything.
    goesOn("(?:\\.\\.+|…)[\\p{Pe}\\p{Pf}\"']*", "\\s*\(opening)[\\p{Ll}\\p{Lo}]")
    goesOn("[.?!\(marks)][\\p{Pe}\\p{Pf}\"']+", "\\s*\\p{Ll}")
    goesOn("[.?!…\(marks)]\(closing)", "\\s*[,:;，、：；.?!。！？]")
    // All places are before the white space: only then does an exception meet this rule.
    let terminators = "[\\p{Sentence_Terminal}…\(marks)]+"
    patterns.append(
      SegmentationPattern(breaks: true, before: terminators + closing, after: "\\s*\\S"))
    return patterns
  }

  /// A word with the characters that mean something in a regular expression escaped.
  private static func escaped(_ word: String) -> String {
    var result = ""
    for character in word {
      if ".^$*+?()[]{}|\\".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
