import ArticleModel
import Foundation
import Testing

@testable import Interchange

@Suite struct XLIFFValidatorTests {
  @Test(
    "each constraint lets its valid document pass and names what is invalid",
    arguments: ValidationCase.all)
  func constraint(example: ValidationCase) {
    let findings = Self.findings(in: example.document)
    let errors = findings.filter { $0.severity == .error }
    if let rule = example.rule {
      #expect(errors.map(\.rule).contains(rule), "\(errors.map(\.message))")
    } else {
      #expect(errors.map(\.message) == [])
    }
    #expect(findings.allSatisfy { $0.line != nil && $0.message.hasSuffix(")") })
  }

  @Test("the table has hundreds of cases, more of them invalid than valid")
  func table() {
    let invalid = ValidationCase.all.filter { $0.rule != nil }
    #expect(ValidationCase.all.count > 600)
    #expect(invalid.count * 2 > ValidationCase.all.count)
  }

  @Test("a prefix that is registered is taken")
  func prefix() {
    let text = Self.unit(
      "<segment><source><mrk id='1' type='term' ref='#foo=a'>a</mrk></source></segment>")
    #expect(Self.findings(in: text).map(\.rule) == ["fragment"])
    let validator = XLIFFValidator(prefixes: ["foo"])
    #expect(validator.findings(in: Array(text.utf8), file: "a").isEmpty)
  }

  @Test("all findings of a file are told, each with its line")
  func lines() {
    let text = Self.unit("\n<segment state='done'>\n<source/>\n<target order='0'/></segment>\n<x/>")
    let findings = Self.findings(in: text)
    #expect(findings.map(\.line) == [3, 5, 6])
    #expect(findings.map(\.rule) == ["value", "value", "structure"])
  }

  @Test("XLIFF 1.2 is held against the strict schema when that is asked for")
  func strict() {
    let text = """
      <xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'><file original='a'
      source-language='en' datatype='html' ts='x'><body/></file></xliff>
      """
    #expect(Self.findings(in: text).isEmpty)
    let findings = XLIFFValidator(isStrict: true).findings(in: Array(text.utf8), file: "a")
    #expect(findings.map(\.rule) == ["attribute"])
  }

  @Test("a file that is wrong everywhere does not fill the memory")
  func limit() {
    let text = Self.unit(String(repeating: "<segment/>", count: 20_000))
    let findings = Self.findings(in: text)
    #expect(findings.count == 10_001 && findings.contains { $0.rule == "limit" })
  }

  @Test("UTF-16, a byte order mark and pieces of one byte are read", arguments: [1, 7, 4096])
  func pieces(size: Int) {
    let text = Self.unit("<segment><source>ä € 😀</source></segment>")
    for encoding in [String.Encoding.utf16, .utf8] {
      var rest = [UInt8](text.data(using: encoding) ?? Data())[...]
      let findings = XLIFFValidator().findings(
        in: { buffer in
          let count = min(size, buffer.count, rest.count)
          for index in 0..<count { buffer[index] = rest[rest.startIndex + index] }
          rest = rest.dropFirst(count)
          return count
        }, file: "a")
      #expect(findings.map(\.message) == [])
    }
  }

  @Test("identifiers are kept apart by the thousand")
  func identifiers() {
    var set = IdentifierSet()
    var new = 0
    for number in 0..<40_000 where set.insert("u\(number % 20_000)") { new += 1 }
    #expect(new == 20_000)
    #expect(set.contains("u1") && !set.contains("v"))
  }

  @Test(
    "values are told from others",
    arguments: [
      ("dateTime", "2024-02-29T23:59:59.5+14:00", true), ("dateTime", "2023-02-29T00:00:00", false),
      ("dateTime", "2024-01-01", false), ("anyURI", "http://[::1]:80/a?b#c", true),
      ("anyURI", "1a:b", false), ("anyURI", "a#b#c", false), ("anyURI", "", true),
      ("NMTOKEN", " a ", true), ("NMTOKEN", "é:1", true), ("NMTOKEN", "a b", false),
      ("NMTOKENS", "a b", true), ("NMTOKENS", "", false), ("ID", "1", false), ("ID", "a1", true),
      ("positiveInteger", "+007", true), ("positiveInteger", "0", false),
      ("hexBinary", "00ff", true), ("prefixed", "a:b", true), ("prefixed", "a:b:c", false),
      ("language", "zh-Hans", true), ("language", "-en", false), ("mimeType", "text/html", true),
      ("coordinates", "1;#;-2;3", true), ("extended", "x-a b", false),
    ])
  func values(type: String, value: String, isValid: Bool) throws {
    let type = try #require(ValueType(builtIn: type))
    #expect(Array(value.utf8).withUnsafeBytes { type.accepts($0) } == isValid)
  }

  @Test(
    "language tags are well-formed or not",
    arguments: [
      ("en", true), ("zh-Hans-CN", true), ("sl-rozaj-biske-1994", true), ("x-own", true),
      ("i-klingon", true), ("de-CH-1901", true), ("en-u-co-phonebk", true),
      ("zh-yue-Hant-HK", true),
      ("e", false), ("en-a", false), ("en-a-b-a-c", false), ("en-x", false),
      ("en-latinlatin", false),
    ])
  func languages(tag: String, isValid: Bool) {
    #expect(BCP47.isWellFormed(tag) == isValid)
  }

  static func findings(in text: String) -> [Finding] {
    XLIFFValidator().findings(in: Array(text.utf8), file: "a")
  }

  static func unit(_ content: String) -> String {
    """
    <xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='en' trgLang='el'>\
    <file id='f'>
    <unit id='u'>\(content)</unit></file></xliff>
    """
  }
}
