import ArticleModel
import Quality

/// SARIF 2.1.0 (OASIS Standard, 27 March 2020): one run, a result for every finding.
enum SARIFReport {
  static func text(of report: CheckWorkflow.Report) -> String {
    var driver = JSONLine()
    driver.add("name", "dragoman")
    driver.add("rules", Rule.all.map(rule))
    var tool = JSONLine()
    tool.add("driver", driver)
    var run = JSONLine()
    run.add("tool", tool)
    run.add("columnKind", "unicodeCodePoints")
    run.add("invocations", [invocation(report)])
    run.add(
      "results",
      report.findings.map { result($0, reason: nil) }
        + report.waived.map { result($0.finding, reason: $0.reason) })
    var log = JSONLine()
    log.add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    log.add("version", "2.1.0")
    log.add("runs", [run])
    return log.text + "\n"
  }

  private static func rule(_ rule: Rule) -> JSONLine {
    var json = JSONLine()
    json.add("id", rule.id)
    json.add("shortDescription", message(rule.summary))
    var configuration = JSONLine()
    configuration.add("level", level(rule.severity))
    json.add("defaultConfiguration", configuration)
    return json
  }

  /// Files that could not be read are notifications of the run (section 3.20).
  private static func invocation(_ report: CheckWorkflow.Report) -> JSONLine {
    var json = JSONLine()
    json.add("executionSuccessful", report.failures.isEmpty)
    json.add(
      "toolExecutionNotifications",
      report.failures.map { failure in
        var notification = JSONLine()
        notification.add("level", "error")
        notification.add("message", message(failure))
        return notification
      })
    return json
  }

  private static func result(_ finding: Finding, reason: String?) -> JSONLine {
    var json = JSONLine()
    json.add("ruleId", finding.rule)
    if let index = Rule.all.firstIndex(where: { $0.id == finding.rule }) {
      json.add("ruleIndex", index)
    }
    json.add("level", level(finding.severity))
    json.add("message", message(finding.message))
    json.add("locations", [location(finding)])
    if let reason {
      var suppression = JSONLine()
      suppression.add("kind", "external")
      suppression.add("justification", reason)
      json.add("suppressions", [suppression])
    }
    var properties = JSONLine()
    properties.add("source", finding.source)
    properties.add("target", finding.target)
    if let range = finding.range {
      properties.add("start", range.lowerBound)
      properties.add("end", range.upperBound)
    }
    if let suggestion = finding.suggestion { properties.add("suggestion", suggestion) }
    json.add("properties", properties)
    return json
  }

  /// The unit is a logical location: it has no line of its own in most files.
  private static func location(_ finding: Finding) -> JSONLine {
    var json = JSONLine()
    if let file = finding.file {
      var artifact = JSONLine()
      artifact.add("uri", uri(file))
      var physical = JSONLine()
      physical.add("artifactLocation", artifact)
      if let line = finding.line {
        var region = JSONLine()
        region.add("startLine", line)
        physical.add("region", region)
      }
      json.add("physicalLocation", physical)
    }
    if let unit = finding.unit {
      var logical = JSONLine()
      logical.add("name", unit)
      logical.add("fullyQualifiedName", unit + (finding.segment.map { "/" + $0 } ?? ""))
      logical.add("kind", "element")
      json.add("logicalLocations", [logical])
    }
    return json
  }

  private static func message(_ text: String) -> JSONLine {
    var json = JSONLine()
    json.add("text", text)
    return json
  }

  private static func level(_ severity: Finding.Severity) -> String {
    switch severity {
    case .information: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// A path as a relative reference (RFC 3986, section 4.2).
  private static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~/".utf8.contains(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
