import ArticleModel
import Linguistics

/// The short forms of a language, to be found in its terms.
struct ShortFormTree {
  let tree: TermTree
  /// The words of each list, as terms.
  let lists: [[TermTree.Term]]

  /// `nil` where a language has no short forms.
  init?(scanner: TermScanner) {
    let locale = scanner.locale
    let lists = ShortForms.lists(locale: locale)
    guard !lists.isEmpty else { return nil }
    let concepts = lists.map { list in
      Concept(id: "", terms: [locale: ConceptTerms(admitted: list)], file: "", line: 0)
    }
    let tree = TermTree(glossary: Glossary(concepts: concepts), scanner: scanner) { _, _ in true }
    self.tree = tree
    self.lists = concepts.enumerated().map { index, concept in
      (concept.terms[locale]?.admitted ?? []).map { text in
        TermTree.Term(
          concept: index, term: text, status: .admitted, isOwnBody: false,
          words: tree.words(of: text, concept))
      }
    }
  }
}
