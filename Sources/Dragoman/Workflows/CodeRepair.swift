import ArticleModel

/// Puts the codes of a translation right where there is only one way to do it.
///
/// A code goes back where nothing is left to choose: around the whole text, at its start or its
/// end, around words that are in both languages. Otherwise there is no repair, and a person decides.
struct CodeRepair {
  private let source: [Inline]
  private var target: [Inline]

  /// The translation with the codes of its source, or `nil`.
  static func repaired(_ target: [Inline], source: [Inline]) -> [Inline]? {
    var repair = CodeRepair(source: source, target: target.normalized)
    repair.removeForeign()
    repair.removeDoubled()
    guard repair.insertMissing() else { return nil }
    repair.uncross()
    let result = repair.target.normalized
    guard CodeComparison.problem(source: source, target: result) == nil else { return nil }
    return result
  }

  private init(source: [Inline], target: [Inline]) {
    self.source = source
    self.target = target
  }

  private func isSame(_ item: Inline, _ code: InlineCode) -> Bool {
    guard case .code(let other) = item else { return false }
    return other.id == code.id && other.position == code.position
  }

  private mutating func removeForeign() {
    target = target.filter { item in
      guard case .code(let code) = item else { return true }
      return source.contains { isSame($0, code) }
    }
  }

  /// Takes out a code that stands twice without text between.
  private mutating func removeDoubled() {
    var index = 0
    while index < target.count {
      defer { index += 1 }
      guard case .code(let code) = target[index] else { continue }
      let next = target[(index + 1)...].prefix { if case .code = $0 { true } else { false } }
      let surplus =
        target.count { isSame($0, code) } - source.count { isSame($0, code) }
      if surplus > 0, let again = next.firstIndex(where: { isSame($0, code) }) {
        target.remove(at: again)
        index -= 1
      }
    }
  }

  /// Puts back what is lost, the inner codes first; fails where there is a choice.
  private mutating func insertMissing() -> Bool {
    for code in source.codes where code.position != .opening {
      let lost = !target.contains { isSame($0, code) }
      switch code.position {
      case .standalone:
        if lost, !insert(code, like: source) { return false }
      case .closing, .opening:
        let opening = source.codes.first { $0.id == code.id && $0.position == .opening }
        let lostOpening =
          opening.map { opening in !target.contains { isSame($0, opening) } } ?? false
        if lost, lostOpening, let opening {
          if !wrap(opening, code) { return false }
        } else if lost {
          if !insert(code, like: source) { return false }
        } else if lostOpening, let opening {
          if !insert(opening, like: source) { return false }
        }
      }
    }
    for code in source.codes
    where code.position == .opening && !target.contains(where: { isSame($0, code) }) {
      if !insert(code, like: source) { return false }
    }
    return true
  }

  /// Puts a code at the start or the end, when the source has it there.
  private mutating func insert(_ code: InlineCode, like source: [Inline]) -> Bool {
    guard let place = source.firstIndex(where: { isSame($0, code) }) else { return false }
    if Array(source[..<place]).textOnly.allSatisfy(\.isWhitespace) {
      target.insert(.code(code), at: 0)
    } else if Array(source[(place + 1)...]).textOnly.allSatisfy(\.isWhitespace) {
      target.append(.code(code))
    } else {
      return false
    }
    return true
  }

  /// Puts a pair around the whole text, or around what the two languages share.
  private mutating func wrap(_ opening: InlineCode, _ closing: InlineCode) -> Bool {
    guard let start = source.firstIndex(where: { isSame($0, opening) }),
      let end = source.firstIndex(where: { isSame($0, closing) }), start < end
    else { return false }
    let inner = Array(source[(start + 1)..<end]).textOnly
    if !inner.isEmpty, inner == source.textOnly {
      target = [.code(opening)] + target + [.code(closing)]
      return true
    }
    let places = target.indices.flatMap { index -> [(Int, Range<String.Index>)] in
      guard case .text(let text) = target[index], !inner.isEmpty else { return [] }
      return text.ranges(of: inner).map { (index, $0) }
    }
    guard let (index, range) = places.first, places.count == 1,
      case .text(let text) = target[index], inner.contains(where: { !$0.isWhitespace })
    else { return false }
    target.replaceSubrange(
      index...index,
      with: [
        .text(String(text[..<range.lowerBound])), .code(opening), .text(inner), .code(closing),
        .text(String(text[range.upperBound...])),
      ])
    return true
  }

  /// Orders closing codes that stand side by side by what they close.
  private mutating func uncross() {
    var open: [String] = []
    var index = 0
    while index < target.count {
      defer { index += 1 }
      guard case .code(let code) = target[index] else { continue }
      if code.position == .opening { open.append(code.id) }
      guard code.position == .closing, let wanted = open.popLast() else { continue }
      if code.id == wanted { continue }
      let run = target[index...].prefix { item in
        if case .code(let other) = item { other.position == .closing } else { false }
      }
      if let place = run.firstIndex(where: { item in
        if case .code(let other) = item { other.id == wanted } else { false }
      }) {
        target.swapAt(index, place)
      }
    }
  }
}
