import Foundation

/// Reads `Words/*.txt`: a line a meaning, `meaning: word, phrase, …`; `#` opens a comment.
enum WordFile {
  /// The entries in the order of the file.
  static func read(_ name: String, in folder: URL) throws -> [(meaning: String, words: [String])] {
    let file = folder.appendingPathComponent(name)
    // Bytes, not characters: the files are read at every start.
    let text = [UInt8](try Data(contentsOf: file))
    return try text.split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }.map { line in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        let line = String(decoding: line, as: UTF8.self)
        throw ExtractionError.badProfile(
          file: name, reason: "a line is `meaning: word, word`; this is not: \(line)")
      }
      let list = line[(colon + 1)...]
      let divider = UInt8(ascii: list.contains(UInt8(ascii: ",")) ? "," : " ")
      let words = list.split(separator: divider).map {
        String(decoding: trimmed($0), as: UTF8.self)
      }
      return (String(decoding: line[..<colon], as: UTF8.self), words.filter { !$0.isEmpty })
    }
  }

  private static func trimmed(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var word = word.drop { $0 == 0x20 }
    while word.last == 0x20 { word.removeLast() }
    return word
  }

  /// The folder of the word files.
  static var builtInFolder: URL {
    Bundle.module.bundleURL.appendingPathComponent("Words", isDirectory: true)
  }
}
