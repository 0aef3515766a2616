import ArticleModel
import Terminology

/// Which offices the glossary gives to whom.
///
/// A person's row names them in its note, `office: T043, T046`; an office's row links itself by a term
/// that has the name in it, as President Xi Jinping has.
struct PersonTitles: Sendable {
  /// The concepts of offices by that of the person.
  let offices: [String: Set<String>]
  /// The person that a term of an office names, by language and term.
  private let named: [LocaleTag: [String: String]]

  init(glossary: Glossary) {
    var offices: [String: Set<String>] = [:]
    var named: [LocaleTag: [String: String]] = [:]
    for person in glossary.concepts where person.domain == "person" {
      if !person.offices.isEmpty { offices[person.id] = person.offices }
      let names = person.terms.mapValues { Set($0.accepted) }
      for office in glossary.concepts where office.domain == "office" || office.domain == "party" {
        for (locale, terms) in office.terms {
          for term in terms.accepted
          where names[locale]?.contains(where: { term.hasSuffix($0) || term.hasPrefix($0) }) == true
          {
            offices[person.id, default: []].insert(office.id)
            named[locale, default: [:]][term] = person.id
          }
        }
      }
    }
    self.offices = offices
    self.named = named
  }

  /// The concept of the person whose name a term of an office has in it.
  func person(namedBy term: String, in locale: LocaleTag) -> String? { named[locale]?[term] }
}
