public import ArticleModel
import Linguistics

/// A pair and what the other checks found in it.
public struct CheckedPair: Sendable {
  /// The texts.
  public let pair: SegmentPair
  /// The findings.
  public let findings: [Finding]

  /// Creates a pair with its findings.
  public init(pair: SegmentPair, findings: [Finding]) {
    self.pair = pair
    self.findings = findings
  }
}

/// `inconsistent`: the same source is translated in several ways.
///
/// It looks at many pairs at once. What most pairs say is the measure, or what the first says; a
/// translation that has to change for another reason takes no part.
public struct ConsistencyCheck: Sendable {
  static let rule = Rule("inconsistent", .warning, "The same source is translated in several ways.")

  /// Creates the check.
  public init() {}

  /// The findings of pairs that belong together: a file, a project.
  public func findings(in pairs: [CheckedPair]) -> [Finding] {
    var groups: [String: [Int]] = [:]
    for (index, checked) in pairs.enumerated() {
      let pair = checked.pair
      guard !pair.targetText.isBlank, pair.sourceLocale.language != pair.targetLocale.language,
        !checked.findings.contains(where: { $0.severity > .information })
      else { continue }
      let source = Self.key(pair.sourceText)
      guard !source.isEmpty else { continue }
      groups["\(pair.sourceLocale) \(pair.targetLocale) \(source)", default: []].append(index)
    }
    let findings = groups.values.filter { $0.count > 1 }.flatMap { group in
      Self.deviating(group, pairs)
    }
    return findings.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func deviating(_ group: [Int], _ pairs: [CheckedPair]) -> [(Int, Finding)] {
    let keys = group.map { key(pairs[$0].pair.targetText) }
    var counts: [String: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    guard counts.count > 1, let measure = keys.firstIndex(where: { counts[$0] == most }) else {
      return []
    }
    let usual = pairs[group[measure]].pair
    return zip(group, keys).filter { $0.1 != keys[measure] }.map { index, _ in
      let pair = pairs[index].pair
      let place = usual.unit.map { " in \($0)" } ?? ""
      return (
        index,
        pair.finding(
          rule, "the same source is “\(usual.target.textOnly)”\(place); say it in one way",
          suggestion: usual.target.textOnly)
      )
    }
  }

  /// Letters and figures, without regard to case, spaces and punctuation.
  private static func key(_ text: CheckedText) -> String {
    String(
      scalars: text.prose.filter { $0.properties.isAlphabetic || $0.isDigit || $0.isHan }
        .map { Unicode.Scalar($0.properties.lowercaseMapping.unicodeScalars.first ?? $0) })
  }
}
