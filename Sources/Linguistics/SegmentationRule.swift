/// Why a sentence ends, or does not, at a place where it might: `dragoman segment --explain`.
public enum SegmentationRule: String, Sendable, CaseIterable {
  /// The text is over.
  case textEnd = "text-end"
  /// A line feed or a paragraph separator.
  case paragraphEnd = "paragraph-end"
  /// A terminator, and nothing that speaks against it.
  case terminator
  /// Unicode Standard Annex #29 sees no boundary.
  case unicode
  /// A mark like a comma or colon follows.
  case continuation
  /// A digit or small letter follows a full stop at once: `3.5`, `gov.cn`.
  case insideToken = "inside-token"
  /// A word ends and a capitalised one begins without a space between.
  case missingSpace = "missing-space"
  /// There is no letter or digit before the mark.
  case noWord = "no-word"
  /// The number or letter counts a point of a list.
  case listNumber = "list-number"
  /// An abbreviation of a class of `abbreviations.txt`.
  case never
  /// A title or name that goes on before a capital letter.
  case beforeName = "before-name"
  /// An abbreviation behind a name, which may end a sentence before another name.
  case afterName = "after-name"
  /// An abbreviation that goes on before a number.
  case beforeNumber = "before-number"
  /// An abbreviation that may end a sentence.
  case mayEnd = "may-end"
  /// One capital letter.
  case initial
  /// Letters with full stops between them.
  case acronym
  /// A word without vowels before a small letter.
  case unknownAbbreviation = "unknown-abbreviation"
  /// A small letter after an ellipsis, a closing mark or inside brackets.
  case smallLetter = "small-letter"
  /// A small letter after a word and a terminator.
  case smallStart = "small-start"
  /// An ellipsis before what may go on.
  case ellipsis
  /// The mark is inside brackets that stand in a sentence.
  case insideBrackets = "inside-brackets"
  /// The mark is inside the marks of a title: 《摔跤吧！爸爸》.
  case insideTitle = "inside-title"
  /// The mark stands alone in brackets: `(!)`.
  case loneMark = "lone-mark"
  /// Who speaks follows a quoted question: “Is it?” Xi asked.
  case speaker
  /// A rule of an SRX file.
  case pattern
}
