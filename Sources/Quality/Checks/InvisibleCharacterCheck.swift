import ArticleModel

/// `invisible-character`: a control or format character that nobody sees, and the source lacks.
struct InvisibleCharacterCheck: Check {
  static let rule = Rule("invisible-character", .warning, "A character that nobody sees.")

  func findings(in pair: SegmentPair) -> [Finding] {
    let text = pair.targetText
    guard !pair.sourceText.prose.contains(where: Self.isInvisible),
      let place = text.prose.firstIndex(where: Self.isInvisible)
    else { return [] }
    let code = String(text.prose[place].value, radix: 16, uppercase: true)
    return [
      pair.finding(
        Self.rule, "an invisible character (U+\(code)); take it out", at: place..<(place + 1),
        suggestion: "")
    ]
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFFFD:
      true
    default: false
    }
  }
}
