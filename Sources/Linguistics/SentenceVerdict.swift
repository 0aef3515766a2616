/// What was decided at a candidate, and by which rule.
struct SentenceVerdict {
  let ends: Bool
  let rule: SegmentationRule

  static func ends(_ rule: SegmentationRule) -> SentenceVerdict {
    SentenceVerdict(ends: true, rule: rule)
  }

  static func goesOn(_ rule: SegmentationRule) -> SentenceVerdict {
    SentenceVerdict(ends: false, rule: rule)
  }
}
