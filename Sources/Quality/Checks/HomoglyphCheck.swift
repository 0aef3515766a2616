import ArticleModel
import Linguistics

/// `homoglyph`: a letter of another alphabet that looks like one of the word's own.
struct HomoglyphCheck: Check {
  static let rule = Rule(
    "homoglyph", .error, "A word mixes letters of two alphabets that look alike.")

  func findings(in pair: SegmentPair) -> [Finding] {
    let text = pair.targetText
    let wrong = Self.wrongLetters(in: text, pair.targetLocale, source: pair.sourceText)
    guard let first = wrong.first else { return [] }
    let word = text.words.first { $0.contains(first.place) } ?? first.place..<(first.place + 1)
    var right = Array(text.prose[word])
    for letter in wrong where word.contains(letter.place) {
      right[letter.place - word.lowerBound] = letter.right
    }
    let names = wrong.map { "\(text.prose[$0.place]) (U+\(Self.code(text.prose[$0.place])))" }
    return [
      pair.finding(
        Self.rule,
        "“\(text.string(word))” has letters of another alphabet, \(names.joined(separator: ", ")); "
          + "write “\(String(scalars: right))”",
        at: word, suggestion: String(scalars: right))
    ]
  }

  /// The target with the right letters, for checks that look for words.
  static func corrected(_ pair: SegmentPair) -> SegmentPair? {
    let wrong = wrongLetters(in: pair.targetText, pair.targetLocale, source: pair.sourceText)
    guard !wrong.isEmpty else { return nil }
    var scalars = pair.targetText.scalars
    for letter in wrong { scalars[pair.targetText.places[letter.place]] = letter.right }
    return SegmentPair(
      unit: pair.unit, segment: pair.segment, sourceLocale: pair.sourceLocale,
      targetLocale: pair.targetLocale, source: pair.source,
      target: [.text(String(scalars: scalars))])
  }

  private static func wrongLetters(
    in text: CheckedText, _ locale: LocaleTag, source: CheckedText
  ) -> [(place: Int, right: Unicode.Scalar)] {
    var wrong: [(place: Int, right: Unicode.Scalar)] = []
    let sourceLetters = Set(
      source.words.filter { $0.count == 1 }.map { source.prose[$0.lowerBound] })
    for word in text.words {
      let letters = text.prose[word]
      let greek = letters.count(where: \.isGreekLetter)
      let latin = letters.count(where: \.isLatinLetter)
      let cyrillic = letters.count { (0x400...0x4FF).contains($0.value) }
      if greek + latin + cyrillic == 0 { continue }
      let isMixed = (greek > 0 ? 1 : 0) + (latin > 0 ? 1 : 0) + (cyrillic > 0 ? 1 : 0) > 1
      let isGreek = locale.language == "el" ? greek >= 1 : greek > latin
      if isMixed {
        if isCompound(word, text) { continue }
        let table = isGreek ? toGreek : toLatin
        let foreign = word.filter { place in
          isGreek ? !text.prose[place].isGreekLetter : !text.prose[place].isLatinLetter
        }
        let found = foreign.compactMap { place in
          table[text.prose[place]].map { (place: place, right: $0) }
        }
        // ΔNP or αCD have letters that look like none: a code, not a slip.
        if found.count == foreign.count { wrong += found }
      } else if locale.language == "el", isLatinArticle(word, text),
        !sourceLetters.contains(text.prose[word.lowerBound])
      {
        wrong.append((word.lowerBound, toGreek[text.prose[word.lowerBound]] ?? "?"))
      }
    }
    return wrong
  }

  /// myΘέρμανση, μm: two alphabets on purpose.
  private static func isCompound(_ word: Range<Int>, _ text: CheckedText) -> Bool {
    let letters = Array(text.prose[word])
    if letters.count == 2, letters[0] == "μ", "mglsAVWFL".unicodeScalars.contains(letters[1]) {
      return true
    }
    let latin = letters.prefix(while: \.isLatinLetter).count
    return latin > 1 && latin < letters.count && letters[latin...].allSatisfy(\.isGreekLetter)
      && letters[latin].properties.isUppercase
      && letters[..<latin].allSatisfy(\.properties.isLowercase)
  }

  /// A Latin O or H where Greek has its article.
  private static func isLatinArticle(_ word: Range<Int>, _ text: CheckedText) -> Bool {
    let isOne = word.count == 1 && ["O", "o", "H"].contains(text.prose[word.lowerBound])
    return isOne && text.scalar(word.upperBound) == " "
      && text.scalar(word.upperBound + 1)?.isGreekLetter == true
      && text.scalar(word.lowerBound - 1).map { $0.isSpace || $0 == "«" || $0 == "(" } ?? true
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
  }

  private static let toGreek = table(
    "ABEZHIKMNOPTYXaeikmnoptuvxyóáéíúÓÁÉÍÚıωАВЕЅНІКМОРСТХаеіорсхуέѵ",
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικμηορτυνχγόάέίύΌΆΈΊΎιωΑΒΕΣΗΙΚΜΟΡΣΤΧαειορςχυέν")
  private static let toLatin = table(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχόάέίύΌΆΈΊγηωАВЕЅНІЈКМОРСТХаеіјорсхуѕԁһ",
    "ABEZHIKMNOPTYXaeikvoptuxóáéíúÓÁÉÍynwABESHIJKMOPCTXaeijopcxysdh")
}
