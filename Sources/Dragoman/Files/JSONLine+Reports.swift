public import ArticleModel

extension Finding {
  /// One line for people: `file:line: rule: message`, with the unit where no line is known.
  public var text: String {
    let inside = line.map(String.init) ?? unit.map { $0 + (segment.map { "/" + $0 } ?? "") }
    let place = [file, inside].compactMap { $0 }.joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + "\(rule): \(message)"
  }

  /// One line of JSON: the contract of `check --json`.
  public var jsonLine: String { json.text }

  fileprivate var json: JSONLine {
    var json = JSONLine()
    json.add("file", file)
    if let line { json.add("line", line) }
    json.add("unit", unit)
    json.add("segment", segment)
    json.add("rule", rule)
    json.add("severity", severity.rawValue)
    json.add("message", message)
    json.add("source", source)
    json.add("target", target)
    if let range {
      json.add("start", range.lowerBound)
      json.add("end", range.upperBound)
    }
    if let suggestion { json.add("suggestion", suggestion) }
    return json
  }
}

extension UnitVerdict {
  /// One line of JSON.
  public var jsonLine: String {
    var json = JSONLine()
    json.add("file", file)
    json.add("article", article)
    json.add("locale", locale.identifier)
    json.add("unit", unit)
    json.add("verdict", kind.rawValue)
    json.add("reason", reason)
    json.add("findings", findings.map(\.json))
    return json.text
  }
}

extension StatusWorkflow.Cell {
  /// One line of JSON.
  public var jsonLine: String {
    var json = JSONLine()
    json.add("article", article)
    json.add("locale", locale.identifier)
    json.add("progress", progress.description)
    json.add("openWords", openWords)
    return json.text
  }
}

extension GenerateWorkflow.Report {
  /// A line of JSON for every file, then one for every page that was held back.
  public var jsonLines: [String] {
    files.map { file in
      var json = JSONLine()
      json.add("file", file)
      return json.text
    }
      + withheld.map { page in
        var json = JSONLine()
        json.add("article", page.article)
        json.add("locale", page.locale.identifier)
        json.add("untranslated", page.open)
        return json.text
      }
  }
}

extension ExtractWorkflow.PageReport {
  /// One line of JSON.
  public var jsonLine: String {
    var json = JSONLine()
    json.add("file", file)
    json.add("article", article)
    json.add("units", units)
    json.add("error", failure)
    json.add("findings", findings.map(\.json))
    json.add("explanation", explanation)
    return json.text
  }
}
