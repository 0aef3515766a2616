import Markup

extension ArticleDraft {
  /// What was kept and what was cut around it, and why, a line each.
  func explanation(
    of kept: [Int], _ features: LineFeatures, scores: [Float], _ regions: Regions
  ) -> [String] {
    let texts = outline.lines.indices.filter { !outline.lines[$0].isImage }
    let isKept = Set(kept)
    var result = [
      "generic extractor: \(texts.count { isKept.contains($0) }) of \(texts.count) lines",
      "candidates: by looks \(regions.run.count) lines, by paragraphs \(regions.paragraphs.count), "
        + "by names \(regions.named.count)",
    ]
    guard let first = kept.first, let last = kept.last else { return result }
    // The rest of the page is menus; what is cut near the text is what one wants to check.
    for index in texts where index >= first - 8 && index <= last + 8 && !isKept.contains(index) {
      let text = outline.string(index)
      let reason = reason(index, features, scores[index])
      result.append("cut: \(text.prefix(60))\(text.count > 60 ? "…" : "") (\(reason))")
    }
    return result
  }

  private func reason(_ index: Int, _ features: LineFeatures, _ score: Float) -> String {
    let text = features.texts[index]
    let container = outline.containers[outline.lines[index].container]
    var reasons: [String] = []
    if index == titleLine { return "the title" }
    for kind in LineWords.Kind.allCases where text.found[kind.rawValue] > 0 {
      reasons.append("\(kind) words")
    }
    if text.linkShare > 0.5 { reasons.append("mostly links") }
    let foreign: ContainerWords = [
      .comment, .footer, .side, .related, .share, .navigation, .advertisement, .form, .tags,
    ]
    let named = container.inherited.intersection(foreign)
    for (bit, name) in ContainerWords.names.enumerated()
    where named.contains(ContainerWords(rawValue: 1 << UInt32(bit))) {
      reasons.append("in an element called \(name)")
    }
    if reasons.isEmpty { reasons.append("unlike the text around it") }
    let tenths = Int((score * 10).rounded())
    return reasons.joined(separator: ", ")
      + ", score \(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
