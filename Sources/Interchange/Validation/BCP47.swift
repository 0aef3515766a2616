/// The syntax of language tags (RFC 5646, section 2.1).
enum BCP47 {
  /// Whether a tag, which is made of letters, digits and hyphens, is well-formed.
  static func isWellFormed(_ tag: String) -> Bool {
    let subtags = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first else { return false }
    if irregular.contains(tag.lowercased()) { return true }
    if first == "x" { return subtags.count > 1 }
    guard (2...8).contains(first.utf8.count), isAlphabetic(first) else { return false }
    var rest = subtags.dropFirst()
    var extended = 0
    while first.utf8.count <= 3, extended < 3, let next = rest.first, next.utf8.count == 3,
      isAlphabetic(next)
    {
      rest = rest.dropFirst()
      extended += 1
    }
    if let script = rest.first, script.utf8.count == 4, isAlphabetic(script) {
      rest = rest.dropFirst()
    }
    if let region = rest.first,
      (region.utf8.count == 2 && isAlphabetic(region))
        || (region.utf8.count == 3 && region.utf8.allSatisfy(\.isDigit))
    {
      rest = rest.dropFirst()
    }
    while let variant = rest.first, isVariant(variant) { rest = rest.dropFirst() }
    return areExtensions(rest)
  }

  private static func areExtensions(_ subtags: ArraySlice<Substring>) -> Bool {
    var rest = subtags
    var seen: Set<Substring> = []
    while let singleton = rest.popFirst() {
      guard singleton.utf8.count == 1 else { return false }
      if singleton == "x" { return !rest.isEmpty }
      guard seen.insert(singleton).inserted, let next = rest.first, next.utf8.count > 1 else {
        return false
      }
      while let next = rest.first, next.utf8.count > 1 { rest = rest.dropFirst() }
    }
    return true
  }

  private static func isVariant(_ subtag: Substring) -> Bool {
    (5...8).contains(subtag.utf8.count)
      || (subtag.utf8.count == 4 && (subtag.utf8.first?.isDigit ?? false))
  }

  private static func isAlphabetic(_ subtag: Substring) -> Bool {
    subtag.utf8.allSatisfy(\.isLetter)
  }

  /// Tags that were registered before the syntax was made.
  private static let irregular: Set = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux",
    "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl",
    "sgn-ch-de", "art-lojban", "cel-gaulish", "no-bok", "no-nyn", "zh-guoyu", "zh-hakka",
    "zh-min", "zh-min-nan", "zh-xiang",
  ]
}
