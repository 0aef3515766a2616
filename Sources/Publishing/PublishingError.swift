/// Why pages cannot be made.
public enum PublishingError: Error, CustomStringConvertible {
  /// A template is missing or cannot be read.
  case template(name: String, reason: String)

  /// What is wrong, where, and the remedy.
  public var description: String {
    switch self {
    case .template(let name, let reason):
      "Locales/templates/\(name): \(reason); mend it, or take it out to use the built-in one"
    }
  }
}
