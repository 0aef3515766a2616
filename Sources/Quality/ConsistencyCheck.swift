public import ArticleModel
import Linguistics

/// `inconsistent`: the same source is translated in several ways.
///
/// It looks at many pairs at once: a file, a project. What most of them say is the measure, or what
/// the first says. A translation that has to change for another reason takes no part.
public struct ConsistencyCheck: Sendable {
  static let rule = Rule("inconsistent", .warning, "The same source is translated in several ways.")

  private struct Entry {
    var order: Int
    var key: String
    var finding: Finding
  }

  private var groups: [String: [Entry]] = [:]
  private var count = 0

  /// Creates a check that has seen nothing yet.
  public init() {}

  /// Takes in a pair.
  ///
  /// - Parameters:
  ///   - pair: The texts.
  ///   - findings: What the other checks say of it.
  ///   - file: The file, as the user named it.
  public mutating func add(_ pair: SegmentPair, findings: [Finding], file: String?) {
    count += 1
    guard !pair.targetText.isBlank, pair.sourceLocale.language != pair.targetLocale.language,
      !findings.contains(where: { $0.severity > .information })
    else { return }
    let source = Self.key(pair.sourceText)
    guard !source.isEmpty else { return }
    var finding = pair.finding(Self.rule, "")
    finding.file = file
    groups["\(pair.sourceLocale) \(pair.targetLocale) \(source)", default: []].append(
      Entry(order: count, key: Self.key(pair.targetText), finding: finding))
  }

  /// The findings of the pairs that deviate, in order.
  public var findings: [Finding] {
    groups.values.filter { $0.count > 1 }.flatMap(Self.deviating)
      .sorted { $0.order < $1.order }.map(\.finding)
  }

  private static func deviating(_ group: [Entry]) -> [Entry] {
    var counts: [String: Int] = [:]
    for entry in group { counts[entry.key, default: 0] += 1 }
    let most = counts.values.max()
    guard counts.count > 1, let usual = group.first(where: { counts[$0.key] == most }) else {
      return []
    }
    let text = usual.finding.target ?? ""
    let place = usual.finding.unit.map { " in \($0)" } ?? ""
    return group.filter { $0.key != usual.key }.map { entry in
      var entry = entry
      entry.finding.message = "the same source is “\(text)”\(place); say it in one way"
      entry.finding.suggestion = text
      return entry
    }
  }

  /// Letters and figures, without regard to case, spaces and punctuation.
  private static func key(_ text: CheckedText) -> String {
    String(
      scalars: text.prose.lazy.filter { $0.isLetter || $0.isDigit || $0.isHan }
        .map { $0.properties.lowercaseMapping.unicodeScalars.first ?? $0 })
  }
}
