import ArticleModel

/// The states of XLIFF 1.2 (section 2.3, `state`) and those of XLIFF 2.
enum XLIFF1State {
  /// Marks a sub-state that is a state of XLIFF 1.2.
  static let prefix = "xlf12:"

  static func state(_ text: String) -> UnitState {
    switch text {
    case "translated", "needs-review-translation", "needs-review-l10n", "needs-review-adaptation":
      .translated
    case "signed-off": .reviewed
    case "final": .final
    default: .initial
    }
  }

  static func text(_ state: UnitState) -> String {
    switch state {
    case .initial: "needs-translation"
    case .translated: "translated"
    case .reviewed: "signed-off"
    case .final: "final"
    }
  }

  /// What keeps a state that the table does not lead back to.
  static func subState(_ text: String, for state: UnitState) -> String? {
    self.text(state) == text || !NameToken.isValid(text) ? nil : prefix + text
  }

  /// The state to write.
  static func text(_ segment: Segment) -> String {
    if let subState = segment.subState, subState.hasPrefix(prefix) {
      let text = String(subState.dropFirst(prefix.count))
      if state(text) == segment.state || (segment.state == .final && text != "final") {
        return text
      }
    }
    return text(segment.state)
  }
}
