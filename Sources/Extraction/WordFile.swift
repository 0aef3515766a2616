import Foundation

/// Reads `Words/*.txt`: a line a meaning, `meaning: word, phrase, …`; `#` opens a comment.
enum WordFile {
  /// The entries in the order of the file; words without commas are divided by spaces.
  static func read(_ name: String, in folder: URL) throws -> [(meaning: String, words: [String])] {
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    return try bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
          throw ExtractionError.badProfile(
            file: name,
            reason: "a line is `meaning: word, word`; this is not: "
              + String(decoding: line, as: UTF8.self))
        }
        let list = line[(colon + 1)...]
        let divider = UInt8(ascii: list.contains(UInt8(ascii: ",")) ? "," : " ")
        let words = list.split(separator: divider).map(trimmed).filter { !$0.isEmpty }
        return (text(line[..<colon]), words.map(text))
      }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result = bytes.drop { $0 == 0x20 }
    while result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The folder of the word files.
  static var builtInFolder: URL {
    Bundle.module.bundleURL.appendingPathComponent("Words", isDirectory: true)
  }
}
