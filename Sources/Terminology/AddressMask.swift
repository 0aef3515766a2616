/// The web and mail addresses of a text, in which no term counts.
enum AddressMask {
  static func ranges(in text: String) -> [Range<String.Index>] {
    guard text.utf8.contains(where: { $0 == 0x40 || $0 == 0x2F || $0 == 0x2E }) else { return [] }
    var ranges: [Range<String.Index>] = []
    for run in text.split(whereSeparator: { $0.isWhitespace || !$0.isASCII }) {
      let isDomain =
        run.contains(".") && !run.hasSuffix(".")
        && run.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
          !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "/" }
        } && run.contains(where: \.isLowercase)
      if run.contains("://") || run.contains("@") || run.hasPrefix("www.") || isDomain {
        ranges.append(run.startIndex..<run.endIndex)
      }
    }
    return ranges
  }
}
