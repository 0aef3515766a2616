import ArticleModel

/// The findings for a person at a terminal: what to do, and the place between its neighbours.
enum TextReport {
  static func text(of report: CheckWorkflow.Report) -> String {
    var text = ""
    for finding in report.findings {
      text += "\(finding.text) (\(finding.severity.rawValue))\n"
      if let place = FindingPlace(finding) {
        let excerpt = place.excerpt(open: "▶", close: "◀")
        text += "    " + excerpt.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
      }
    }
    return text
  }
}
