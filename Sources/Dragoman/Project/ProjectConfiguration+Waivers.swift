package import ArticleModel

extension ProjectConfiguration {
  /// Whether the project has decided to live with a finding.
  package func waives(_ finding: Finding) -> Bool {
    waivers.contains { $0.rule == finding.rule && ($0.unit == nil || $0.unit == finding.unit) }
  }
}
