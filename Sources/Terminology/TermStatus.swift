/// What the glossary says of a term (ISO 30042, administrative status).
public enum TermStatus: String, Sendable, Codable, CaseIterable {
  case preferred, admitted, forbidden

  /// The order from best to worst.
  var rank: Int {
    switch self {
    case .preferred: 0
    case .admitted: 1
    case .forbidden: 2
    }
  }
}
