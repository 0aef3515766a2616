import Foundation

/// Reads `Words/*.txt`: a line a meaning, `meaning: word, phrase, …`; `#` opens a comment.
enum WordFile {
  /// The entries in the order of the file.
  static func read(_ name: String, in folder: URL) throws -> [(meaning: String, words: [String])] {
    let file = folder.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else {
        throw ExtractionError.badProfile(
          file: name, reason: "a line is `meaning: word, word`; this is not: \(line)")
      }
      let divider: Character = parts[1].contains(",") ? "," : " "
      let words = parts[1].split(separator: divider).map {
        String($0.drop { $0 == " " }).trimmingTrailingSpaces
      }
      return (String(parts[0]), words.filter { !$0.isEmpty })
    }
  }

  /// The folder of the word files.
  static var builtInFolder: URL {
    Bundle.module.bundleURL.appendingPathComponent("Words", isDirectory: true)
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
