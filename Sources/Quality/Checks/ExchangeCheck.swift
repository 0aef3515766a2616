import ArticleModel
import Linguistics
import LocaleData

/// `currency-mismatch`, `unit-mismatch`, `weekday-mismatch`: one has taken the place of another.
///
/// The words are in `Locales/<tag>/exchanges.yaml`. A word that is only left out is no finding: what
/// has been said need not be said again.
struct ExchangeCheck: Check {
  static let rules = [
    Rule("currency-mismatch", .error, "A currency has become another one."),
    Rule("unit-mismatch", .error, "A unit of measure has become another one."),
    Rule("weekday-mismatch", .error, "A day of the week has become another one."),
  ]

  let source: ExchangeWords
  let target: ExchangeWords

  func findings(in pair: SegmentPair) -> [Finding] {
    let wanted = source.found(in: pair.sourceText)
    guard !wanted.isEmpty else { return [] }
    let found = target.found(in: pair.targetText)
    return Self.rules.compactMap { rule in
      let missing = wanted.filter { one in
        one.kind == rule.id && !found.contains { $0.mayBe(one) }
      }
      let added = found.filter { one in
        one.kind == rule.id && !wanted.contains { $0.mayBe(one) }
      }
      guard let lost = missing.first, let new = added.first else { return nil }
      return pair.finding(
        rule,
        "the source has \(pair.sourceText.string(lost.range)), the translation "
          + "\(pair.targetText.string(new.range)); write that of the source", at: new.range)
    }
  }
}

/// The words of one language for what may not be exchanged.
struct ExchangeWords: Sendable {
  struct Found {
    var kind: String
    var names: Set<Substring>
    var range: Range<Int>

    func mayBe(_ other: Found) -> Bool {
      kind == other.kind && !names.isDisjoint(with: other.names)
    }
  }

  private struct Entry {
    var kind: String
    /// What the word may mean; 元 is a dollar as well.
    var names: Set<Substring>
    var text: [Unicode.Scalar]
  }

  /// By the first character, the longest first.
  private var entries: [Unicode.Scalar: [Entry]] = [:]

  init(locale: LocaleTag, data: LocaleData) throws {
    let kinds = try data.value([String: [String: [String]]].self, "\(locale)/exchanges.yaml") ?? [:]
    for (kind, names) in kinds {
      for (name, words) in names {
        for word in words {
          let text = word.unicodeScalars.map(\.folded)
          guard let first = text.first else { continue }
          entries[first, default: []].append(
            Entry(kind: kind, names: Set(name.split(separator: " ")), text: text))
        }
      }
    }
    for key in entries.keys { entries[key]?.sort { $0.text.count > $1.text.count } }
  }

  func found(in text: CheckedText) -> [Found] {
    guard !entries.isEmpty else { return [] }
    let folded = text.prose.map(\.folded)
    var found: [Found] = []
    var place = 0
    while place < folded.count {
      guard let entry = entries[folded[place]]?.first(where: { stands($0.text, place, folded) })
      else {
        place += 1
        continue
      }
      let end = place + entry.text.count
      found.append(Found(kind: entry.kind, names: entry.names, range: place..<end))
      place = end
    }
    return found
  }

  private func stands(_ word: [Unicode.Scalar], _ start: Int, _ text: [Unicode.Scalar]) -> Bool {
    let end = start + word.count
    guard end <= text.count, text[start..<end].elementsEqual(word) else { return false }
    if word[0].isHan {
      // A single character counts something, or is part of another word: 100元, 元旦.
      return word.count > 1 || start > 0 && Self.endsNumber(text[start - 1])
    }
    guard word[0].isLetter else { return true }
    let before = start > 0 ? text[start - 1] : " "
    let after = end < text.count ? text[end] : " "
    return !(before.isLetter && !before.isHan) && !(after.isLetter && !after.isHan)
  }

  private static func endsNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || "十百千万萬亿億多余餘".unicodeScalars.contains(scalar)
  }
}
