import ArticleModel
import LocaleData

/// The words of a language that the rules need: `abbreviations.txt`, `terminators.txt` and the lists
/// of ``WordRole`` in `Locales/<tag>/`.
struct SegmentationExceptions: Sendable {
  /// What a full stop after the word means.
  enum Class: String, CaseIterable {
    /// The sentence goes on.
    case never
    /// The sentence goes on before a name: a capital letter, unless the word begins sentences.
    case beforeName = "before-name"
    /// The same for what stands behind a name and may end a sentence: it ends as well before a common
    /// word or a name with a verb.
    case afterName = "after-name"
    /// The sentence goes on when a number follows.
    case beforeNumber = "before-number"
    /// The sentence ends when a capital letter follows, unless the word continues sentences.
    case mayEnd = "may-end"
  }

  /// The words of `abbreviations.txt` with their classes, in all spellings.
  let classes: [(word: String, class: Class)]
  /// The words that begin sentences, and those that do with a small letter behind them.
  let starters: [String]
  let openers: [String]
  private let lookup: WordTable
  private let roles: WordTable
  /// Endings that give a word its role: `-ησαν` begins sentences.
  private let endings: [(ending: [UInt8], role: WordRole)]
  /// Marks that end a sentence beyond those of Unicode: the Greek `;`.
  let terminators: [UInt32]
  /// Whether the language has a list at all.
  let isPresent: Bool

  init(locale: LocaleTag, data: LocaleData) throws(LinguisticsError) {
    func words(_ name: String) -> [String] {
      WordList(name, of: locale.identifier, data: data).map(\.word)
    }
    isPresent = data.text("\(locale)/abbreviations.txt") != nil
    classes = Self.spellings(try Self.listed(locale, data))
    lookup = WordTable(
      classes.map { ($0.word, UInt16(Class.allCases.firstIndex(of: $0.class) ?? 0)) },
      merging: { first, _ in first })
    let listed = WordRole.lists.flatMap { list in
      words("\(list.name).txt").flatMap { word in
        (list.isForBothCases ? [word, Self.capitalized(word)] : [word])
          .map { (word: $0, role: list.role) }
      }
    }
    let whole = listed.filter { !$0.word.hasPrefix("-") }
    roles = WordTable(whole.map { ($0.word, $0.role.rawValue) }, merging: |)
    starters = whole.filter { $0.role == .starter }.map(\.word)
    openers = whole.filter { $0.role == .opener }.map(\.word)
    endings = listed.filter { $0.word.hasPrefix("-") }
      .map { (Array($0.word.utf8.dropFirst()), $0.role) }
    terminators = words("terminators.txt").flatMap { $0.unicodeScalars.map(\.value) }
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
      all.append((capitalized(word), kind))
      all.append((word.uppercased(), kind))
    }
    return all
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// The class of a word with its mark: `Dr.`, `Yahoo!`.
  func `class`(of word: UnsafeBufferPointer<UInt8>) -> Class? {
    lookup[word].map { Class.allCases[Int($0)] }
  }

  /// Whether a word has a role, in the lists or by its ending.
  func has(_ role: WordRole, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    if (roles[word] ?? 0) & role.rawValue != 0 { return true }
    return endings.contains { known in
      role.contains(known.role) && word.count > known.ending.count + 2
        && word.suffix(known.ending.count).elementsEqual(known.ending)
    }
  }
}
