public import ArticleModel

/// A finding that someone has decided to live with.
public struct WaivedFinding: Sendable, Equatable {
  /// The finding.
  public var finding: Finding
  /// Why it is waived.
  public var reason: String
}

extension ProjectConfiguration {
  /// Whether the project has decided to live with a finding.
  package func waives(_ finding: Finding) -> Bool { reason(toWaive: finding, []) != nil }

  /// The findings as the project reports them: at its severities, without those that it waives.
  ///
  /// - Parameters:
  ///   - findings: What the checks say.
  ///   - unitWaivers: What the unit's own notes waive.
  /// - Returns: What is reported, and what is waived with its reason.
  package func judged(
    _ findings: [Finding], unitWaivers: [Waiver] = []
  ) -> (reported: [Finding], waived: [WaivedFinding]) {
    var reported: [Finding] = []
    var waived: [WaivedFinding] = []
    for var finding in findings {
      switch severity[finding.rule] {
      case .off: continue
      case .error: finding.severity = .error
      case .warning: finding.severity = .warning
      case .information: finding.severity = .information
      case nil: break
      }
      if let reason = reason(toWaive: finding, unitWaivers) {
        waived.append(WaivedFinding(finding: finding, reason: reason))
      } else {
        reported.append(finding)
      }
    }
    return (reported, waived)
  }

  private func reason(toWaive finding: Finding, _ unitWaivers: [Waiver]) -> String? {
    (waivers + unitWaivers).first {
      $0.rule == finding.rule && ($0.unit == nil || $0.unit == finding.unit)
    }?.reason
  }
}

extension TranslationUnit {
  /// The category of a note that waives a rule for its unit.
  package static let waiverCategory = "waiver"

  /// What the unit's notes waive: a note of the category `waiver` says `rule: reason`.
  package var waivers: [ProjectConfiguration.Waiver] {
    notes.compactMap { note in
      guard note.category == Self.waiverCategory, let colon = note.text.firstIndex(of: ":") else {
        return nil
      }
      let reason = note.text[colon...].dropFirst().drop(while: \.isWhitespace)
      guard !reason.isEmpty else { return nil }
      return ProjectConfiguration.Waiver(
        rule: String(note.text[..<colon]), unit: id, reason: String(reason))
    }
  }
}
