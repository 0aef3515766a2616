/// What the glossary says of a term (ISO 30042, administrative status).
public enum TermStatus: String, Sendable, Codable {
  case preferred, admitted, forbidden
}
