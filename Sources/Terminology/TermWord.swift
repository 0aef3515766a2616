import Linguistics

/// A word of a term in all its forms, as the tree takes it.
struct TermWord: Sendable {
  var word: FoldedWord
  var token: TermToken
  /// None for a word that may be left out.
  var forms: [InflectedForm]
  /// How many capitals it has to have at least.
  var capitals: Int
  /// Whether 了 may stand before it.
  var allowsAspect: Bool
  /// The hash of the word and its forms.
  let identity: UInt64

  init(
    word: FoldedWord, token: TermToken, forms: [InflectedForm], capitals: Int, allowsAspect: Bool
  ) {
    self.word = word
    self.token = token
    self.forms = forms
    self.capitals = capitals
    self.allowsAspect = allowsAspect
    var hash = WordHash()
    for letter in word.letters { hash.add(letter) }
    hash.add(UInt32(capitals << 1 | (allowsAspect ? 1 : 0)))
    for form in forms {
      hash.add(UInt64(form.kept << 8 | form.ending.count) << 32 | UInt64(form.agreement.rawValue))
      hash.add(form.accents)
      for letter in form.ending { hash.add(letter) }
    }
    identity = hash.value
  }

  /// The word where another governs it: in some cases, agreeing with nothing
  /// outside of its own term.
  func governed(in cases: Agreement) -> TermWord {
    TermWord(
      word: word, token: token,
      forms: forms.filter { !$0.agreement.isDisjoint(with: cases) }.map {
        InflectedForm(kept: $0.kept, ending: $0.ending, accents: $0.accents)
      }, capitals: capitals, allowsAspect: allowsAspect)
  }

  /// The word where it has to have its capital.
  var capitalized: TermWord {
    TermWord(
      word: word, token: token, forms: forms,
      capitals: max(capitals, word.startsWithCapital ? 1 : 0), allowsAspect: allowsAspect)
  }

  /// This word and the next as one, as non-interference is written noninterference.
  func joined(with next: TermWord) -> TermWord {
    let count = word.letters.count
    var whole = word
    whole.letters += next.word.letters
    whole.accents |= next.word.accents << UInt64(min(count, 63))
    whole.capitals += next.word.capitals
    return TermWord(
      word: whole, token: token,
      forms: next.forms.map {
        InflectedForm(
          kept: $0.kept + count, ending: $0.ending, agreement: $0.agreement,
          accents: $0.accents << UInt64(min(count, 63)))
      }, capitals: min(capitals, 1), allowsAspect: allowsAspect)
  }
}
