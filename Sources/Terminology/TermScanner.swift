import ArticleModel
import Linguistics

/// Cuts texts of one language into the words that terms are compared by.
struct TermScanner: Sendable {
  let locale: LocaleTag
  /// How the language changes its words; `nil` where it does not.
  let inflection: (any Inflection)?
  let language: TermLanguage
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
    // The 14th National People's Congress is the National People's Congress.
    for number in 1...Self.highestOrdinal {
      setRole(Self.ordinal, of: inflection.ordinal(number))
    }
    for letters in inflection.abbreviations { setRole(Self.abbreviation, of: letters) }
    // A word that may be left out anywhere is the first to be known as that.
    for letters in inflection.nationalities { setRole(Self.nationality, of: letters) }
    for letters in inflection.possession?.owners ?? [] { setRole(Self.possessor, of: letters) }
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
  private static let possessor: Int32 = 3
  private static let abbreviation: Int32 = 4
  private static let ordinal: Int32 = 5
  private static let highestOrdinal = 60

  private mutating func setRole(_ role: Int32, of letters: [UInt32]) {
    roles.set(key(of: letters), role)
  }

  /// The key that a word in folded letters has in a text.
  func key(of letters: [UInt32]) -> UInt64 {
    var hash = WordHash()
    for letter in letters { hash.add(comparable(letter)) }
    return hash.value
  }

  /// The tokens of a text, addresses and codes left out.
  func tokens(in text: String) -> [TermToken] {
    var text = text
    return text.withUTF8(tokens)
  }

  private func tokens(in bytes: UnsafeBufferPointer<UInt8>) -> [TermToken] {
    var tokens = folding.withUnsafeBufferPointer { folding in
      simplified.withUnsafeBufferPointer { simplified in
        var cursor = TermCursor(
          bytes: bytes, masks: TextMask.masks(in: bytes), folding: folding,
          simplified: simplified, language: language)
        return cursor.tokens()
      }
    }
    guard roles.count > 0 else { return tokens }
    for place in tokens.indices {
      switch roles.value(tokens[place].key) {
      case Self.optional: tokens[place].role = .optional
      case Self.nationality: tokens[place].role = .nationality
      case Self.ordinal: tokens[place].role = .ordinal
      case Self.abbreviation where place + 1 < tokens.count:
        // The full stop of υπ. ends no phrase.
        let end = tokens[place].upper
        if tokens[place + 1].followsBreak, bytes[end] == 0x2E, bytes[end + 1] == 0x20,
          tokens[place + 1].lower == end + 2
        {
          tokens[place + 1].followsBreak = false
        }
      case Self.possessor where tokens[place].isPossessive: tokens[place].role = .nationality
      default: break
      }
    }
    return tokens
  }

  /// The words of a term, as the language's inflection wants them.
  func words(in term: String) -> [(word: FoldedWord, token: TermToken)] {
    var term = term
    return term.withUTF8 { bytes in
      tokens(in: bytes).map { token in
        let text = String(decoding: bytes[token.lower..<token.upper], as: UTF8.self)
        // The full stops of an abbreviation are left out.
        var word = FoldedWord(text.utf8.contains(0x2E) ? text.replacing(".", with: "") : text)
        if language == .el { word.makeOrdinal() }
        return (word, token)
      }
    }
  }

  /// The keys that the forms of a word have in a text.
  func keys(of forms: [InflectedForm], of word: FoldedWord) -> [UInt64] {
    // The hash of each stem, which many forms share.
    var stems = [WordHash()]
    stems.reserveCapacity(word.letters.count + 1)
    for letter in word.letters {
      var hash = stems[stems.count - 1]
      hash.add(comparable(letter))
      stems.append(hash)
    }
    return forms.map { form in
      var hash = stems[min(form.kept, word.letters.count)]
      for letter in form.ending { hash.add(letter) }
      return hash.value
    }
  }

  private func comparable(_ letter: UInt32) -> UInt32 {
    language == .zh ? ChineseScript.comparable(letter) : letter
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
