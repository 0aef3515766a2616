package import ArticleModel
import CICU
import LocaleData

/// How a language names countries and what is theirs.
package struct CountryNames: Sendable {
  /// The names of other countries than those whose glossary this is, by CLDR and `countries.txt`.
  package private(set) var names: [String] = []
  /// The names of the countries whose glossary this is.
  package private(set) var homes: Set<String> = []
  /// Adjectives that say of which country something is.
  package private(set) var adjectives: [String] = []
  /// Words of the glossary's own countries, by the domain of their bodies: those of the one say that a
  /// body is not the other's.
  package private(set) var owners: [String: [String]] = [:]
  /// Adjectives that make a longer name of any body: Εθνικό Συμβούλιο Ασφαλείας.
  package private(set) var others: [String] = []
  /// Words of bodies that each country has, as a ministry.
  package private(set) var common: [String] = []
  /// Beginnings of words of offices that each country has, as an ambassador's.
  package private(set) var commonOffices: [String] = []
  /// Whose a body may be and still be ours: the Party's, Monday's.
  package private(set) var ownPossessors: [String] = []
  /// What stands between a body and its country: of, του.
  package private(set) var links: [String] = []

  /// Reads the names that a language has for countries.
  package init(locale: LocaleTag) {
    var codes: Set<String> = []
    for line in LocaleData().lines("\(locale.identifier)/countries.txt") {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "home": codes.formUnion(words.dropFirst())
      case "names": names += words.dropFirst()
      case "adjectives": adjectives += words.dropFirst()
      case "of" where words.count > 1: owners[words[1], default: []] += words.dropFirst(2)
      case "others": others += words.dropFirst()
      case "common": common += words.dropFirst()
      case "common-offices": commonOffices += words.dropFirst()
      case "own-possessors": ownPossessors += words.dropFirst()
      case "name": names.append(words.dropFirst().joined(separator: " "))
      case "adjective": adjectives.append(words.dropFirst().joined(separator: " "))
      case "links": links += words.dropFirst()
      default: break
      }
    }
    homes = Set(codes.compactMap { Self.name(of: $0, locale) })
    names += Self.codes.filter { !codes.contains($0) }.compactMap { Self.name(of: $0, locale) }
  }

  private static var codes: [String] {
    var next = dragoman_countries()
    var found: [String] = []
    while let code = next?.pointee {
      found.append(String(cString: code))
      next = next?.advanced(by: 1)
    }
    return found
  }

  private static func name(of country: String, _ locale: LocaleTag) -> String? {
    var count: Int64 = 0
    guard let bytes = dragoman_country_name(country, locale.identifier, &count) else { return nil }
    defer { dragoman_free(bytes) }
    let name = String(
      decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
    return name == country ? nil : name
  }
}
