import ArticleModel
import Foundation
import Quality
import Terminology
import Testing

/// Holds the floors of the issue on checks, on the pairs of `Fixtures`: see `Scripts/check-accuracy`.
@Suite struct AccuracyTests {
  struct Row: Decodable {
    var id: String
    var src_lang: String
    var trg_lang: String
    var source: String
    var target: String
    var rules: [String]
  }

  struct Counts {
    var hit: [String: Int] = [:]
    var missed: [String: Int] = [:]
    var falseAlarms: [String: Int] = [:]
    var flagged: [String] = []
    var clean = 0

    func recall(_ rule: String) -> Double {
      let found = Double(hit[rule] ?? 0)
      return found / max(1, found + Double(missed[rule] ?? 0))
    }
  }

  @Test("the floors hold over all sets")
  func floors() throws {
    var counts = Counts()
    for name in [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
      "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
      "seventeenth", "eighteenth", "nineteenth",
    ] {
      try measure(name, into: &counts)
    }
    let hit = Double(counts.hit.values.reduce(0, +))
    let missed = Double(counts.missed.values.reduce(0, +))
    let alarms = Double(counts.falseAlarms.values.reduce(0, +))
    #expect(hit / (hit + missed) >= 0.98, "missed: \(counts.missed)")
    #expect(hit / (hit + alarms) >= 0.98, "false: \(counts.falseAlarms)")
    #expect(Double(counts.flagged.count) <= 0.01 * Double(counts.clean), "\(counts.flagged)")
    #expect(counts.recall("number-mismatch") >= 0.95)
    for rule in [
      "tag-mismatch", "empty-target", "url-mismatch", "email-mismatch", "bracket-mismatch",
      "traditional-char", "homoglyph",
    ] {
      #expect(counts.recall(rule) == 1, "\(rule)")
    }
  }

  private func measure(_ name: String, into counts: inout Counts) throws {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
    let lines = try Data(contentsOf: folder.appendingPathComponent("\(name).jsonl"))
      .split(separator: 0x0A)
    let glossary = try Glossary.builtIn()
    var suites: [String: CheckSuite] = [:]
    var consistency = ConsistencyCheck()
    var found: [String: Set<String>] = [:]
    var rows: [Row] = []
    for line in lines {
      let row = try JSONDecoder().decode(Row.self, from: line)
      let source = try #require(LocaleTag(row.src_lang))
      let target = try #require(LocaleTag(row.trg_lang))
      let suite =
        try suites[row.src_lang + row.trg_lang]
        ?? CheckSuite(glossary: glossary, sourceLocale: source, targetLocale: target)
      suites[row.src_lang + row.trg_lang] = suite
      let pair = SegmentPair(
        unit: row.id, segment: nil, sourceLocale: source, targetLocale: target,
        source: [.text(row.source)], target: [.text(row.target)])
      let findings = suite.findings(for: pair).filter { $0.severity > .information }
      consistency.add(pair, findings: findings, file: nil)
      found[row.id] = Set(findings.map(\.rule))
      rows.append(row)
    }
    for finding in consistency.findings {
      found[finding.unit ?? "", default: []].insert(finding.rule)
    }
    for row in rows {
      let reported = found[row.id] ?? []
      let wanted = Set(row.rules)
      for rule in wanted.intersection(reported) { counts.hit[rule, default: 0] += 1 }
      for rule in wanted.subtracting(reported) { counts.missed[rule, default: 0] += 1 }
      for rule in reported.subtracting(wanted) { counts.falseAlarms[rule, default: 0] += 1 }
      if wanted.isEmpty {
        counts.clean += 1
        if !reported.isEmpty { counts.flagged.append(row.id) }
      }
    }
  }
}
