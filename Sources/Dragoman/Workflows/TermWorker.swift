import ArticleModel
import Terminology

/// Answers requests for terms: one in each worker, with its buffer.
final class TermWorker {
  private let finder: TermFinder
  private let isQuiet: Bool
  /// The language of the line before, as it was written, and its terms.
  private var last: (lang: [UInt8], matcher: TermMatcher)?
  private var text: [UInt8] = []

  init(finder: TermFinder, isQuiet: Bool) {
    self.finder = finder
    self.isQuiet = isQuiet
  }

  func answer(_ block: LineBlocks.Block) -> TermFinder.Answers {
    var answers = TermFinder.Answers()
    let isValid = block.bytes.withUnsafeBytes { UTF8Check.isValid($0) }
    block.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      var number = block.firstLine
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        if bytes[start..<end].contains(where: { $0 > 0x20 }) {
          answer(bytes, start..<end, number: number, isValid: isValid, to: &answers)
        }
        start = end + 1
        number += 1
      }
    }
    return answers
  }

  private func answer(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, number: Int, isValid: Bool,
    to answers: inout TermFinder.Answers
  ) {
    var answer = JSONLine()
    do {
      guard isValid || String(validating: bytes[line], as: UTF8.self) != nil else {
        throw ProjectError.usage("not UTF-8")
      }
      answer = try self.answer(bytes, line)
      if isQuiet { return }
    } catch {
      answer.add("line", number)
      answer.add("error", "\(error)")
      answers.errors += 1
    }
    answers.lines += answer.text.utf8
    answers.lines.append(0x0A)
  }

  private func answer(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) throws -> JSONLine {
    var reader = JSONObjectReader(bytes, in: line)
    var members: [String: JSONObjectReader.Value] = [:]
    let isObject = reader.forEachMember { key, value in
      members[String(decoding: bytes[key.range], as: UTF8.self)] = value
    }
    guard isObject, let id = members["id"], let lang = members["lang"],
      let source = members["text"], id.isString, lang.isString, source.isString
    else {
      throw ProjectError.usage("not an object with the strings \"id\", \"lang\" and \"text\"")
    }
    let request = try string(source, reader)
    let hits = try matcher(for: bytes[lang.range]).hits(in: request)
    var answer = JSONLine()
    guard !isQuiet else { return answer }
    var offsets = ScalarOffsets(request)
    answer.add("id", try string(id, reader))
    answer.add(
      "hits",
      hits.map { hit in
        var entry = JSONLine()
        entry.add("concept", hit.concept)
        entry.add("term", hit.term)
        entry.add("status", hit.status.rawValue)
        entry.add("start", offsets.scalars(before: hit.range.lowerBound))
        entry.add("end", offsets.scalars(before: hit.range.upperBound))
        return entry
      })
    return answer
  }

  private func string(_ value: JSONObjectReader.Value, _ reader: JSONObjectReader) throws -> String
  {
    text.removeAll(keepingCapacity: true)
    guard reader.unescape(value, into: &text) else {
      throw ProjectError.usage("an escape that is none; write JSON")
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func matcher(for lang: Slice<UnsafeBufferPointer<UInt8>>) throws -> TermMatcher {
    if let last, last.lang.elementsEqual(lang) { return last.matcher }
    let name = String(decoding: lang, as: UTF8.self)
    guard let locale = LocaleTag(name) else {
      throw ProjectError.usage("\(name) is not a language; write en, el, zh-Hans")
    }
    let matcher = finder.matcher(for: locale)
    last = (Array(lang), matcher)
    return matcher
  }
}
