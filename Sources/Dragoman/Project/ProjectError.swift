/// Why a run, or the work on one file, stops.
public enum ProjectError: Error, CustomStringConvertible {
  /// The folder holds no project yet.
  case noProject(folder: String)
  /// `dragoman.yaml` cannot be used.
  case configuration(path: String, line: Int?, problem: String)
  /// Another run works on the project.
  case locked(folder: String)
  /// The command was called in a way that makes no sense.
  case usage(String)
  /// A file that could not be read.
  case unreadable(path: String, reason: String)
  /// A file that could not be written.
  case unwritable(path: String, reason: String)

  /// What is wrong, where, and the remedy.
  public var description: String {
    switch self {
    case .noProject(let folder):
      "\(folder): no project here; run `dragoman extract PAGES` first, or name one with --project"
    case .configuration(let path, let line, let problem):
      line.map { "\(path):\($0): \(problem)" } ?? "\(path): \(problem)"
    case .locked(let folder):
      "\(folder): another dragoman is at work here; wait until it is done"
    case .usage(let problem): problem
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .unwritable(let path, let reason): "\(path): cannot be written: \(reason)"
    }
  }

  /// The exit code of a command that ends with this: 2 wrong usage or configuration, 3 a file.
  public var exitCode: Int32 {
    switch self {
    case .noProject, .configuration, .locked, .usage: 2
    case .unreadable, .unwritable: 3
    }
  }
}
