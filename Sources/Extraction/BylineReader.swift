import Foundation

/// Reads the names of writer and source in the lines by the title, for pages whose head has none.
struct BylineReader: Sendable {
  /// What goes before a name, longer ones first.
  private let authors: [String]
  private let sources: [String]

  init(folder: URL = WordFile.builtInFolder) throws {
    var lists: [String: [String]] = [:]
    for (meaning, words) in try WordFile.read("bylines.txt", in: folder) {
      lists[meaning] = words.sorted { $0.utf8.count > $1.utf8.count }
    }
    authors = lists["author"] ?? []
    sources = lists["source"] ?? []
  }

  /// The writer that the line names; nil when it names none.
  func author(in line: String) -> String? {
    guard let name = name(in: line, after: authors), !name.isLonger(than: 6) else { return nil }
    return name
  }

  /// The paper or agency that the line names.
  func source(in line: String) -> String? { name(in: line, after: sources, withColonOnly: true) }

  private func name(
    in line: String, after words: [String], withColonOnly: Bool = false
  ) -> String? {
    let lower = line.lowercased()
    // Lower case may be of another length only in letters that no name here has.
    guard lower.utf8.count == line.utf8.count else { return nil }
    let bytes = Array(lower.utf8)
    let colons = Self.colons(in: bytes)
    if withColonOnly, colons.isEmpty { return nil }
    for word in words {
      for colon in colons
      where bytes[..<colon.lowerBound].reversed().starts(with: word.utf8.reversed()) {
        let index = lower.utf8.index(lower.startIndex, offsetBy: colon.upperBound)
        return name(at: index, of: lower, in: line)
      }
      if !withColonOnly, lower.hasPrefix(word + " ") {
        let name = name(
          at: lower.index(lower.startIndex, offsetBy: word.count + 1), of: lower, in: line)
        // By Jane Doe, but not: by the way.
        if let name, name.first?.isUppercase == true { return name }
      }
    }
    return nil
  }

  /// Where the colons are, each with a space before it.
  private static func colons(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.indices.compactMap { index in
      let isWide = bytes[index...].starts(with: [0xEF, 0xBC, 0x9A])
      guard isWide || bytes[index] == 0x3A else { return nil }
      let start = index > 0 && bytes[index - 1] == 0x20 ? index - 1 : index
      return start..<(index + (isWide ? 3 : 1))
    }
  }

  private func name(at index: String.Index, of lower: String, in line: String) -> String? {
    let offset = lower.utf8.distance(from: lower.startIndex, to: index)
    let rest = line.utf8.dropFirst(offset)
    let text = String(decoding: rest, as: UTF8.self).drop { $0.isWhitespace }
    let name = text.prefix { !"|,，·•()（）[]【】/<>\n".contains($0) && !$0.isNumber }
    let words = name.split(whereSeparator: \.isWhitespace)
    // In Chinese the next fact follows after a space.
    let isChinese = name.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
    let result = isChinese ? words.first.map(String.init) : words.joined(separator: " ")
    guard let result, (2...60).contains(result.count) else { return nil }
    return result
  }
}

extension String {
  fileprivate func isLonger(than words: Int) -> Bool {
    split(separator: " ").count > words
  }
}
