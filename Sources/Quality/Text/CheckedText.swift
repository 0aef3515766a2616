import ArticleModel
import Linguistics

/// A text as the checks read it: markup, placeholders and addresses taken out of the prose.
struct CheckedText: Sendable {
  /// The whole text without inline codes; the offsets of findings count these.
  let scalars: [Unicode.Scalar]
  /// The words: pairs of tags left out, a stand-in for what else is not language.
  let prose: [Unicode.Scalar]
  /// Where each character of the prose stands in the whole text, and where the text ends.
  let places: [Int]
  /// The words of an alphabet, in order; what a hyphen or an apostrophe joins is two words.
  let words: [Range<Int>]
  /// Tags and placeholders, each by what identifies it.
  let tags: [String]
  /// Web addresses, without the punctuation after them.
  let addresses: [String]
  /// E-mail addresses.
  let emails: [String]

  /// Stands in the prose for a placeholder, an address or a picture.
  static let standIn: Unicode.Scalar = "\u{FFFC}"

  init(_ content: [Inline]) {
    var builder = CheckedTextBuilder()
    for item in content {
      switch item {
      case .text(let text): builder.append(text)
      case .code(let code): builder.append(code)
      }
    }
    scalars = builder.scalars
    prose = builder.prose
    places = builder.places + [builder.scalars.count]
    words = Self.words(of: builder.prose)
    tags = builder.tags
    addresses = builder.addresses
    emails = builder.emails
  }

  /// Whether there is nothing to read: no words, whatever tags there are.
  var isBlank: Bool { prose.allSatisfy { $0.isSpace || $0 == Self.standIn } }

  /// The place in the whole text of a range of the prose.
  func place(of range: Range<Int>) -> Range<Int> {
    guard let first = places.indices.contains(range.lowerBound) ? places[range.lowerBound] : nil
    else { return scalars.count..<scalars.count }
    return range.isEmpty ? first..<first : first..<(places[range.upperBound - 1] + 1)
  }

  /// A part of the prose as text.
  func string(_ range: Range<Int>) -> String { String(scalars: prose[range]) }

  /// The character of the prose at an offset, `nil` beyond its ends.
  func scalar(_ offset: Int) -> Unicode.Scalar? {
    prose.indices.contains(offset) ? prose[offset] : nil
  }

  /// The next character that is no space, from an offset in a direction.
  func solid(from offset: Int, by step: Int) -> Unicode.Scalar? {
    var place = offset
    while let scalar = scalar(place) {
      if !scalar.isSpace { return scalar }
      place += step
    }
    return nil
  }

  private static func words(of prose: [Unicode.Scalar]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (place, scalar) in prose.enumerated() {
      let isLetter = !scalar.isHan && scalar.isLetter
      if isLetter, start == nil { start = place }
      if !isLetter, let first = start {
        words.append(first..<place)
        start = nil
      }
    }
    if let start { words.append(start..<prose.count) }
    return words
  }
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }
}
