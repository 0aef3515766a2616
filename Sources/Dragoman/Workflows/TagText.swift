import ArticleModel

/// Reads the tags that OmegaT writes for codes into its memories: `<b0>`, `</b0>`, `<f1/>` as text.
enum TagText {
  /// Both texts with codes in the place of tags, when the tags of both are the same and whole.
  static func restored(
    source: [Inline], target: [Inline]
  ) -> (source: [Inline], target: [Inline]) {
    let left = codes(in: source)
    let right = codes(in: target)
    guard !left.codes.isEmpty, isWhole(left.codes),
      Set(left.codes) == Set(right.codes), left.codes.count == right.codes.count
    else { return (source, target) }
    return (left, right)
  }

  private static func codes(in content: [Inline]) -> [Inline] {
    content.flatMap { item in
      if case .text(let text) = item { codes(in: text) } else { [item] }
    }.normalized
  }

  private static func codes(in text: String) -> [Inline] {
    var result: [Inline] = []
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      let before = rest[..<start]
      guard let tag = tag(at: rest[start...]) else {
        let next = rest.index(after: start)
        result.append(.text(String(Substring(rest[..<next]))))
        rest = rest[next...]
        continue
      }
      result += [.text(String(Substring(before))), .code(tag.code)]
      rest = rest[tag.end...]
    }
    result.append(.text(String(Substring(rest))))
    return result
  }

  /// The tag that a text begins with: letters and a number.
  private static func tag(
    at text: Substring.UTF8View
  ) -> (code: InlineCode, end: Substring.UTF8View.Index)? {
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    var name = text[text.index(after: text.startIndex)..<end]
    let isClosing = name.first == UInt8(ascii: "/")
    if isClosing { name.removeFirst() }
    let isAlone = name.last == UInt8(ascii: "/")
    if isAlone { name.removeLast() }
    let letters = name.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    let digits = name[letters.endIndex...]
    guard !letters.isEmpty, !digits.isEmpty, !(isClosing && isAlone),
      digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    let code = InlineCode(
      id: String(Substring(name)),
      position: isAlone ? .standalone : isClosing ? .closing : .opening, kind: .other, data: "")
    return (code, text.index(after: end))
  }

  /// Whether each pair is opened once and closed once after it, and nothing else stands twice.
  private static func isWhole(_ codes: [InlineCode]) -> Bool {
    guard Set(codes).count == codes.count else { return false }
    for (place, code) in codes.enumerated() where code.position == .closing {
      let isOpen = codes[..<place].contains { $0.id == code.id && $0.position == .opening }
      if !isOpen { return false }
    }
    return codes.count { $0.position == .opening } == codes.count { $0.position == .closing }
  }
}
