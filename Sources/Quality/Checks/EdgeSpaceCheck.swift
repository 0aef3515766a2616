import ArticleModel

/// `edge-space`: white space at an end of the translation that the source does not have.
struct EdgeSpaceCheck: Check {
  func findings(in pair: SegmentPair) -> [Finding] {
    let source = pair.source.textOnly
    let target = pair.target.textOnly
    guard !target.allSatisfy(\.isWhitespace) else { return [] }
    var findings: [Finding] = []
    if target.first?.isWhitespace == true, source.first?.isWhitespace == false {
      findings.append(
        pair.finding("edge-space", .warning, "white space before the text; take it out", at: 0..<1))
    }
    if target.last?.isWhitespace == true, source.last?.isWhitespace == false {
      let count = target.unicodeScalars.count
      findings.append(
        pair.finding(
          "edge-space", .warning, "white space after the text; take it out",
          at: (count - 1)..<count))
    }
    return findings
  }
}
