/// The forms that a report of the checks is written in.
public enum CheckFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// JSON Lines, a finding each.
  case json
  /// SARIF 2.1.0, which code hosts show beside the files.
  case sarif
  /// JUnit XML, which build servers read as test results.
  case junit
  /// A page for the editor: the segments side by side, the places marked.
  case html

  /// The report as text.
  ///
  /// - Parameter report: What was found.
  /// - Returns: The report, with a line feed at its end where it says anything.
  public func text(of report: CheckWorkflow.Report) -> String {
    switch self {
    case .text: TextReport.text(of: report)
    case .json: report.findings.map { $0.jsonLine + "\n" }.joined()
    case .sarif: SARIFReport.text(of: report)
    case .junit: JUnitReport.text(of: report)
    case .html: HTMLReport.text(of: report)
    }
  }
}
