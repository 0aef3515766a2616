/// Why a language cannot be worked on.
public enum LinguisticsError: Error, CustomStringConvertible {
  /// ICU has no boundary rules for the locale.
  case noRules(locale: String)
  /// A line of a locale's data file is not understood.
  case data(path: String, line: Int, problem: String)
  /// A regular expression that ICU does not understand.
  case pattern(expression: String)

  /// What is wrong, where, and the remedy.
  public var description: String {
    switch self {
    case .noRules(let locale): "\(locale): ICU has no rules for this language; check its tag"
    case .data(let path, let line, let problem): "\(path):\(line): \(problem)"
    case .pattern(let expression):
      "\(expression): not a regular expression of ICU; correct the rule"
    }
  }
}
