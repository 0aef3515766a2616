/// Something that a person should look at: about content, never thrown.
public struct Finding: Sendable, Equatable {
  /// How much it matters.
  public enum Severity: String, Sendable, Codable, Comparable, CaseIterable {
    case information, warning, error

    /// Orders by rank, the least first.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.order < right.order
    }

    private var order: Int {
      switch self {
      case .information: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The stable identifier of the rule: `tag-mismatch`, `forbidden-term`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// One line: what is wrong and what to do; lower-case first letter, no full stop.
  public var message: String
  /// The file, as the user named it.
  public var file: String?
  /// The line in the file, from 1.
  public var line: Int?
  /// The unit's identifier.
  public var unit: String?
  /// The segment's identifier.
  public var segment: String?
  /// The text in the source language that the finding is about.
  public var source: String?
  /// The text in the target language that the finding is about.
  public var target: String?
  /// Where in the target's text: offsets in Unicode scalars.
  public var range: Range<Int>?
  /// What to write instead, when there is only one answer.
  public var suggestion: String?

  /// Creates a finding.
  public init(
    rule: String, severity: Severity, message: String, file: String? = nil, line: Int? = nil,
    unit: String? = nil, segment: String? = nil, source: String? = nil, target: String? = nil,
    range: Range<Int>? = nil, suggestion: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.file = file
    self.line = line
    self.unit = unit
    self.segment = segment
    self.source = source
    self.target = target
    self.range = range
    self.suggestion = suggestion
  }
}
