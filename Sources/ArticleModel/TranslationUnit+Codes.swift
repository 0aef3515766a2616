extension TranslationUnit {
  /// Puts the article's own codes in the place of those that a file brought, by identifier.
  ///
  /// What a file says a link leads to is not believed, and a file does not keep all of a code.
  public mutating func takeCodes(from content: [Inline]) {
    let own = Dictionary(
      content.codes.map { (CodeKey(id: $0.id, position: $0.position), $0) },
      uniquingKeysWith: { first, _ in first })
    func replaced(_ items: [Inline]) -> [Inline] {
      items.map { item in
        guard case .code(let code) = item else { return item }
        return .code(own[CodeKey(id: code.id, position: code.position)] ?? code)
      }
    }
    parts = parts.map { part in
      switch part {
      case .segment(var segment):
        segment.source = replaced(segment.source)
        segment.target = segment.target.map(replaced)
        return .segment(segment)
      case .ignorable(let source, let target):
        return .ignorable(source: replaced(source), target: target.map(replaced))
      }
    }
  }
}

private struct CodeKey: Hashable {
  var id: String
  var position: InlineCode.Position
}
