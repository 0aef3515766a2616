/// The form of language tags and of ranges of them.
enum LanguageSyntax {
  /// Whether a text has the form of a BCP 47 tag (RFC 5646, section 2.1).
  static func isTag(_ text: String) -> Bool {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first, isSubtag(first),
      first.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) })
    else { return false }
    return subtags.allSatisfy(isSubtag)
  }

  /// Whether a text is empty or a list of extended language ranges with commas (RFC 4647, section
  /// 2.2).
  static func areRanges(_ text: String) -> Bool {
    let ranges = text.split(separator: ",", omittingEmptySubsequences: false)
    if ranges.count == 1, ranges[0].allSatisfy(\.isWhitespace) { return true }
    return ranges.allSatisfy { range in
      String(range).utf8.trimmedText.split(separator: "-", omittingEmptySubsequences: false)
        .allSatisfy {
          $0 == "*" || isSubtag($0)
        }
    }
  }

  private static func isSubtag(_ text: Substring) -> Bool {
    (1...8).contains(text.count)
      && text.utf8.allSatisfy {
        (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0)
      }
  }
}
