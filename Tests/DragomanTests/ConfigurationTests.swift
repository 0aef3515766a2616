import ArticleModel
import Foundation
import Publishing
import Testing

@testable import Dragoman

@Suite struct ConfigurationTests {
  @Test("all keys are read")
  func keys() throws {
    let configuration = try ProjectConfiguration(
      yaml: """
        languages: [gr, zh-CN]
        site:
          address: https://example.org/
        untranslated: source
        glossary:
          leave-out: [house-style.tsv]
        refuse: [forbidden-term]
        waivers:
          - rule: term-missing
            unit: u1
            reason: agreed with the editor
        """, path: "dragoman.yaml")
    #expect(configuration.languages == [.greek, .simplifiedChinese])
    #expect(configuration.siteAddress == "https://example.org")
    #expect(configuration.untranslated == .source)
    #expect(configuration.leftOutGlossaries == ["house-style.tsv"])
    #expect(configuration.refuse == ["forbidden-term"])
    #expect(
      configuration.waives(
        Finding(rule: "term-missing", severity: .warning, message: "", unit: "u1")))
    #expect(
      !configuration.waives(
        Finding(rule: "term-missing", severity: .warning, message: "", unit: "u2")))
  }

  @Test(
    "a mistake is an error with its line",
    arguments: [
      ("langauges: [en]", "dragoman.yaml:1: unknown key langauges"),
      ("languages: [en]\nuntranslated: maybe", "dragoman.yaml:2: maybe is none of"),
      ("languages:\n  - '12'", "dragoman.yaml:2: 12 is not a language"),
      ("site:\n  address: ftp://x", "dragoman.yaml:2: the site's address"),
      ("languages: [en", "dragoman.yaml:"),
      ("waivers:\n  - rule: end-punct", "dragoman.yaml:2: a waiver"),
      ("severity:\n  end-point: off", "dragoman.yaml:2: no check has the rule end-point"),
    ])
  func mistakes(yaml: String, message: String) {
    let error = #expect(throws: ProjectError.self) {
      try ProjectConfiguration(yaml: yaml, path: "dragoman.yaml")
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    #expect(error?.exitCode == 2)
  }

  @Test("a second run on the same project is told to wait")
  func lock() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try Project(folder: folder, create: true)
    #expect(throws: ProjectError.self) { try Project(folder: folder, create: true) }
    withExtendedLifetime(first) {}
  }
}
