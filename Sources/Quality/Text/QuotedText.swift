/// What is quoted, in brackets or a title, and may stay as it is.
enum QuotedText {
  /// Whether each character is outside of quotation marks, brackets and titles.
  static func outside(_ text: CheckedText) -> [Bool] {
    var depth = 0
    var isStraight = false
    return text.prose.map { scalar in
      switch scalar {
      case "“", "«", "「", "『", "《", "(", "（", "[", "【", "„": depth += 1
      case "”", "»", "」", "』", "》", ")", "）", "]", "】": depth = max(0, depth - 1)
      case "\"": isStraight.toggle()
      default: break
      }
      return depth == 0 && !isStraight
    }
  }
}
