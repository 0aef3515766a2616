package import ArticleModel
import LocaleData

/// What a language has around a term that makes another thing of it: `Locales/<tag>/term-edges.txt`.
package struct TermEdges: Sendable {
  /// Words that count the parts of a text, in small letters: άρθρο 86 is of a law.
  package private(set) var parts: Set<String> = []
  /// Numbers that names end in, in words.
  package private(set) var numbers: [String] = []
  /// Words that join two others in a name, as in Ζώνη και Δρόμος.
  package private(set) var conjunctions: Set<String> = []
  /// Words that an abbreviation is in a text in capitals: ΠΟΥ, WHO.
  package private(set) var pronouns: [String] = []
  /// What stands before a noun that is known: the.
  package private(set) var definite: [String] = []
  /// Ends of nouns that may be counted, and words: ομάδες των είκοσι ατόμων.
  package private(set) var countedEnds: [String] = []
  package private(set) var counted: [String] = []
  /// What follows a country that owns something else than the term: Greece's largest shipyard.
  package private(set) var superlatives: [String] = []
  /// What stands before a noun, so that what ends before it is a verb, with how such end: it visits every farm.
  package private(set) var determiners: [String] = []
  package private(set) var verbEnds: [String] = []
  /// What tells, behind a comma, a town from its namesake: Athens, Ohio.
  package private(set) var states: [String] = []

  /// Reads the lists of a language.
  package init(locale: LocaleTag) {
    let data = LocaleData()
    let folder = locale.identifier
    parts = Set(data.words("\(folder)/part-names.txt").map { $0.lowercased() })
    for line in data.lines("\(folder)/term-edges.txt") {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "numbers": numbers += words.dropFirst()
      case "conjunctions": conjunctions.formUnion(words.dropFirst())
      case "pronouns": pronouns += words.dropFirst()
      case "definite": definite += words.dropFirst()
      case "counted-ends": countedEnds += words.dropFirst()
      case "counted": counted += words.dropFirst()
      case "determiners": determiners += words.dropFirst()
      case "verb-ends": verbEnds += words.dropFirst()
      case "superlatives": superlatives += words.dropFirst()
      case "state": states.append(words.dropFirst().joined(separator: " "))
      default: break
      }
    }
  }
}
