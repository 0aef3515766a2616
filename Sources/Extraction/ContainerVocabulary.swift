import Foundation

/// The words of `Words/container-words.txt`, by which class and id attributes are understood.
struct ContainerVocabulary: Sendable {
  private var known: [[UInt8]: ContainerWords] = [:]
  /// The longer words by their first letter.
  private var stems: [UInt8: [([UInt8], ContainerWords)]] = [:]

  init(folder: URL = WordFile.builtInFolder) throws {
    for (meaning, words) in try WordFile.read("container-words.txt", in: folder) {
      guard let bit = ContainerWords.names.firstIndex(of: meaning) else {
        throw ExtractionError.badProfile(
          file: "container-words.txt", reason: "no such meaning: \(meaning)")
      }
      let meaning = ContainerWords(rawValue: 1 << UInt32(bit))
      for word in words {
        let letters = Array(word.utf8)
        known[letters, default: []].insert(meaning)
        if letters.count >= 5 { stems[letters[0], default: []].append((letters, meaning)) }
      }
    }
  }

  /// Reads the value of a `class` or `id` attribute: words between signs and capitals.
  func meaning(of value: String) -> ContainerWords {
    var result: ContainerWords = []
    for word in Self.words(of: value) where word.count >= 2 {
      if let known = known[word] {
        result.insert(known)
      } else if word.count >= 6 {
        // Words run together: `relatednews`.
        for start in 0...(word.count - 5) {
          for (stem, meaning) in stems[word[start]] ?? [] where word[start...].starts(with: stem) {
            result.insert(meaning)
          }
        }
      }
    }
    return result
  }

  static func words(of value: String) -> [[UInt8]] {
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
    return words
  }
}
