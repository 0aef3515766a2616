import ArticleModel
import LocaleData

/// The words of a language that the rules need: `abbreviations.txt`, `starters.txt`,
/// `continuers.txt`, `speech.txt`, `part-names.txt`, `loanwords.txt` and `terminators.txt` of
/// `Locales/<tag>/`.
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

  /// The words of `abbreviations.txt` with their classes, in all spellings.
  let classes: [(word: String, class: Class)]
  let starters: [String]
  private let lookup: WordTable
  /// What a word does that follows: a bit for each list it is in.
  private let following: WordTable
  /// Endings of words that begin sentences: `-ησαν`.
  private let endings: [[UInt8]]
  /// Marks that end a sentence beyond those of Unicode: the Greek `;`.
  let terminators: [UInt32]

  private static let starts: UInt8 = 1
  private static let continues: UInt8 = 2
  private static let speaks: UInt8 = 4
  private static let namesPart: UInt8 = 8
  private static let isForeign: UInt8 = 16
  /// Whether the language has a list at all.
  let isPresent: Bool

  init(locale: LocaleTag, data: LocaleData) throws(LinguisticsError) {
    func words(_ name: String) -> [String] {
      WordList(name, of: locale.identifier, data: data).map(\.word)
    }
    isPresent = data.text("\(locale)/abbreviations.txt") != nil
    classes = Self.spellings(try Self.listed(locale, data))
    lookup = WordTable(
      classes.map { ($0.word, UInt8(Class.allCases.firstIndex(of: $0.class) ?? 0)) },
      merging: { first, _ in first })
    let starting = words("starters.txt")
    starters = starting.filter { !$0.hasPrefix("-") }
    endings = starting.filter { $0.hasPrefix("-") }.map { Array($0.utf8.dropFirst()) }
    terminators = words("terminators.txt").flatMap { $0.unicodeScalars.map(\.value) }
    following = WordTable(
      starters.map { ($0, Self.starts) }
        + words("continuers.txt").map { ($0, Self.continues) }
        + words("speech.txt").map { ($0, Self.speaks) }
        + words("part-names.txt").map { ($0, Self.namesPart) }
        + words("loanwords.txt").map { ($0, Self.isForeign) },
      merging: |)
  }

  /// The words of `abbreviations.txt` as they stand there, under their classes.
  private static func listed(
    _ locale: LocaleTag, _ data: LocaleData
  ) throws(LinguisticsError) -> [(word: String, class: Class)] {
    let name = "abbreviations.txt"
    var current: Class?
    var listed: [(word: String, class: Class)] = []
    for (word, line) in WordList(name, of: locale.identifier, data: data) {
      if word.hasPrefix("[") {
        guard let found = Class.allCases.first(where: { "[\($0.rawValue)]" == word }) else {
          let known = Class.allCases.map { "[\($0.rawValue)]" }.joined(separator: ", ")
          throw .data(
            path: "\(locale)/\(name)", line: line, problem: "\(word) is none of \(known)")
        }
        current = found
      } else if let current {
        listed.append((word, current))
      } else {
        throw .data(
          path: "\(locale)/\(name)", line: line, problem: "a word before the first [class]")
      }
    }
    return listed
  }

  /// The words with their other spellings.
  ///
  /// A word in small letters is also known with a capital one, and in capitals; a single letter
  /// is not, because a capital one is an initial. What is listed itself comes first, the last of
  /// several foremost: a project's own words follow those that it takes in.
  private static func spellings(
    _ listed: [(word: String, class: Class)]
  ) -> [(word: String, class: Class)] {
    var all = Array(listed.reversed())
    for (word, kind) in listed where word.unicodeScalars.count > 2 && word == word.lowercased() {
      all.append((word.prefix(1).uppercased() + word.dropFirst(), kind))
      all.append((word.uppercased(), kind))
    }
    return all
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

  /// Whether the word is a foreign one that ends as none of the language does: ρεκόρ.
  func isLoan(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    (following[word] ?? 0) & Self.isForeign != 0
  }

  /// Whether a number after the word counts the parts of a text: Article 5.
  func isPartName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    (following[word] ?? 0) & Self.namesPart != 0
  }
}
