import Foundation
import Linguistics

/// Makes spellings alike that are the same word: case, accents, width, final sigma, Chinese script.
enum TermFolding {
  static func folded(_ text: Substring) -> String {
    var result = ""
    for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      result.unicodeScalars.append(scalar == "ς" ? "σ" : scalar)
    }
    return result
  }

  static let greekArticles: Set<String> = [
    "ο", "η", "το", "οι", "τα", "του", "τησ", "των", "τον", "την", "τη", "τουσ", "τισ",
  ]
}
