/// What the class and the identifier of an element say about it.
struct ContainerWords: OptionSet, Sendable {
  let rawValue: UInt32

  static let content = ContainerWords(rawValue: 1 << 0)
  static let comment = ContainerWords(rawValue: 1 << 1)
  static let footer = ContainerWords(rawValue: 1 << 2)
  static let side = ContainerWords(rawValue: 1 << 3)
  static let related = ContainerWords(rawValue: 1 << 4)
  static let share = ContainerWords(rawValue: 1 << 5)
  static let navigation = ContainerWords(rawValue: 1 << 6)
  static let advertisement = ContainerWords(rawValue: 1 << 7)
  static let byline = ContainerWords(rawValue: 1 << 8)
  static let date = ContainerWords(rawValue: 1 << 9)
  static let title = ContainerWords(rawValue: 1 << 10)
  static let caption = ContainerWords(rawValue: 1 << 11)
  static let lead = ContainerWords(rawValue: 1 << 12)
  static let tags = ContainerWords(rawValue: 1 << 13)
  static let form = ContainerWords(rawValue: 1 << 14)
  /// How many kinds of words there are.
  static let count = 15

  /// Reads the value of a `class` or `id` attribute: words between signs and capitals.
  static func read(_ value: String) -> ContainerWords {
    var words: [[UInt8]] = [[]]
    var previousIsLower = false
    for byte in value.utf8 {
      let isCapital = (0x41...0x5A).contains(byte)
      let lower = isCapital ? byte | 0x20 : byte
      guard (0x61...0x7A).contains(lower) else {
        words.append([])
        previousIsLower = false
        continue
      }
      if isCapital, previousIsLower { words.append([]) }
      words[words.count - 1].append(lower)
      previousIsLower = !isCapital
    }
    var result: ContainerWords = []
    for word in words where word.count >= 2 {
      let text = String(decoding: word, as: UTF8.self)
      if let known = known[text] {
        result.insert(known)
      } else if word.count >= 6 {
        // Words run together: `relatednews`.
        for start in 0...(word.count - 5) {
          for (stem, meaning) in stems[word[start]] ?? []
          where word[start...].starts(with: stem) {
            result.insert(meaning)
          }
        }
      }
    }
    return result
  }

  private static let vocabulary: [(ContainerWords, String)] = [
    (.content, "article content story entry post text txt body main detail zoom editor news"),
    (.comment, "comment comments disqus reply replies discussion feedback pinglun"),
    (.footer, "foot footer copyright disclaimer legal bottom"),
    (.side, "side sidebar aside rail widget right column left"),
    (
      .related,
      "related recommend more also similar popular read hot latest most top other links list"
    ),
    (.share, "share social tool tools toolbar print bookmark like twitter facebook addthis email"),
    (
      .navigation,
      "nav menu navigation breadcrumb crumb crumbs position location path pager page tabs"
    ),
    (.advertisement, "ad ads advert sponsor promo banner advertisement dfp"),
    (.byline, "author byline writer source editor credit credits by"),
    (.date, "date time pubtime timestamp published info meta"),
    (.title, "title headline heading hd tit header"),
    (.caption, "caption photo image figure pic img gallery picture media video"),
    (.lead, "lead summary intro abstract standfirst subtitle kicker lede chapo deck teaser"),
    (.tags, "tag tags keywords topics categories category"),
    (.form, "login search form subscribe newsletter popup modal cookie poll vote register"),
  ]

  private static let known: [String: ContainerWords] = {
    var result: [String: ContainerWords] = [:]
    for (meaning, words) in vocabulary {
      for word in words.split(separator: " ") { result[String(word), default: []].insert(meaning) }
    }
    return result
  }()

  /// The longer words by their first letter.
  private static let stems: [UInt8: [([UInt8], ContainerWords)]] = {
    var result: [UInt8: [([UInt8], ContainerWords)]] = [:]
    for (meaning, words) in vocabulary {
      for word in words.split(separator: " ") where word.utf8.count >= 5 {
        let letters = Array(word.utf8)
        result[letters[0], default: []].append((letters, meaning))
      }
    }
    return result
  }()
}
