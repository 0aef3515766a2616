import ArticleModel
import LocaleData

/// The words of a language that the rules need: `abbreviations.txt`, `starters.txt`,
/// `continuers.txt` and `speech.txt` of `Locales/<tag>/`.
struct SegmentationExceptions: Sendable {
  /// What a full stop after the word means.
  enum Class: String, CaseIterable {
    /// The sentence goes on.
    case never
    /// The sentence goes on before a name: a capital letter, unless the word begins sentences.
    case beforeName = "before-name"
    /// The sentence goes on when a number follows.
    case beforeNumber = "before-number"
    /// The sentence ends when a capital letter follows, unless the word continues sentences.
    case mayEnd = "may-end"
  }

  private(set) var classes: [String: Class] = [:]
  private(set) var starters: Set<String> = []
  /// Endings of words that begin sentences: `-ησαν`.
  private(set) var starterEndings: [String] = []
  private var continuers: Set<String> = []
  private var speech: Set<String> = []
  /// Whether the language has a list at all.
  let isPresent: Bool

  init(locale: LocaleTag, data: LocaleData) throws(LinguisticsError) {
    let path = "\(locale)/abbreviations.txt"
    let text = data.text(path)
    isPresent = text != nil
    var current: Class?
    for (number, line) in Self.lines(text) {
      if line.hasPrefix("[") {
        guard let found = Class.allCases.first(where: { "[\($0.rawValue)]" == line }) else {
          let known = Class.allCases.map { "[\($0.rawValue)]" }.joined(separator: ", ")
          throw .data(path: path, line: number, problem: "\(line) is none of \(known)")
        }
        current = found
      } else if let current {
        for word in line.split(separator: " ") { add(String(word), current) }
      } else {
        throw .data(path: path, line: number, problem: "a word before the first [class]")
      }
    }
    let words = Self.words(data.text("\(locale)/starters.txt"))
    starters = words.filter { !$0.hasPrefix("-") }
    starterEndings = words.subtracting(starters).map { String($0.dropFirst()) }.sorted()
    continuers = Self.words(data.text("\(locale)/continuers.txt"))
    speech = Self.words(data.text("\(locale)/speech.txt"))
  }

  /// A word in small letters is also known with a capital one, and in capitals; a single letter
  /// is not, because a capital one is an initial.
  private mutating func add(_ word: String, _ class: Class) {
    classes[word] = `class`
    guard word == word.lowercased(), word.unicodeScalars.count > 2 else { return }
    for variant in [word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
    where classes[variant] == nil {
      classes[variant] = `class`
    }
  }

  /// The class of a word with its mark: `Dr.`, `Yahoo!`.
  func `class`(of word: String) -> Class? { classes[word] }

  func isStarter(_ word: String) -> Bool {
    starters.contains(word)
      || starterEndings.contains { word.utf8.count > $0.utf8.count + 2 && word.hasSuffix($0) }
  }

  func isContinuer(_ word: String) -> Bool { continuers.contains(word) }

  func isSpeech(_ word: String) -> Bool { speech.contains(word) }

  var knowsSpeech: Bool { !speech.isEmpty }

  private static func words(_ text: String?) -> Set<String> {
    Set(lines(text).flatMap { $0.1.split(separator: " ").map(String.init) })
  }

  private static func lines(_ text: String?) -> [(Int, String)] {
    (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : (index + 1, words.joined(separator: " "))
      }
  }
}
