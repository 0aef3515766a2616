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

  func answer(_ block: LineBlocks.Block) -> LineAnswers {
    LineAnswers(to: block) { bytes, line, output in
      let answer = try answer(bytes, line)
      if !isQuiet { output += answer.text.utf8 }
    } failure: { number, error in
      var answer = JSONLine()
      answer.add("line", number)
      answer.add("error", "\(error)")
      return answer
    }
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
