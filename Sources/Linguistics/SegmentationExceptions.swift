import ArticleModel
import LocaleData

/// The words of a language that the rules need: `abbreviations.txt`, `starters.txt`,
/// `continuers.txt`, `speech.txt`, `part-names.txt` and `terminators.txt` of `Locales/<tag>/`.
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

  let classes: [String: Class]
  let starters: Set<String>
  /// Endings of words that begin sentences: `-ησαν`.
  let starterEndings: [String]
  private let lookup: WordTable
  /// What a word does that follows: a bit for each list it is in.
  private let following: WordTable
  private let endings: [[UInt8]]
  /// Marks that end a sentence beyond those of Unicode: the Greek `;`.
  let terminators: [UInt32]

  private static let starts: UInt8 = 1
  private static let continues: UInt8 = 2
  private static let speaks: UInt8 = 4
  private static let namesPart: UInt8 = 8
  /// Whether the language has a list at all.
  let isPresent: Bool

  init(locale: LocaleTag, data: LocaleData) throws(LinguisticsError) {
    let path = "\(locale)/abbreviations.txt"
    let text = data.text(path)
    isPresent = text != nil
    var current: Class?
    var classes: [String: Class] = [:]
    for (number, line) in Self.lines(text) {
      if line.hasPrefix("[") {
        guard let found = Class.allCases.first(where: { "[\($0.rawValue)]" == line }) else {
          let known = Class.allCases.map { "[\($0.rawValue)]" }.joined(separator: ", ")
          throw .data(path: path, line: number, problem: "\(line) is none of \(known)")
        }
        current = found
      } else if let current {
        for word in line.split(separator: " ") { Self.add(String(word), current, to: &classes) }
      } else {
        throw .data(path: path, line: number, problem: "a word before the first [class]")
      }
    }
    let words = Self.words(data.text("\(locale)/starters.txt"))
    starters = words.filter { !$0.hasPrefix("-") }
    starterEndings = words.subtracting(starters).map { String($0.dropFirst()) }.sorted()
    endings = starterEndings.map { Array($0.utf8) }
    var bits: [String: UInt8] = [:]
    for word in starters { bits[word, default: 0] |= Self.starts }
    for word in Self.words(data.text("\(locale)/continuers.txt")) {
      bits[word, default: 0] |= Self.continues
    }
    for word in Self.words(data.text("\(locale)/speech.txt")) {
      bits[word, default: 0] |= Self.speaks
    }
    for word in Self.words(data.text("\(locale)/part-names.txt")) {
      bits[word, default: 0] |= Self.namesPart
    }
    following = WordTable(bits)
    terminators = Self.words(data.text("\(locale)/terminators.txt"))
      .flatMap { $0.unicodeScalars.map(\.value) }.sorted()
    self.classes = classes
    lookup = WordTable(
      classes.mapValues { kind in UInt8(Class.allCases.firstIndex(of: kind) ?? 0) })
  }

  /// A word in small letters is also known with a capital one, and in capitals; a single letter
  /// is not, because a capital one is an initial.
  private static func add(_ word: String, _ class: Class, to classes: inout [String: Class]) {
    classes[word] = `class`
    guard word == word.lowercased(), word.unicodeScalars.count > 2 else { return }
    for variant in [word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
    where classes[variant] == nil {
      classes[variant] = `class`
    }
  }

  /// The class of a word with its mark: `Dr.`, `Yahoo!`.
  func `class`(of word: UnsafeBufferPointer<UInt8>) -> Class? {
    lookup[word].map { Class.allCases[Int($0)] }
  }

  func isStarter(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    if (following[word] ?? 0) & Self.starts != 0 { return true }
    return endings.contains { ending in
      word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending)
    }
  }

  func isContinuer(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    (following[word] ?? 0) & Self.continues != 0
  }

  func isSpeech(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    (following[word] ?? 0) & Self.speaks != 0
  }

  /// Whether a number after the word counts the parts of a text: Article 5.
  func isPartName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    (following[word] ?? 0) & Self.namesPart != 0
  }

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
