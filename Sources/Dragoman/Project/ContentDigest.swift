import ArticleModel

extension Array where Element == Inline {
  /// Text and codes with every run of white space as one space: what two tools must agree on.
  var canonicalText: String {
    var text = ""
    var pendingSpace = false
    for scalar in normalized.dump.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !text.isEmpty
      } else {
        if pendingSpace { text += " " }
        pendingSpace = false
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// A short hash of ``canonicalText``, stable over releases.
  var digest: String {
    String(StableHash.fnv1a(canonicalText), radix: 36)
  }
}
