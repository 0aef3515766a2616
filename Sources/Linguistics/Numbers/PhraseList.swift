/// Phrases that are looked for at a place in folded text, the longest first.
struct PhraseList: Sendable {
  private var phrases: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
  private var endings: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]

  init(_ texts: [String]) {
    for text in texts {
      let scalars = text.unicodeScalars.map(\.folded)
      guard let first = scalars.first, let last = scalars.last else { continue }
      phrases[first, default: []].append(scalars)
      endings[last, default: []].append(scalars)
    }
    for key in phrases.keys { phrases[key]?.sort { $0.count > $1.count } }
    for key in endings.keys { endings[key]?.sort { $0.count > $1.count } }
  }

  /// The end of the phrase that begins at a place; letters may not go on beside it.
  func end(at start: Int, in text: [Unicode.Scalar]) -> Int? {
    guard start < text.count, let candidates = phrases[text[start]] else { return nil }
    for phrase in candidates where start + phrase.count <= text.count {
      let end = start + phrase.count
      if text[start..<end].elementsEqual(phrase), Self.isEdge(start, text), Self.isEdge(end, text) {
        return end
      }
    }
    return nil
  }

  /// The start of the phrase that ends at a place.
  func start(endingAt end: Int, in text: [Unicode.Scalar]) -> Int? {
    guard end > 0, end <= text.count, let candidates = endings[text[end - 1]] else { return nil }
    for phrase in candidates where phrase.count <= end {
      let start = end - phrase.count
      if text[start..<end].elementsEqual(phrase), Self.isEdge(start, text), Self.isEdge(end, text) {
        return start
      }
    }
    return nil
  }

  /// Whether no word of an alphabet runs over a place; Han characters are no hindrance.
  private static func isEdge(_ place: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard place > 0, place < text.count else { return true }
    return !(text[place - 1].isAlphabetic && text[place].isAlphabetic)
  }
}

extension Unicode.Scalar {
  var isAlphabetic: Bool { !isHan && isLetter }
}
