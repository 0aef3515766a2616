import ArticleModel

/// How the terms marked in a unit and the entries of its glossary point to one another.
///
/// An entry refers to its first mark (XLIFF 2.1, section 5.2.4.6), each mark to its entry by the
/// fragment `#gls=…` (section 4.4.2).
struct GlossaryLinks {
  /// A mark with its written identifier and the entry's.
  struct Mark {
    var range: Range<Int>
    var id: String
    var entry: String
  }

  /// The entries, each concept once, with the identifier of the first mark.
  private(set) var entries: [(entry: GlossaryEntry, id: String, mark: String?)] = []
  /// The marks of each segment.
  private(set) var marks: [[Mark]] = []

  init(unit: TranslationUnit, content: inout XLIFF2ContentWriter) {
    var places: [String: Int] = [:]
    for entry in unit.glossary where places[entry.concept] == nil {
      places[entry.concept] = entries.count
      entries.append((entry, NameToken.encode(entry.concept), nil))
    }
    for segment in unit.segments {
      marks.append(
        segment.terms.compactMap { term in
          guard let place = places[term.concept] else { return nil }
          let id = content.names.fresh("m", from: marks.joined().count + 1)
          if entries[place].mark == nil { entries[place].mark = id }
          return Mark(range: term.range, id: id, entry: entries[place].id)
        })
    }
  }
}
