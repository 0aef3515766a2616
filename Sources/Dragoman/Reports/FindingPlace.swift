import ArticleModel

/// A finding's target cut at the place that the finding is about.
struct FindingPlace {
  var before: String
  var marked: String
  var after: String

  /// `nil` when the finding has no place, or its text is not the one that the place counts.
  init?(_ finding: Finding) {
    guard let target = finding.target, let range = finding.range, range.lowerBound >= 0 else {
      return nil
    }
    let scalars = target.unicodeScalars
    guard
      let start = scalars.index(
        scalars.startIndex, offsetBy: range.lowerBound, limitedBy: scalars.endIndex),
      let end = scalars.index(start, offsetBy: range.count, limitedBy: scalars.endIndex)
    else { return nil }
    before = String(scalars[..<start])
    marked = String(scalars[start..<end])
    after = String(scalars[end...])
  }

  /// A few words around the place.
  func excerpt(_ count: Int = 30, open: String, close: String) -> String {
    let head = before.count > count ? "…" + before.suffix(count) : before
    let tail = after.count > count ? after.prefix(count) + "…" : after
    return head + open + marked + close + tail
  }
}
