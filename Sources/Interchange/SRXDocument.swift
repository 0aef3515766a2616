public import ArticleModel

/// Segmentation rules of SRX 2.0.
///
/// Source: Segmentation Rules eXchange 2.0, LISA OSCAR, 7 April 2008.
public struct SRXDocument: Sendable, Equatable {
  /// The rules of one name (`<languagerule>`).
  public struct LanguageRule: Sendable, Equatable {
    /// The name that maps refer to.
    public var name: String
    /// The rules in order; the first that matches decides.
    public var patterns: [SegmentationPattern]

    /// Creates a language rule.
    public init(name: String, patterns: [SegmentationPattern]) {
      self.name = name
      self.patterns = patterns
    }
  }

  /// The languages that a rule is for (`<languagemap>`).
  public struct LanguageMap: Sendable, Equatable {
    /// A regular expression for language codes.
    public var pattern: String
    /// The name of the language rule.
    public var ruleName: String

    /// Creates a map.
    public init(pattern: String, ruleName: String) {
      self.pattern = pattern
      self.ruleName = ruleName
    }
  }

  /// Whether all maps that match count, or only the first (`cascade`).
  public var cascades: Bool
  /// Whether texts inside texts are cut as well (`segmentsubflows`).
  public var segmentsSubflows: Bool
  /// The kinds of codes that stay with the segment before them (`<formathandle>`); by default
  /// closing ones alone.
  public var formatHandles: [String: Bool]
  /// The rules by name.
  public var languageRules: [LanguageRule]
  /// Which rules are for which languages, in order.
  public var languageMaps: [LanguageMap]

  /// Creates a document.
  public init(
    cascades: Bool = true, segmentsSubflows: Bool = true,
    formatHandles: [String: Bool] = ["start": false, "end": true, "isolated": false],
    languageRules: [LanguageRule] = [], languageMaps: [LanguageMap] = []
  ) {
    self.cascades = cascades
    self.segmentsSubflows = segmentsSubflows
    self.formatHandles = formatHandles
    self.languageRules = languageRules
    self.languageMaps = languageMaps
  }

  /// The rules for a language, in the order in which they are tried.
  ///
  /// - Parameter matches: Whether a map's regular expression matches the language's code.
  /// - Returns: The rules of all maps that match, or of the first where maps do not cascade.
  /// - Throws: What `matches` throws.
  public func patterns(
    matching matches: (String) throws -> Bool
  ) rethrows -> [SegmentationPattern] {
    var found: [SegmentationPattern] = []
    for map in languageMaps where try matches(map.pattern) {
      found += languageRules.first { $0.name == map.ruleName }?.patterns ?? []
      if !cascades { break }
    }
    return found
  }
}
