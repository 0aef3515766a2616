import ArticleModel
import LocaleData
import Markup
import Publishing

/// A page with nothing outside of it: the segments with findings side by side, the places marked.
enum HTMLReport {
  static func text(of report: CheckWorkflow.Report, data: LocaleData = LocaleData()) -> String {
    let count = report.findings.count
    var html = "<h1>\(count) findings in \(report.segments) segments</h1>\n"
    for failure in report.failures { html += "<p class=\"error\">\(escaped(failure))</p>\n" }
    html += summary(report)
    var file: String?
    for group in groups(report.findings) {
      if group[0].file != file {
        file = group[0].file
        html += "<h2>\(escaped(file ?? ""))</h2>\n"
      }
      html += section(group)
    }
    html += waived(report.waived)
    return StandalonePage.html(
      title: "dragoman check: \(count) findings", language: "en", style: "report.css", data: data,
      body: html)
  }

  private static func summary(_ report: CheckWorkflow.Report) -> String {
    var counts: [String: Int] = [:]
    for finding in report.findings { counts[finding.rule, default: 0] += 1 }
    guard !counts.isEmpty else { return "<p>Nothing to do.</p>\n" }
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      "<tr><td>\(escaped($0.key))</td><td>\($0.value)</td></tr>\n"
    }
    return "<table>\n<tr><th>rule</th><th>findings</th></tr>\n\(rows.joined())</table>\n"
  }

  /// Findings of the same segment stand together, in the order of the report.
  private static func groups(_ findings: [Finding]) -> [[Finding]] {
    var groups: [[Finding]] = []
    var places: [[String?]: Int] = [:]
    for finding in findings {
      let key = [finding.file, finding.unit, finding.target]
      if let place = places[key] {
        groups[place].append(finding)
      } else {
        places[key] = groups.count
        groups.append([finding])
      }
    }
    return groups
  }

  private static func section(_ findings: [Finding]) -> String {
    let first = findings[0]
    var html = "<section>\n<code>\(escaped(first.unit ?? ""))</code>\n<div class=\"pair\">\n"
    html += "<p dir=\"auto\">\(escaped(first.source ?? ""))</p>\n"
    html += "<p dir=\"auto\">\(marked(first.target ?? "", findings))</p>\n</div>\n<ul>\n"
    for finding in findings {
      html += "<li class=\"\(finding.severity.rawValue)\"><b>\(escaped(finding.rule))</b> "
      html += escaped(finding.message) + "</li>\n"
    }
    return html + "</ul>\n</section>\n"
  }

  /// The target with every place marked; places that overlap are one mark.
  private static func marked(_ target: String, _ findings: [Finding]) -> String {
    let scalars = Array(target.unicodeScalars)
    var isMarked = [Bool](repeating: false, count: scalars.count)
    for range in findings.compactMap(\.range) {
      for place in range.clamped(to: 0..<scalars.count) { isMarked[place] = true }
    }
    var html = ""
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, isMarked[end] == isMarked[start] { end += 1 }
      var run = ""
      run.unicodeScalars.append(contentsOf: scalars[start..<end])
      html += isMarked[start] ? "<mark>\(escaped(run))</mark>" : escaped(run)
      start = end
    }
    return html
  }

  private static func waived(_ findings: [WaivedFinding]) -> String {
    guard !findings.isEmpty else { return "" }
    let rows = findings.map { item in
      "<li><code>\(escaped(item.finding.unit ?? ""))</code> <b>\(escaped(item.finding.rule))</b> "
        + escaped(item.reason) + "</li>\n"
    }
    return "<h2>Waived</h2>\n<ul>\n\(rows.joined())</ul>\n"
  }

  private static func escaped(_ text: String) -> String { HTMLEscape.text(text) }
}
