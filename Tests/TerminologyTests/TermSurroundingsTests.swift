import ArticleModel
import Terminology
import Testing

@Suite struct TermSurroundingsTests {
  private func found(_ text: String, _ locale: LocaleTag) throws -> [String] {
    try TermMatcher(glossary: .builtIn(), locale: locale).hits(in: text).map(\.concept)
  }

  @Test(
    "what stands around a term makes another thing of it",
    arguments: [
      ("το άρθρο 86 του Συντάγματος", LocaleTag.greek, "T150"),
      ("των άρθρων 5 και 9", .greek, "T150"), ("σε ομάδες των είκοσι ατόμων", .greek, "T196"),
      ("σε ζώνες και δρόμους", .greek, "T077"), ("ΓΙΑΤΡΟΣ ΠΟΥ ΕΣΩΣΕ ΧΩΡΙΟ", .greek, "T197"),
      ("a group of twenty pupils", .english, "T196"),
      ("the Great Hall of the People's Palace", .english, "T037"),
      ("he held two sessions", .english, "T020"),
      ("The Secretary of State visits Oslo", .english, "T094"),
      ("in Athens, Ohio, in May", .english, "T169"), ("in Greece, New York.", .english, "T060"),
      ("the greater Bay Area", .english, "T164"),
      ("off Taiwan, China Airlines flew on", .english, "T154"),
      ("the president of Greece's largest shipyard", .english, "T061"),
      ("Penn State visits Michigan", .english, "T094"),
      ("the Mutual Trust Life Insurance Company was sold", .english, "T093"),
    ])
  func another(text: String, locale: LocaleTag, concept: String) throws {
    #expect(try !found(text, locale).contains(concept))
  }

  @Test(
    "other surroundings leave it as it is",
    arguments: [
      ("σε άρθρο του στην Αυγή", LocaleTag.greek, "T150"),
      ("η πρωτοβουλία «ζώνη και δρόμος»", .greek, "T077"),
      ("Ο ΠΟΥ ΠΡΟΕΙΔΟΠΟΙΕΙ", .greek, "T197"), ("the group of twenty met", .english, "T196"),
      ("the Great Hall of the People's east gate", .english, "T037"),
      ("this year's two sessions", .english, "T020"),
      ("the State visit of the King", .english, "T094"),
      ("the president of Greece's first visit", .english, "T061"),
      ("During State visits the band plays", .english, "T094"),
      ("Xi Urges Mutual Trust Between Both Sides", .english, "T093"),
      ("In Athens, Georgia's envoy spoke", .english, "T169"),
    ])
  func same(text: String, locale: LocaleTag, concept: String) throws {
    #expect(try found(text, locale).contains(concept))
  }
}
