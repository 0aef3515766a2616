import Markup

extension PageOutline {
  /// Takes the spaces out of a line that is set with one after each letter, as titles are.
  mutating func joinSpacedLetters() {
    let range = lineStart..<text.count
    guard range.count >= 7, range.count <= 120, Self.isSpaced(text[range]) else { return }
    // Markup inside would have to move.
    guard
      events[eventStart...].allSatisfy({
        $0.offset <= range.lowerBound || $0.offset >= range.upperBound
      })
    else { return }
    let letters = text[range].filter { $0 != 0x20 }
    text.replaceSubrange(range, with: letters)
    for index in eventStart..<events.count where events[index].offset > text.count {
      events[index].offset = text.count
    }
    linkBytes = min(linkBytes, letters.count)
    boldBytes = min(boldBytes, letters.count)
  }

  /// Whether every word is one letter: three Chinese characters or more, or four other letters.
  private static func isSpaced(_ line: ArraySlice<UInt8>) -> Bool {
    let first = line[line.startIndex]
    let length = first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length + line.startIndex < line.endIndex, line[line.startIndex + length] == 0x20 else {
      return false
    }
    var count = 0
    for word in String(decoding: line, as: UTF8.self).unicodeScalars.split(separator: " ") {
      guard word.count == 1, let letter = word.first, letter.properties.isAlphabetic,
        (length == 3) == (letter.value >= 0x800)
      else { return false }
      count += 1
    }
    return count >= (length == 3 ? 3 : 4)
  }
}
