import Foundation

/// The names of the months and of the halves of a day, from `Words/months.txt`.
struct DateNames: Sendable {
  private var months: [String: Int] = [:]
  private(set) var mornings: [[DateToken]] = []
  private(set) var afternoons: [[DateToken]] = []

  init(folder: URL = WordFile.builtInFolder) throws {
    for (meaning, words) in try WordFile.read("months.txt", in: folder) {
      switch (Int(meaning), meaning) {
      case (let month?, _) where (1...12).contains(month):
        for word in words { months[Self.folded(word)] = month }
      case (_, "morning"): mornings = words.map(DateToken.tokens)
      case (_, "afternoon"): afternoons = words.map(DateToken.tokens)
      default:
        throw ExtractionError.badProfile(
          file: "months.txt", reason: "no such meaning: \(meaning)")
      }
    }
  }

  /// The number of the month that the word names, in any case and with or without accents.
  func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3, word.utf8.count <= 32 else { return nil }
    return months[Self.folded(word)]
  }

  private static func folded(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
    where !(0x300...0x36F).contains(scalar.value) {
      // A sigma at the end of a word.
      result.append(scalar == "ς" ? "σ" : scalar)
    }
    return String(result)
  }
}
