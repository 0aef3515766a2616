/// How far a segment's translation has come (XLIFF 2.1, section 4.3.1.30).
public enum UnitState: String, Sendable, Codable, CaseIterable, Comparable {
  case initial, translated, reviewed, final

  /// Orders by rank, the least first.
  public static func < (left: UnitState, right: UnitState) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .initial: 0
    case .translated: 1
    case .reviewed: 2
    case .final: 3
    }
  }
}
