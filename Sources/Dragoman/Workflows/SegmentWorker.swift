import ArticleModel
import Foundation
import Linguistics

/// Answers requests for segments: one in each worker, with its segmenters and buffers.
final class SegmentWorker {
  private let source: SegmentationSource
  private let explains: Bool
  private var segmenters: [String: SentenceSegmenter] = [:]
  /// The language of the line before, as it was written, and its segmenter.
  private var last: (lang: [UInt8], segmenter: SentenceSegmenter)?
  private var text: [UInt8] = []

  init(source: SegmentationSource, explains: Bool) {
    self.source = source
    self.explains = explains
  }

  func answer(_ block: LineBlocks.Block) -> LineAnswers {
    LineAnswers(to: block) { bytes, line, output in
      try answer(bytes, line, to: &output)
    } failure: { number, error in
      var answer = JSONLine()
      answer.add("error", "line \(number): \(error)")
      return answer
    }
  }

  private func answer(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, to output: inout [UInt8]
  ) throws {
    var reader = JSONObjectReader(bytes, in: line)
    var id: JSONObjectReader.Value?
    var lang: JSONObjectReader.Value?
    var source: JSONObjectReader.Value?
    let isObject = reader.forEachMember { key, value in
      switch key.range.count {
      case 2 where Self.isName(bytes, key.range, "id"): id = value
      case 4 where Self.isName(bytes, key.range, "lang"): lang = value
      case 4 where Self.isName(bytes, key.range, "text"): source = value
      default: break
      }
    }
    guard isObject, let id, let lang, let source, lang.isString, source.isString else {
      throw ProjectError.usage("not an object with \"id\" and the strings \"lang\" and \"text\"")
    }
    text.removeAll(keepingCapacity: true)
    if source.hasEscapes, !reader.unescape(source, into: &text) {
      throw ProjectError.usage("\"text\" has an escape that is none; write JSON")
    }
    let segmenter = try segmenter(for: UnsafeBufferPointer(rebasing: bytes[lang.range]))
    output.append(contentsOf: "{\"id\":".utf8)
    let quoted = id.isString ? id.range.lowerBound - 1..<id.range.upperBound + 1 : id.range
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[quoted]))
    output.append(contentsOf: ",\"segments\":[".utf8)
    if source.hasEscapes {
      text.withUnsafeBufferPointer { write($0, segmenter, needsEscapes: true, to: &output) }
    } else {
      // A text that came without escapes needs none, and is cut where it stands.
      let text = UnsafeBufferPointer(rebasing: bytes[source.range])
      write(text, segmenter, needsEscapes: false, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  private static func isName(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString
  ) -> Bool {
    bytes.baseAddress.map { memcmp($0 + range.lowerBound, name.utf8Start, range.count) == 0 }
      ?? false
  }

  private func write(
    _ text: UnsafeBufferPointer<UInt8>, _ segmenter: SentenceSegmenter, needsEscapes: Bool,
    to output: inout [UInt8]
  ) {
    var isFirst = true
    segmenter.forEachSegment(in: text) { range in
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      let segment = UnsafeBufferPointer(rebasing: text[range])
      output.append(UInt8(ascii: "\""))
      if needsEscapes {
        JSONLine.append(segment, to: &output)
      } else {
        output.append(contentsOf: segment)
      }
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: "]"))
    guard explains else { return }
    var rules: [String] = []
    for decision in segmenter.decisions(on: String(decoding: text, as: UTF8.self)) {
      var json = JSONLine()
      let before = text[..<decision.utf8Offset]
      json.add("at", before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
      json.add("action", decision.ends ? "cut" : "joined")
      json.add("rule", decision.rule.rawValue)
      rules.append(json.text)
    }
    output.append(contentsOf: ",\"rules\":[\(rules.joined(separator: ","))]".utf8)
  }

  private func segmenter(for lang: UnsafeBufferPointer<UInt8>) throws -> SentenceSegmenter {
    if let last, last.lang.elementsEqual(lang) { return last.segmenter }
    let name = String(decoding: lang, as: UTF8.self)
    let segmenter = try segmenters[name] ?? open(name)
    segmenters[name] = segmenter
    last = (Array(lang), segmenter)
    return segmenter
  }

  private func open(_ name: String) throws -> SentenceSegmenter {
    guard let locale = LocaleTag(name) else {
      throw ProjectError.usage("\(name) is not a language; write en, el, zh-Hans")
    }
    return try source.segmenter(for: locale)
  }
}
