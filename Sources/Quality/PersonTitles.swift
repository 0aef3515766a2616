import Terminology

/// Which offices the glossary gives to whom: a term of an office that has a person's name in it, as
/// President Xi Jinping has.
struct PersonTitles: Sendable {
  /// The concepts of offices by that of the person.
  let offices: [String: Set<String>]

  init(glossary: Glossary) {
    var offices: [String: Set<String>] = [:]
    for person in glossary.concepts where person.domain == "person" {
      let names = person.terms.mapValues { Set($0.accepted) }
      for office in glossary.concepts where office.domain == "office" || office.domain == "party" {
        let isLinked = office.terms.contains { locale, terms in
          terms.accepted.contains { term in
            names[locale]?.contains { term.hasSuffix($0) || term.hasPrefix($0) } == true
          }
        }
        if isLinked { offices[person.id, default: []].insert(office.id) }
      }
    }
    self.offices = offices
  }
}
