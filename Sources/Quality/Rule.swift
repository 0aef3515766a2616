public import ArticleModel

/// What a check looks for: the identifier that it reports, and what the rule is about.
public struct Rule: Sendable, Equatable {
  /// The stable identifier: `number-mismatch`.
  public let id: String
  /// How much it matters, unless the project says otherwise.
  public let severity: Finding.Severity
  /// One sentence for reports and documentation.
  public let summary: String

  init(_ id: String, _ severity: Finding.Severity, _ summary: String) {
    self.id = id
    self.severity = severity
    self.summary = summary
  }

  /// All rules, in the order of the documentation.
  public static let all: [Rule] =
    [
      EmptyTargetCheck.rule, SameAsSourceCheck.rule, TagCheck.rule, URLCheck.rule, EmailCheck.rule,
      NumberCheck.rule, TermCheckRules.missing, TermCheckRules.forbidden,
      TermCheckRules.unjustified,
      TermCheckRules.title, UntranslatedCheck.rule,
      ConsistencyCheck.rule, TermConsistencyCheck.rule, EndPunctuationCheck.rule, BracketCheck.rule,
      QuoteCheck.rule,
      HalfWidthCheck.rule, FullWidthCheck.rule, PunctuationSpaceCheck.rule, DoubleSpaceCheck.rule,
      EdgeSpaceCheck.rule, RepeatedWordCheck.rule, HomoglyphCheck.rule, ForeignScriptCheck.rule,
      GreekQuestionMarkCheck.rule, FinalSigmaCheck.rule, InvisibleCharacterCheck.rule,
      NormalFormCheck.rule, DashCheck.rule, PinyinCheck.rule, LengthCheck.rule,
    ] + ExchangeCheck.rules
}

/// The rules of ``TermCheck``, which looks for them by the status of terms.
enum TermCheckRules {
  static let missing = Rule(
    "term-missing", .warning, "A term of the source has none of its translations in the target.")
  static let forbidden = Rule(
    "forbidden-term", .error, "The target uses a form that the glossary forbids.")
  static let unjustified = Rule(
    "term-unjustified", .information, "A term of the target has no counterpart in the source.")
  static let title = Rule(
    "person-title", .warning, "A person has another office than the glossary and the source say.")
}
