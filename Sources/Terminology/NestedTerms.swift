import Linguistics

/// Terms with another concept inside: whatever that may be called, it may be called there.
///
/// The glossary has UN Charter, and United Nations for UN, so that United Nations Charter is the term
/// as well. Where several concepts share the form inside, the one that prefers it is meant.
struct NestedTerms {
  /// A way to say a term.
  private struct Wording {
    var text: String
    var words: [TermWord]
    var tokens: [TermToken]
  }

  private struct Governed: Hashable {
    var term: String
    var cases: Agreement
  }

  /// A place of another concept in a term.
  private struct Inner {
    var range: Range<Int>
    var others: [TermTree.Term]
    /// The cases that it has there, where another word governs it.
    var cases: Agreement
  }

  private let isWhole: (String, Range<Int>) -> Bool
  /// The accepted terms of each concept that has several.
  private var alternatives: [Int: [TermTree.Term]] = [:]
  /// Those terms as another word governs them, by term and cases.
  private var governed: [Governed: [TermWord]] = [:]
  private let shortForms: ShortFormTree?
  private var count = 0

  /// How many words are changed for others at most, one after another.
  private static let depth = 2
  private static let mostForTerm = 40
  /// A glossary of a thousand terms has no more; one of ten thousand is still made ready in time.
  private static let most = 8_000

  init(
    terms: [TermTree.Term], shortForms: ShortFormTree?,
    isWhole: @escaping (String, Range<Int>) -> Bool
  ) {
    self.isWhole = isWhole
    self.shortForms = shortForms
    for term in terms where term.status != .forbidden {
      alternatives[term.concept, default: []].append(term)
    }
    alternatives = alternatives.filter { $0.value.count > 1 }
  }

  /// Other ways to say a term.
  mutating func wordings(of term: TermTree.Term, in tree: TermTree) -> [[TermWord]] {
    guard term.status != .forbidden, term.words.count > 1 else { return [] }
    let tokens = term.words.map(\.token)
    var seen: Set<String> = []
    var found: [[TermWord]] = []
    var last = [Wording(text: term.term, words: term.words, tokens: tokens)]
    if let turned = turned(last[0], concept: term.concept, tree), seen.insert(turned.text).inserted
    {
      last.append(turned)
      found.append(turned.words)
    }
    for _ in 0..<Self.depth {
      var next: [Wording] = []
      for wording in last {
        for inner in inner(of: wording, concept: term.concept, tree) {
          for other in inner.others {
            guard seen.count < Self.mostForTerm, count < Self.most else { return found }
            guard let made = replace(inner, of: wording, by: other, tree),
              made.text != term.term, seen.insert(made.text).inserted
            else { continue }
            count += 1
            next.append(made)
            found.append(made.words)
          }
        }
      }
      last = next
    }
    return found
  }

