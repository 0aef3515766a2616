import ArticleModel
import Linguistics

/// `double-space`: two spaces in a row where the source has none.
struct DoubleSpaceCheck: Check {
  static let rule = Rule("double-space", .warning, "Two spaces in a row.")

  func findings(in pair: SegmentPair) -> [Finding] {
    guard let place = Self.place(in: pair.targetText), Self.place(in: pair.sourceText) == nil
    else { return [] }
    return [
      pair.finding(Self.rule, "two spaces in a row; keep one", at: place, suggestion: " ")
    ]
  }

  /// The first run of spaces between words.
  private static func place(in text: CheckedText) -> Range<Int>? {
    let isSpace = text.prose.map { $0.isSpace && $0 != "\n" && $0 != "\r" }
    guard let first = isSpace.firstIndex(of: false), let last = isSpace.lastIndex(of: false) else {
      return nil
    }
    var start = first
    while start < last {
      if isSpace[start], isSpace[start + 1] {
        var end = start
        while isSpace[end] { end += 1 }
        return start..<end
      }
      start += 1
    }
    return nil
  }
}
