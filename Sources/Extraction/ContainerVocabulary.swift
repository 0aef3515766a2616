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
  func meaning(of value: some Sequence<UInt8>) -> ContainerWords {
    var result: ContainerWords = []
    Self.forEachWord(of: value) { word in
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

  static func words(of value: some Sequence<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = []
    forEachWord(of: value) { words.append($0) }
    return words
  }

  /// Calls a function with each word of two letters or more, in lower case.
  private static func forEachWord(of value: some Sequence<UInt8>, _ body: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    var previousIsLower = false
    func end() {
      if word.count >= 2 { body(word) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in value {
      let isCapital = (0x41...0x5A).contains(byte)
      let lower = isCapital ? byte | 0x20 : byte
      guard (0x61...0x7A).contains(lower) else {
        end()
        previousIsLower = false
        continue
      }
      if isCapital, previousIsLower { end() }
      word.append(lower)
      previousIsLower = !isCapital
    }
    end()
  }
}
