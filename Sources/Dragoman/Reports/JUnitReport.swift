import ArticleModel
import Markup

/// JUnit XML as build servers read it: a suite a file, a case a unit with findings.
///
/// Errors and warnings are failures; a waived finding is a skipped case, with its reason.
enum JUnitReport {
  static func text(of report: CheckWorkflow.Report) -> String {
    var xml = XMLWriter()
    let failing = report.findings.filter { $0.severity > .information }
    xml.start(
      "testsuites",
      [
        ("name", "dragoman check"), ("tests", "\(cases(report).count)"),
        ("failures", "\(failing.count)"), ("errors", "\(report.failures.count)"),
      ])
    for file in report.files {
      let findings = failing.filter { $0.file == file.name }
      let waived = report.waived.filter { $0.finding.file == file.name }
      xml.start(
        "testsuite",
        [
          ("name", file.name), ("tests", "\(max(file.segments, findings.count + waived.count))"),
          ("failures", "\(findings.count)"), ("errors", "0"), ("skipped", "\(waived.count)"),
        ])
      for finding in findings {
        xml.start("testcase", attributes(of: finding))
        xml.start("failure", [("message", finding.message), ("type", finding.rule)])
        xml.text(body(finding))
        xml.end()
        xml.end()
      }
      for item in waived {
        xml.start("testcase", attributes(of: item.finding))
        xml.start("skipped", [("message", item.reason)])
        xml.end()
        xml.end()
      }
      if findings.isEmpty, waived.isEmpty {
        xml.start("testcase", [("name", "all segments"), ("classname", file.name)])
        xml.end()
      }
      xml.end()
    }
    broken(report.failures, &xml)
    xml.end()
    return String(decoding: xml.bytes, as: UTF8.self) + "\n"
  }

  private static func cases(_ report: CheckWorkflow.Report) -> [Finding] {
    report.findings.filter { $0.severity > .information } + report.waived.map(\.finding)
  }

  private static func broken(_ failures: [String], _ xml: inout XMLWriter) {
    guard !failures.isEmpty else { return }
    xml.start("testsuite", [("name", "reading"), ("errors", "\(failures.count)")])
    for failure in failures {
      xml.start("testcase", [("name", failure), ("classname", "reading")])
      xml.start("error", [("message", failure), ("type", "unreadable")])
      xml.end()
      xml.end()
    }
    xml.end()
  }

  private static func attributes(of finding: Finding) -> [(String, String?)] {
    let unit = [finding.unit, finding.segment].compactMap { $0 }.joined(separator: "/")
    return [("name", "\(unit) \(finding.rule)"), ("classname", finding.file)]
  }

  private static func body(_ finding: Finding) -> String {
    var lines = [finding.source.map { "source: \($0)" }, finding.target.map { "target: \($0)" }]
    lines.append(finding.suggestion.map { "write: \($0)" })
    return lines.compactMap { $0 }.joined(separator: "\n")
  }
}
