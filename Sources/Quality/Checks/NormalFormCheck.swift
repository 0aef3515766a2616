import ArticleModel
import Foundation
import Linguistics

/// `non-nfc`: a letter and its accent are two characters, where Unicode has one for both.
///
/// Source: Unicode Standard Annex 15. Such text looks right, and is not found by who searches for it.
struct NormalFormCheck: Check {
  static let rule = Rule(
    "non-nfc", .warning, "A letter is not written in Unicode's composed form (NFC).")

  func findings(in pair: SegmentPair) -> [Finding] {
    let text = pair.targetText
    // Neither Greek punctuation, which NFC would make Latin, nor text in one byte is looked at.
    guard
      let place = text.prose.indices.first(where: { place in
        let scalar = text.prose[place].value
        return (0x300...0x36F).contains(scalar) && place > 0 && text.prose[place - 1].isLetter
          || (0x1F71...0x1FFB).contains(scalar)
      })
    else { return [] }
    let isMark = (0x300...0x36F).contains(text.prose[place].value)
    let range = (isMark ? place - 1 : place)..<(place + 1)
    let written = text.string(range)
    let composed = written.precomposedStringWithCanonicalMapping
    guard !composed.unicodeScalars.elementsEqual(written.unicodeScalars),
      !pair.sourceText.string(0..<pair.sourceText.prose.count).contains(written)
    else { return [] }
    return [
      pair.finding(
        Self.rule, "\(composed) is written in another form than NFC; write it as one character",
        at: range, suggestion: composed)
    ]
  }
}
