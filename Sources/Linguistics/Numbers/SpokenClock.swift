/// How a language says a time of day in words: half past nine, εννέα παρά τέταρτο.
struct SpokenClock: Sendable {
  /// Words that stand before a time, so that two numbers are an hour and its minutes; beside those
  /// that stand before one in figures.
  let before: PhraseList
  /// Words for some minutes: quarter, μισή.
  let parts: [String: Int]
  /// Words for minutes, between their number and the link.
  let minutes: Set<String>
  /// Links between the hour and minutes that are added to it, and minutes that are taken from it.
  let past: Set<String>
  let to: Set<String>
  /// Whether the minutes stand before the hour.
  let hasMinutesFirst: Bool

  struct File: Decodable {
    var before: [String]
    var parts: [String: Int]
    var minutes: [String]?
    var past: [String]
    var to: [String]
    var minutesFirst: Bool?

    enum CodingKeys: String, CodingKey {
      case before, parts, minutes, past, to
      case minutesFirst = "minutes-first"
    }
  }

  init(_ file: File) {
    func set(_ words: [String]?) -> Set<String> { Set((words ?? []).map(NumberLexicon.fold)) }
    before = PhraseList(file.before)
    parts = Dictionary(file.parts.map { (NumberLexicon.fold($0.key), $0.value) }) { first, _ in
      first
    }
    minutes = set(file.minutes)
    past = set(file.past)
    to = set(file.to)
    hasMinutesFirst = file.minutesFirst ?? false
  }
}
