import ArticleModel
import Linguistics

/// Cuts texts of one language into the words that terms are compared by.
struct TermScanner: Sendable {
  let locale: LocaleTag
  /// How the language changes its words; `nil` where it does not.
  let inflection: (any Inflection)?
  private let language: TermLanguage
  /// The words that may stand between those of a term, with what they are.
  private var roles = HashTable()
  private let folding = LetterFolding.table
  private let simplified: [UInt16]

  init(locale: LocaleTag) {
    self.locale = locale
    inflection = Self.inflection(of: locale)
    language = TermLanguage(rawValue: locale.language) ?? .other
    simplified = language == .zh ? ChineseScript.table : []
    guard let inflection else { return }
    // A word that may be left out anywhere is the first to be known as that.
    for letters in inflection.nationalities { setRole(Self.nationality, of: letters) }
    for letters in inflection.optionalWords.union(inflection.wordsBetween) {
      setRole(Self.optional, of: letters)
    }
  }

  private static func inflection(of locale: LocaleTag) -> (any Inflection)? {
    do {
      switch locale.language {
      case "el": return try GreekInflection()
      case "en": return try EnglishInflection()
      default: return nil
      }
    } catch {
      // The tables are built in and have a test.
      preconditionFailure("\(error)")
    }
  }

  private static let optional: Int32 = 1
  private static let nationality: Int32 = 2

  private mutating func setRole(_ role: Int32, of letters: [UInt32]) {
    roles.set(key(of: letters), role)
  }

  /// The key that a word in folded letters has in a text.
  func key(of letters: [UInt32]) -> UInt64 {
    var word = FoldedWord()
    word.letters = letters
    return key(kept: letters.count, of: word, ending: [])
  }

  /// The tokens of a text, addresses and codes left out.
  func tokens(in text: String) -> [TermToken] {
    var tokens: [TermToken] = []
    tokens.reserveCapacity(text.utf8.count / (language == .zh ? 3 : 6))
    scan(text) { _, token in tokens.append(token) }
    return tokens
  }

  /// The words of a term, as the language's inflection wants them.
  func words(in term: String) -> [(word: FoldedWord, token: TermToken)] {
    var words: [(FoldedWord, TermToken)] = []
    scan(term) { bytes, token in
      var word = FoldedWord(
        // The full stops of an abbreviation are left out.
        String(decoding: bytes[token.lower..<token.upper].filter { $0 != 0x2E }, as: UTF8.self))
      if language == .el { word.makeOrdinal() }
      words.append((word, token))
    }
    return words
  }

  /// The key that a folded word has in a text.
  func key(kept: Int, of word: FoldedWord, ending: [UInt32]) -> UInt64 {
    var hash = WordHash()
    for letter in word.letters.prefix(kept) { hash.add(comparable(letter)) }
    for letter in ending { hash.add(letter) }
    return hash.value
  }

  private func comparable(_ letter: UInt32) -> UInt32 {
    language == .zh ? ChineseScript.comparable(letter) : letter
  }

  @inline(__always)
  private func scan(
    _ text: String, _ emit: (UnsafeBufferPointer<UInt8>, TermToken) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      folding.withUnsafeBufferPointer { folding in
        simplified.withUnsafeBufferPointer { simplified in
          var cursor = TermCursor(
            bytes: bytes, masks: TextMask.masks(in: bytes), folding: folding,
            simplified: simplified, language: language)
          while var token = cursor.next() {
            if language == .en || language == .el {
              switch roles.value(token.key) {
              case Self.optional: token.role = .optional
              case Self.nationality: token.role = .nationality
              default: break
              }
            }
            emit(bytes, token)
          }
        }
      }
    }
  }
}

/// The languages that write words in ways of their own.
enum TermLanguage: String {
  case el, en, zh, other
}

extension FoldedWord {
  /// Makes the forms of an ordinal one: 19ο, 19ου, 19ης agree with their noun.
  fileprivate mutating func makeOrdinal() {
    let digits = letters.prefix { (0x30...0x39).contains($0) }.count
    guard digits > 0, (1...3).contains(letters.count - digits),
      letters[digits...].allSatisfy({ (0x3B1...0x3C9).contains($0) || $0 == 0x6F })
    else { return }
    letters.replaceSubrange(digits..., with: [0x3BF])
    accents = 0
    capitals = 0
  }
}
