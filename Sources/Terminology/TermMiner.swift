public import ArticleModel
import Linguistics

/// Gathers what may be a term from texts: runs of words that come back, and stand in few other runs.
///
/// The rank is the C-value of Frantzi and Ananiadou: frequency by length, less what longer
/// candidates account for.
public struct TermMiner {
  /// Something that may be a term.
  public struct Candidate: Sendable, Equatable {
    /// The run of words as it is written most often.
    public var term: String
    /// How often it stands.
    public var count: Int
    /// Its rank; the highest first.
    public var score: Double
    /// The first texts that it stands in.
    public var contexts: [String]
    /// What stands in the translations of those texts and in few others, the best first.
    public var translations: [String]
  }

  private struct Run {
    var count = 0
    var spellings: [String: Int] = [:]
    var texts: [Int] = []

    /// As it is written most often.
    var spelling: String? { spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  /// The words of a run at most; a Chinese word is short.
  private var longestRun: Int { locale.language == "zh" ? 9 : 5 }
  private static let contextCount = 3

  private let locale: LocaleTag
  private let functionWords: Set<String>
  private let known: TermMatcher
  private let breaker: WordBreaker?
  private var runs: [String: Run] = [:]
  private var texts: [String] = []

  /// Prepares to read texts of a language.
  ///
  /// - Parameters:
  ///   - locale: The language.
  ///   - glossary: Terms that are known already, which are no candidates.
  public init(locale: LocaleTag, glossary: Glossary) {
    self.locale = locale
    functionWords = FunctionWords.of(locale)
    known = TermMatcher(glossary: glossary, locale: locale)
    breaker = try? WordBreaker(locale: locale)
  }

  /// Reads a text.
  public mutating func add(_ text: String) {
    let number = texts.count
    texts.append(text)
    guard let breaker else { return }
    let bytes = Array(text.utf8)
    let words = breaker.words(in: text)
    let spoken = words.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
    for start in words.indices where isContent(spoken[start]) {
      for end in start..<min(words.count, start + longestRun) {
        // A run ends where more than a space or a hyphen stands between two words.
        if end > start, !isJoined(bytes[words[end - 1].upperBound..<words[end].lowerBound]) {
          break
        }
        guard isContent(spoken[end]), end > start || locale.language == "zh" && words[end].count > 6
        else { continue }
        let key = spoken[start...end].joined(separator: " ")
        let written = String(
          decoding: bytes[words[start].lowerBound..<words[end].upperBound], as: UTF8.self)
        runs[key, default: Run()].count += 1
        runs[key]?.spellings[written, default: 0] += 1
        if runs[key]?.texts.last != number { runs[key]?.texts.append(number) }
      }
    }
  }

  private func isContent(_ word: String) -> Bool {
    !functionWords.contains(word) && !word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isJoined(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.isEmpty || bytes.elementsEqual([0x20]) || bytes.elementsEqual([0x2D])
      || bytes.elementsEqual([0xC2, 0xA0])
  }

  /// The candidates that stand often enough, the best first.
  ///
  /// - Parameters:
  ///   - least: How often a candidate stands at least.
  ///   - limit: How many are given.
  ///   - other: The miner of the translations, text by text those of this one's; `nil` for none.
  /// - Returns: The candidates.
  public func candidates(least: Int, limit: Int, translations other: TermMiner?) -> [Candidate] {
    let often = runs.filter { $0.value.count >= least }
    var inside: [String: (count: Int, runs: Int)] = [:]
    for (key, run) in often {
      for part in Self.parts(of: key) where often[part] != nil {
        inside[part, default: (0, 0)].count += run.count
        inside[part, default: (0, 0)].runs += 1
      }
    }
    let ranked = often.map { key, run in
      let length = Double(key.utf8.count { $0 == 0x20 } + 1)
      let longer = inside[key].map { Double($0.count) / Double($0.runs) } ?? 0
      return (key: key, score: (length + 0.5) * (Double(run.count) - longer))
    }.filter { $0.score > 0 }.sorted { (-$0.score, $0.key) < (-$1.score, $1.key) }
    var found: [Candidate] = []
    for (key, score) in ranked where found.count < limit {
      guard let run = often[key],
        let term = run.spelling,
        !isKnown(term)
      else { continue }
      found.append(
        Candidate(
          term: term, count: run.count, score: score,
          contexts: run.texts.prefix(Self.contextCount).map { texts[$0] },
          translations: other?.companions(of: run.texts) ?? []))
    }
    return found
  }

  private func isKnown(_ term: String) -> Bool {
    known.hits(in: term).contains { $0.range == 0..<term.utf8.count }
  }

  /// The runs of words inside a run.
  private static func parts(of key: String) -> [String] {
    let words = key.split(separator: " ")
    guard words.count > 1 else { return [] }
    return (1..<words.count).flatMap { size in
      (0...(words.count - size)).map { words[$0..<($0 + size)].joined(separator: " ") }
    }
  }

  /// The runs that stand in certain texts and in few others (Dice's coefficient).
  private func companions(of numbers: [Int]) -> [String] {
    let wanted = Set(numbers)
    let scores = runs.compactMap { key, run -> (key: String, score: Double)? in
      let both = run.texts.count { wanted.contains($0) }
      guard both > 1 else { return nil }
      return (key, 2 * Double(both) / Double(wanted.count + run.texts.count))
    }
    return scores.filter { $0.score > 0.5 }
      .sorted { (-$0.score, -$0.key.utf8.count, $0.key) < (-$1.score, -$1.key.utf8.count, $1.key) }
      .prefix(3).compactMap { runs[$0.key]?.spelling }
  }
}
