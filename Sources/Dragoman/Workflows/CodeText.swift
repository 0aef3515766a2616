import ArticleModel

/// Reads the markup of codes that a tool has written into a translation as plain text.
enum CodeText {
  /// The translation with codes of its source in the place of their markup.
  ///
  /// A closing half is that of the innermost open pair with this markup; what stands in the source
  /// as text is text.
  static func restored(_ target: [Inline], source: [Inline]) -> [Inline] {
    let plain = source.textOnly
    var left = source.codes.filter { code in
      !code.data.isEmpty && !plain.contains(code.data)
        && !target.codes.contains { $0.id == code.id && $0.position == code.position }
    }
    guard !left.isEmpty else { return target }
    var open: [String] = []
    var result: [Inline] = []
    for item in target {
      guard case .text(let text) = item else {
        result.append(item)
        continue
      }
      var rest = text[...]
      var run = ""
      while let next = rest.first {
        guard next == "<" || next == "&" || next == "{" || next == "[",
          let place = place(of: rest, in: left, open: open)
        else {
          run.append(rest.removeFirst())
          continue
        }
        let code = left.remove(at: place)
        if code.position == .opening { open.append(code.id) }
        if code.position == .closing { open.removeAll { $0 == code.id } }
        result += [.text(run), .code(code)]
        run = ""
        rest = rest.dropFirst(code.data.count)
      }
      result.append(.text(run))
    }
    return result.normalized
  }

  private static func place(
    of text: Substring, in codes: [InlineCode], open: [String]
  ) -> Int? {
    let fitting = codes.indices.filter { text.hasPrefix(codes[$0].data) }
    let innermost = fitting.filter { codes[$0].position == .closing }.max { left, right in
      (open.lastIndex(of: codes[left].id) ?? -1) < (open.lastIndex(of: codes[right].id) ?? -1)
    }
    return innermost ?? fitting.first
  }
}
