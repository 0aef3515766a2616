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
        for word in words { months[Self.withoutFinalSigma(word)] = month }
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
    let bare = word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !(0x300...0x36F).contains($0.value) }
    return withoutFinalSigma(String(String.UnicodeScalarView(bare)))
  }

  /// Capitals have one sigma only.
  private static func withoutFinalSigma(_ word: String) -> String {
    guard word.unicodeScalars.last == "ς" else { return word }
    return word.dropLast() + "σ"
  }
}
