import LocaleData

/// Makes the forms of Greek terms by paradigms: cases, numbers, genders, the moving accent.
///
/// There is no dictionary: a word gets the forms of every paradigm that its end fits, and the
/// agreement of the words of a term sorts out what they are.
package struct GreekInflection: Inflection {
  private let paradigms: GreekParadigms

  /// Reads the paradigms.
  ///
  /// - Throws: ``LinguisticsError`` with the line that is not understood.
  package init() throws(LinguisticsError) {
    paradigms = try GreekParadigms(text: LocaleData().text(GreekParadigms.path) ?? "")
    for word in paradigms.nationalities {
      for form in positiveForms(of: [word], as: TermMeaning())[0] {
        nationalities.insert(word.letters.prefix(form.kept) + form.ending)
      }
    }
  }

  private static let eta: UInt32 = 0x3B7
  private static let and = FoldedWord("και").letters

  package func ordinal(_ number: Int) -> [UInt32] { FoldedWord("\(number)ο").letters }

  package var optionalWords: Set<[UInt32]> { paradigms.articles }
  package var wordsBetween: Set<[UInt32]> { paradigms.pronouns }
  package private(set) var nationalities: Set<[UInt32]> = []
  package var abbreviations: Set<[UInt32]> { Set(paradigms.abbreviations.map(\.short)) }
  package var compoundParts: (starts: Set<[UInt32]>, ends: Set<[UInt32]>)? { nil }
  package var addsOptionalWords: Bool { true }
  package var possession: Possession? { nil }

  /// What a word of a term is in it.
  private enum Role {
    case optional
    /// Stands as it is: prepositions, abbreviations, numbers.
    case unchanged
    /// Changes with the whole term.
    case agreeing([Reading])
    /// Depends on another word: keeps its case.
    case dependent([Reading])
    /// Says how the adjective behind it is, or changes with the whole term.
    case adverb([Reading])
    /// One or the other.
    case either([Reading], [Reading])
  }

  package func forms(ofTerm words: [FoldedWord], as meaning: TermMeaning) -> [[InflectedForm]] {
    guard words.count == 1, kind(words[0]) == .content, meaning.number == .both else {
      return positiveForms(of: words, as: meaning)
    }
    let compared = paradigms.comparatives(of: words[0]).flatMap { word in
      positiveForms(of: [word], as: meaning)[0].map { form in
        InflectedForm(
          kept: 0, ending: word.letters.prefix(form.kept) + form.ending,
          agreement: form.agreement, accents: form.accents)
      }
    }
    return [positiveForms(of: words, as: meaning)[0] + compared]
  }

  private func positiveForms(
    of words: [FoldedWord], as meaning: TermMeaning
  ) -> [[InflectedForm]] {
    var roles = roles(of: words)
    if meaning.number != .both {
      guard let numbered = Self.numbered(roles, meaning.number) else { return [] }
      roles = numbered
    }
    let hasSingularHead = Self.hasSingularHead(roles)
    return zip(words, roles).map { word, role in
      var forms = GreekForms(
        word: word, rows: paradigms.rows, isPerson: meaning.isPerson,
        keepsNumber: meaning.number != .both, keepsPlural: hasSingularHead,
        isWritten: meaning.number != .other)
      switch role {
      case .optional: return []
      case .unchanged:
        forms.addUnchanged()
        if word.letters == Self.and {
          return forms.forms + [InflectedForm(kept: 0, ending: [0x26])]
        }
        // 50ή is πεντηκοστή, too.
        if let ordinal = paradigms.ordinals[word.letters] {
          return forms.forms + otherWord(ordinal, as: meaning)
        }
      case .adverb(let readings):
        forms.addUnchanged()
        forms.add(agreeing: readings)
      case .agreeing(let readings): forms.add(agreeing: readings)
      case .dependent(let readings): forms.add(dependent: readings)
      case .either(let agreeing, let dependent):
        forms.add(agreeing: agreeing)
        forms.add(dependent: dependent)
      }
      return forms.forms
        + (words.count > 1 ? paradigms.abbreviations(of: word) : []).map {
          InflectedForm(kept: 0, ending: $0)
        }
    }
  }

  /// The forms of another word than the term has, in both numbers.
  private func otherWord(_ word: FoldedWord, as meaning: TermMeaning) -> [InflectedForm] {
    positiveForms(of: [word], as: TermMeaning(isPerson: meaning.isPerson))[0].map { form in
      InflectedForm(
        kept: 0, ending: word.letters.prefix(form.kept) + form.ending,
        agreement: form.agreement, accents: form.accents)
    }
  }

  /// The roles with one number only; `nil` where a term has no other.
  private static func numbered(_ roles: [Role], _ number: TermMeaning.Number) -> [Role]? {
    var hasSingular = false
    func narrowed(_ readings: [Reading]) -> [Reading] {
      readings.compactMap { reading in
        if number == .other, reading.isPlural { return nil }
        var reading = reading
        hasSingular = hasSingular || !reading.isPlural
        reading.numbers = reading.isPlural == (number == .own) ? .plural : .singular
        return reading
      }
    }
    let numbered = roles.map { role in
      switch role {
      case .agreeing(let readings): Role.agreeing(narrowed(readings))
      case .adverb(let readings): Role.adverb(narrowed(readings))
      case .either(let agreeing, let dependent): Role.either(narrowed(agreeing), dependent)
      case .optional, .unchanged, .dependent: role
      }
    }
    return number == .other && !hasSingular ? nil : numbered
  }

  /// Whether a term names one thing: what depends on it in the plural has no singular then, as in
  /// Υπουργός Εξωτερικών.
  private static func hasSingularHead(_ roles: [Role]) -> Bool {
    for role in roles {
      if case .agreeing(let readings) = role { return !readings.contains(where: \.isPlural) }
    }
    return false
  }

  private func roles(of words: [FoldedWord]) -> [Role] {
    let kinds = words.map(kind)
    var heads: [[Reading]] = words.map { _ in [] }
    var dependents: [[Reading]] = words.map { _ in [] }
    let contentCount = kinds.count { $0 == .content }
    var isDependent = false
    var isFirst = true
    var group: Agreement = .any
    for (place, word) in words.enumerated() {
      switch kinds[place] {
      case .article: isDependent = isDependent || !isFirst
      case .preposition: isDependent = true
      case .conjunction: group = .any
      case .fixed: isFirst = false
      case .content:
        let readings = paradigms.readings(of: word, isAlone: contentCount == 1)
        dependents[place] = isFirst && !isDependent ? [] : readings.filter(\.isOblique)
        if !isDependent {
          let open = readings.filter { $0.isNominative && !$0.agreement.isDisjoint(with: group) }
          heads[place] = isFirst && open.isEmpty ? readings.filter(\.isNominative) : open
          if !mayBeAdverb(place, words), let all = heads[place].union {
            group.formIntersection(all)
          }
        }
        isFirst = false
      }
    }
    if contentCount == 1, let place = kinds.firstIndex(of: .content), !heads[place].isEmpty {
      heads[place] = paradigms.likely(heads[place], of: words[place])
    }
    narrow(&heads, words: words, kinds: kinds)
    joinGroups(&heads, kinds: kinds)
    return words.indices.map { place in
      switch kinds[place] {
      case .article: .optional
      case .preposition, .conjunction, .fixed: .unchanged
      case .content where !heads[place].isEmpty && mayBeAdverb(place, words):
        .adverb(heads[place])
      case .content:
        heads[place].isEmpty
          ? dependents[place].isEmpty ? .unchanged : .dependent(dependents[place])
          : dependents[place].isEmpty
            ? .agreeing(heads[place]) : .either(heads[place], dependents[place])
      }
    }
  }

  /// Leaves only the readings that agree with the other words of their group.
  private func narrow(_ heads: inout [[Reading]], words: [FoldedWord], kinds: [Kind]) {
    var start = 0
    for end in 0...words.count where end == words.count || kinds[end] == .conjunction {
      defer { start = end + 1 }
      guard start < end else { continue }
      let places = (start..<end).filter { !heads[$0].isEmpty }
      let shared = places.filter { !mayBeAdverb($0, words) }.reduce(Agreement.any) { group, place in
        group.intersection(heads[place].union ?? .any)
      }
      guard !shared.isEmpty, places.count > 1 || words.count == 1 else { continue }
      for (index, place) in places.enumerated() {
        heads[place].removeAll { $0.agreement.isDisjoint(with: shared) }
        // Before another word of its case a word is an adjective, at the end a noun; where both
        // can be, the forms of the other are not words, or agree with nothing.
        let nouns = heads[place].filter { !$0.isAdjective }
        // αναπτυσσόμενη before χώρα is not many of a thing in -ος.
        if index < places.count - 1, nouns.count < heads[place].count,
          words[place].letters.last == Self.eta
        {
          heads[place].removeAll { !$0.isAdjective && $0.isPlural }
        }
        if places.count > 1, index == places.count - 1, !nouns.isEmpty,
          !paradigms.isLikeAdjective(words[place])
        {
          heads[place] = nouns
        }
        // Proper names in the plural have no singular: Ηνωμένα Έθνη, Ολυμπιακοί.
        if shared.isSubset(of: .plural), words[places[0]].startsWithCapital {
          for reading in heads[place].indices { heads[place][reading].numbers = .plural }
        }
      }
    }
  }

  /// Whether a word in -α may be an adverb: the one of αμοιβαία επωφελής, before an adjective in -ής.
  private func mayBeAdverb(_ place: Int, _ words: [FoldedWord]) -> Bool {
    guard place + 1 < words.count, words[place].letters.last == 0x3B1 else { return false }
    return words[place + 1].letters.suffix(2) == [0x3B7, 0x3C3]
      && paradigms.isLikeAdjective(words[place + 1])
  }

  /// Behind a conjunction only the case is the same where gender or number are others: της
  /// μεταρρύθμισης και του ανοίγματος.
  private func joinGroups(_ heads: inout [[Reading]], kinds: [Kind]) {
    var before: Agreement?
    for group in kinds.indices.split(whereSeparator: { kinds[$0] == .conjunction }) {
      let places = group.filter { !heads[$0].isEmpty }
      let own = places.reduce(Agreement.any) { $0.intersection(heads[$1].union ?? .any) }
      guard let last = before else {
        before = places.isEmpty ? nil : own
        continue
      }
      guard !own.isEmpty else { continue }
      for place in places {
        for reading in heads[place].indices
        where heads[place][reading].agreement.isDisjoint(with: last) {
          heads[place][reading].agreesInCaseOnly = true
        }
      }
    }
  }

  private enum Kind { case article, preposition, conjunction, fixed, content }

  private func kind(_ word: FoldedWord) -> Kind {
    if paradigms.articles.contains(word.letters) { return .article }
    if paradigms.prepositions.contains(word.letters), word.capitals < 2 { return .preposition }
    if paradigms.conjunctions.contains(word.letters) { return .conjunction }
    let isGreek = word.letters.allSatisfy { (0x3B1...0x3C9).contains($0) }
    if paradigms.indeclinables.contains(word.letters) { return .fixed }
    if !isGreek || word.letters.count < 3 { return .fixed }
    return word.capitals > 1 && word.letters.count < 7 && word.accents == 0 ? .fixed : .content
  }
}

extension [GreekInflection.Reading] {
  fileprivate var union: Agreement? {
    isEmpty ? nil : reduce(into: Agreement()) { $0.formUnion($1.agreement) }
  }
}
