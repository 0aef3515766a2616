/// Why an interchange file could not be read or written at all.
public enum InterchangeError: Error, Equatable, CustomStringConvertible {
  /// The file has no content.
  case empty(file: String)
  /// The file is larger than the reader's limit, in bytes.
  case tooLarge(file: String, limit: Int)
  /// The document is another format, or a version that is not read.
  case unknownFormat(file: String, line: Int, found: String)
  /// Not well-formed before the first unit.
  case malformed(file: String, line: Int, message: String)
  /// The file holds a document type or an entity, which could reach beyond the file.
  case refused(file: String, line: Int, message: String)
  /// A file of SRX that is none, or does not hold together.
  case invalidRules(file: String, line: Int, message: String)
  /// The bundle cannot be expressed in the format.
  case unwritable(unit: String, message: String)

  /// What is wrong, where, and the remedy.
  public var description: String {
    switch self {
    case .empty(let file):
      "\(file): the file is empty; export it again"
    case .tooLarge(let file, let limit):
      "\(file): the file is larger than \(limit) bytes; split the bundle"
    case .unknownFormat(let file, let line, let found):
      "\(file):\(line): not a file that can be read here: \(found); save it as XLIFF 2.0 or 1.2"
    case .malformed(let file, let line, let message):
      "\(file):\(line): not well-formed XML: \(message); export it again"
    case .refused(let file, let line, let message):
      "\(file):\(line): refused: \(message); remove the document type and its entities"
    case .invalidRules(let file, let line, let message):
      "\(file):\(line): not usable as SRX: \(message)"
    case .unwritable(let unit, let message):
      "unit \(unit) cannot be written: \(message)"
    }
  }
}
