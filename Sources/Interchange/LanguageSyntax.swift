/// The form of language tags.
enum LanguageSyntax {
  /// Whether a text has the form of a BCP 47 tag (RFC 5646, section 2.1).
  static func isTag(_ text: String) -> Bool {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first, (1...8).contains(first.count),
      first.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) })
    else { return false }
    return subtags.allSatisfy { subtag in
      (1...8).contains(subtag.count)
        && subtag.utf8.allSatisfy {
          (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0)
        }
    }
  }
}