  /// The places of other concepts in a term, longer ones first; none of one word in a longer one, as
  /// China in Communist Party of China, but for abbreviations.
  private func inner(
    of wording: Wording, concept: Int, _ tree: TermTree
  ) -> [Inner] {
    guard !alternatives.isEmpty || shortForms != nil else { return [] }
    let all = tree.automaton.matches(in: wording.tokens)
    // What another row has already is that row's.
    let isTaken = all.contains { match in
      match.tokens.count == wording.tokens.count
        && tree.forms[match.node].contains { $0.concept != concept }
    }
    if isTaken { return [] }
    var found = shortened(in: wording)
    for match in all where match.tokens.count < wording.tokens.count {
      guard let inner = meant(tree.forms[match.node], besides: concept),
        let others = alternatives[inner],
        isWhole(wording.text, bytes(match.tokens, wording.tokens))
      else { continue }
      let cases = cases(of: match.tokens, in: wording, as: others, tree)
      found.append(Inner(range: match.tokens, others: others, cases: cases))
    }
    return found.filter { one in
      one.range.count > 1 || wording.tokens[one.range.lowerBound].capitals > 1
        || !all.contains {
          $0.tokens.count > 1 && $0.tokens.count < wording.tokens.count
            && $0.tokens.contains(one.range.lowerBound)
        }
    }.sorted { ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound) }
  }

  /// The places of words that have a short form, and of short forms.
  private func shortened(
    in wording: Wording
  ) -> [Inner] {
    guard let shortForms else { return [] }
    return shortForms.tree.automaton.matches(in: wording.tokens).compactMap { match in
      guard match.tokens.count < wording.tokens.count,
        let list = shortForms.tree.forms[match.node].first?.concept,
        isWhole(wording.text, bytes(match.tokens, wording.tokens))
      else { return nil }
      return Inner(range: match.tokens, others: shortForms.lists[list], cases: .oblique)
    }
  }

  /// The one concept that a form inside of a term stands for.
  private func meant(_ forms: [TermTree.Form], besides concept: Int) -> Int? {
    var best: TermTree.Form?
    var isShared = false
    for form in forms where form.isAccepted {
      if let known = best, known.status.rank <= form.status.rank {
        isShared = isShared || known.status == form.status && known.concept != form.concept
      } else {
        best = form
        isShared = false
      }
    }
    guard let best, !isShared, best.concept != concept else { return nil }
    return alternatives[best.concept] == nil ? nil : best.concept
  }

  private func bytes(_ range: Range<Int>, _ tokens: [TermToken]) -> Range<Int> {
    tokens[range.lowerBound].lower..<tokens[range.upperBound - 1].upper
  }

  private mutating func replace(
    _ inner: Inner, of wording: Wording, by other: TermTree.Term, _ tree: TermTree
  ) -> Wording? {
    let range = inner.range
    let place = bytes(range, wording.tokens)
    let text = wording.text.utf8
    let start = text.index(text.startIndex, offsetBy: place.lowerBound)
    let end = text.index(start, offsetBy: place.count)
    let new = String(wording.text[..<start]) + other.term + String(wording.text[end...])
    let isGoverned =
      wording.words[..<range.lowerBound].contains { !$0.forms.isEmpty }
      && wording.words[range].allSatisfy { $0.forms.allSatisfy { $0.agreement == .any } }
    let words =
      Array(wording.words[..<range.lowerBound])
      + (isGoverned ? governedWords(of: other, in: inner.cases) : other.words)
      + Array(wording.words[range.upperBound...])
    let tokens = tree.scanner.tokens(in: new)
    return tokens.count == words.count ? Wording(text: new, words: words, tokens: tokens) : nil
  }

  private mutating func governedWords(
    of term: TermTree.Term, in cases: Agreement
  ) -> [TermWord] {
    let key = Governed(term: term.term, cases: cases)
    if let known = governed[key] { return known }
    let words = term.words.map { $0.governed(in: cases) }
    governed[key] = words
    return words
  }

  /// The cases in which the words at a place are one of some terms: genitive in Πρωθυπουργός της
  /// Ελληνικής Δημοκρατίας, where «Πρωθυπουργός την Ελλάδα» is none.
  private func cases(
    of range: Range<Int>, in wording: Wording, as terms: [TermTree.Term], _ tree: TermTree
  ) -> Agreement {
    var cases = Agreement()
    for term in terms where term.words.count == range.count {
      var shared = Agreement.oblique
      for (word, token) in zip(term.words, wording.tokens[range]) where !word.forms.isEmpty {
        shared.formIntersection(
          zip(word.forms, tree.scanner.keys(of: word.forms, of: word.word))
            .reduce(into: Agreement()) { found, form in
              if form.1 == token.key { found.formUnion(form.0.agreement) }
            })
      }
      cases.formUnion(shared)
    }
    return cases.isEmpty ? .oblique : cases.cases.intersection(.oblique)
  }

  /// A term that begins with a name, as a language has it with the name behind: General Assembly of
  /// the United Nations.
  private func turned(_ wording: Wording, concept: Int, _ tree: TermTree) -> Wording? {
    guard wording.tokens.allSatisfy({ $0.capitals > 0 }),
      let possession = tree.scanner.inflection?.possession?.join,
      case let joins = tree.scanner.tokens(in: possession), joins.count == 1,
      !wording.tokens.contains(where: { $0.key == joins[0].key || $0.joinedKey != 0 }),
      let name = inner(of: wording, concept: concept, tree)
        .filter({ $0.range.lowerBound == 0 }).max(by: { $0.range.count < $1.range.count })?.range,
      !wording.tokens[name.last ?? 0].isPossessive
    else { return nil }
    let place = bytes(name, wording.tokens)
    let text = wording.text.utf8
    let end = text.index(text.startIndex, offsetBy: place.upperBound)
    let new = "\(wording.text[end...]) \(possession) the \(wording.text[..<end])"
    let join = tree.words(of: "\(possession) the", Concept(id: "", file: "", line: 0))
    let words = Array(wording.words[name.upperBound...]) + join + Array(wording.words[name])
    let tokens = tree.scanner.tokens(in: new)
    return tokens.count == words.count ? Wording(text: new, words: words, tokens: tokens) : nil
  }
}
