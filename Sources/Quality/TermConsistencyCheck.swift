public import ArticleModel
import Linguistics

/// `term-inconsistent`: a term of an article is translated by different terms of the glossary.
///
/// What is written first is the measure. Short forms and abbreviations may follow the full name, so
/// they take no part; and each of the terms is right by itself, so that it is information only.
public struct TermConsistencyCheck: Sendable {
  static let rule = Rule(
    "term-inconsistent", .information, "A term of an article is translated in several ways.")

  /// How a pair says a term of its source.
  public struct Choice: Sendable, Equatable {
    /// The concept's identifier.
    public var concept: String
    /// The term of the source, as the glossary has it.
    public var source: String
    /// The term of the target.
    public var target: String
    /// Where it stands in the target, in Unicode scalars.
    public var range: Range<Int>
  }

  private struct Key: Hashable {
    var file: String?
    var locale: LocaleTag
    var concept: String
    var source: String
  }

  private var first: [Key: (target: String, unit: String?)] = [:]
  /// The findings so far, in the order of the text.
  public private(set) var findings: [Finding] = []

  /// Creates a check that has seen nothing yet.
  public init() {}

  /// Takes in a pair of an article.
  ///
  /// - Parameters:
  ///   - pair: The texts.
  ///   - choices: What ``CheckSuite/termChoices(in:)`` says of it.
  ///   - file: The file of the article.
  public mutating func add(_ pair: SegmentPair, choices: [Choice], file: String?) {
    for choice in choices {
      let key = Key(
        file: file, locale: pair.targetLocale, concept: choice.concept, source: choice.source)
      guard let known = first[key] else {
        first[key] = (choice.target, pair.unit)
        continue
      }
      guard !Self.isOneName(known.target, choice.target) else { continue }
      var finding = pair.finding(
        Self.rule.id, Self.rule.severity,
        "\(choice.source) (\(choice.concept)) is \(choice.target) here and \(known.target)"
          + (known.unit.map { " in \($0)" } ?? "") + "; say it in one way",
        at: choice.range, suggestion: nil)
      finding.file = file
      findings.append(finding)
    }
  }

  /// Whether one of two terms is the other, a part of it, or an abbreviation.
  private static func isOneName(_ one: String, _ other: String) -> Bool {
    one.contains(other) || other.contains(one) || isAbbreviation(one) || isAbbreviation(other)
  }

  private static func isAbbreviation(_ term: String) -> Bool {
    let letters = term.unicodeScalars.filter(\.isLetter)
    let capitals = letters.count(where: \.properties.isUppercase)
    return capitals * 2 > letters.count
  }
}
