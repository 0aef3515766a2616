/// A glossary that cannot be used.
public enum GlossaryError: Error, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(file: String)
  /// A line is not as the format says.
  case malformed(file: String, line: Int, problem: String)

  /// What is wrong, where, and the remedy.
  public var description: String {
    switch self {
    case .unreadable(let file): "\(file): cannot be read; check the name and its permissions"
    case .malformed(let file, let line, let problem): "\(file):\(line): \(problem)"
    }
  }
}
