import ArticleModel
import LocaleData

/// The words after which a full stop does not end a sentence: `Locales/<tag>/abbreviations.txt`.
struct SegmentationExceptions: Sendable {
  /// What a full stop after the word means.
  enum Class: String, CaseIterable {
    /// The sentence goes on.
    case never
    /// The sentence goes on when a number follows.
    case beforeNumber = "before-number"
    /// The sentence ends when the next word is one that begins sentences.
    case mayEnd = "may-end"
  }

  private var classes: [String: Class] = [:]
  private var starters: Set<String> = []

  init(locale: LocaleTag, data: LocaleData) throws(LinguisticsError) {
    let path = "\(locale)/abbreviations.txt"
    var current: Class?
    for (number, line) in Self.lines(data.text(path)) {
      if line.hasPrefix("[") {
        guard let found = Class(rawValue: line.trimmed("[]")) else {
          let known = Class.allCases.map { "[\($0.rawValue)]" }.joined(separator: ", ")
          throw .data(path: path, line: number, problem: "\(line) is none of \(known)")
        }
        current = found
      } else if let current {
        for word in line.split(separator: " ") { classes[String(word)] = current }
      } else {
        throw .data(path: path, line: number, problem: "a word before the first [class]")
      }
    }
    for (_, line) in Self.lines(data.text("\(locale)/starters.txt")) {
      starters.formUnion(line.split(separator: " ").map(String.init))
    }
  }

  func `class`(of word: String) -> Class? { classes[word] ?? classes[word.lowercased()] }

  func isStarter(_ word: String) -> Bool { starters.contains(word) }

  private static func lines(_ text: String?) -> [(Int, String)] {
    (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : (index + 1, words.joined(separator: " "))
      }
  }
}

extension String {
  fileprivate func trimmed(_ characters: String) -> String {
    String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
  }
}
