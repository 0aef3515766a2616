import ArticleModel
import Foundation
import Quality

/// Pairs of texts as JSON Lines; a line that is none is a problem of its own, and the rest goes on.
struct PairLines: Sequence {
  struct Given {
    var pair: SegmentPair
    var waivers: [ProjectConfiguration.Waiver]
  }

  /// Why a line cannot be used.
  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  private let lines: [(number: Int, bytes: ArraySlice<UInt8>)]

  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains { $0 > 0x20 } }
      .map { (number: $0.offset + 1, bytes: $0.element) }
  }

  func makeIterator() -> AnyIterator<(Int, Result<Given, Problem>)> {
    var rest = lines[...]
    return AnyIterator {
      rest.popFirst().map { line in (line.number, Self.read(line.bytes)) }
    }
  }

  private struct Row: Decodable {
    var id: String
    var src_lang: String
    var trg_lang: String
    var source: String
    var target: String
    var waivers: [Waiver]?

    struct Waiver: Decodable {
      var rule: String
      var reason: String
    }
  }

  private static func read(_ bytes: ArraySlice<UInt8>) -> Result<Given, Problem> {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return .failure(Problem(description: "not valid UTF-8; save the file as UTF-8"))
    }
    guard let row = try? JSONDecoder().decode(Row.self, from: Data(bytes)) else {
      return .failure(
        Problem(
          description: "not an object with the strings id, src_lang, trg_lang, source, target"))
    }
    guard let source = LocaleTag(row.src_lang), let target = LocaleTag(row.trg_lang) else {
      return .failure(
        Problem(
          description: "\(row.src_lang) or \(row.trg_lang) is not a language; write en, el, zh-Hans"
        ))
    }
    let pair = SegmentPair(
      unit: row.id, segment: nil, sourceLocale: source, targetLocale: target,
      source: row.source.isEmpty ? [] : [.text(row.source)],
      target: row.target.isEmpty ? [] : [.text(row.target)])
    let waivers = (row.waivers ?? []).map {
      ProjectConfiguration.Waiver(rule: $0.rule, unit: row.id, reason: $0.reason)
    }
    return .success(Given(pair: pair, waivers: waivers))
  }
}
