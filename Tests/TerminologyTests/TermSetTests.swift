import ArticleModel
import Foundation
import Terminology
import Testing

/// The matcher against the sets in `Fixtures`, with a floor for each: lowering one is a change with a
/// reason of its own.
@Suite struct TermSetTests {
  private func lines(_ name: String) throws -> [[String]] {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "tsv"))
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
  }

  @Test(
    "terms are found in any form, and words like them are not",
    arguments: [
      ("el", [LocaleTag.greek], 0.99, 0.01), ("en", [.english], 0.99, 0.01),
      ("zh", [.simplifiedChinese, .traditionalChinese], 0.995, 0.02),
    ])
  func sentences(name: String, locales: [LocaleTag], least: Double, most: Double) throws {
    let rows = try lines(name)
    #expect(rows.count >= 100)
    for locale in locales {
      let matcher = TermMatcher(glossary: try .builtIn(), locale: locale)
      var counts = ["hit": (found: 0, all: 0), "not": (found: 0, all: 0)]
      for row in rows {
        let isFound = matcher.hits(in: row[2]).contains {
          $0.concept == row[1] && $0.status != .forbidden
        }
        counts[row[0]]?.all += 1
        if isFound { counts[row[0]]?.found += 1 }
      }
      let hits = try #require(counts["hit"])
      let false_ = try #require(counts["not"])
      #expect(Double(hits.found) / Double(hits.all) >= least)
      #expect(Double(false_.found) / Double(false_.all) <= most)
    }
  }

  @Test("Greek words are found in their forms, and other words are not")
  func lemmas() throws {
    var hits = (found: 0, all: 0)
    var others = (found: 0, all: 0)
    for row in try lines("el-lemmas") {
      let terms = ConceptTerms(preferred: row[0])
      let matcher = TermMatcher(
        glossary: Glossary(concepts: [
          Concept(id: "A", terms: [.greek: terms], file: "test", line: 1)
        ]), locale: .greek)
      for form in row[1].split(separator: " ") {
        hits.all += 1
        if !matcher.hits(in: String(form)).isEmpty { hits.found += 1 }
      }
      for form in row[2].split(separator: " ") {
        others.all += 1
        if !matcher.hits(in: String(form)).isEmpty { others.found += 1 }
      }
    }
    #expect(Double(hits.found) / Double(hits.all) >= 0.98)
    #expect(Double(others.found) / Double(others.all) <= 0.02)
  }
}
