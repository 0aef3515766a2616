import Linguistics

/// Tells whether a place in a text is part of the name of a body or a building: 雅典卫城博物馆,
/// University of Crete, Διεθνής Αερολιμένας Αθηνών.
///
/// Such a name is translated as a whole, with the place or without it.
struct InstitutionNames {
  let rules: TextRules
  let language: String

  /// The words or characters around a place that a name may reach over.
  private static let reach = 5

  /// Whether the hit, a range of UTF-8 bytes, stands in such a name.
  func contain(_ hit: Range<Int>, in text: String) -> Bool {
    guard !rules.institutions.isEmpty else { return false }
    let bytes = text.utf8
    let before = text[..<bytes.index(bytes.startIndex, offsetBy: hit.lowerBound)]
    let after = text[bytes.index(bytes.startIndex, offsetBy: hit.upperBound)...]
    if language == "zh" { return followsInHan(after) }
    return follows(after) || precedes(before)
  }

  private func followsInHan(_ text: Substring) -> Bool {
    let name = text.unicodeScalars.prefix { $0.isHan }.prefix(Self.reach + 4)
    return rules.institutions.contains { word in
      guard let place = name.firstRange(of: word.unicodeScalars) else { return false }
      let between = name[..<place.lowerBound]
      return between.count <= Self.reach
        && !between.contains { rules.mayNotRepeat.contains(String($0)) }
    }
  }

  /// Athens International Airport: capitals up to the word.
  private func follows(_ text: Substring) -> Bool {
    for (index, word) in text.prefix(60).split(separator: " ").prefix(Self.reach).enumerated() {
      // The Athens metro.
      if isInstitution(index == 0 ? word.prefix(1).uppercased() + word.dropFirst() : word) {
        return true
      }
      guard word.first?.isUppercase == true else { return false }
      if word.last?.isLetter != true { return false }
    }
    return false
  }

  /// University of Crete, Πανεπιστήμιο Κρήτης: the word stands before, with small words between.
  private func precedes(_ text: Substring) -> Bool {
    for word in text.suffix(60).split(separator: " ").reversed().prefix(Self.reach) {
      if isInstitution(word) { return true }
      guard word.last?.isLetter == true,
        word.first?.isUppercase == true || rules.nameLinks.contains(String(word))
      else { return false }
    }
    return false
  }

  private func isInstitution(_ word: some StringProtocol) -> Bool {
    let letters = word.unicodeScalars.prefix { $0.isLetter }
    return rules.institutions.contains { $0.unicodeScalars.elementsEqual(letters) }
  }
}
