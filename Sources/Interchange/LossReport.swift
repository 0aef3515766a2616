import ArticleModel

/// What a conversion leaves out, each kind once with its first line and how often it occurs.
struct LossReport {
  /// One thing that the target cannot hold.
  struct Loss {
    var rule: String
    var message: String
    var line: Int

    static func module(_ namespace: String, line: Int) -> Loss {
      let name = XLIFFNamespace.prefixes[namespace] ?? namespace
      return Loss(rule: "lost-\(name)", message: "what is in \(name) is left out", line: line)
    }
  }

  private var losses: [String: (loss: Loss, count: Int)] = [:]

  mutating func add(_ loss: Loss) {
    losses[loss.rule + loss.message, default: (loss, 0)].count += 1
  }

  func findings(file: String) -> [Finding] {
    losses.values.sorted { ($0.loss.line, $0.loss.rule) < ($1.loss.line, $1.loss.rule) }.map {
      let times = $0.count > 1 ? " (\($0.count) times)" : ""
      return Finding(
        rule: $0.loss.rule, severity: .warning, message: $0.loss.message + times, file: file,
        line: $0.loss.line)
    }
  }
}
